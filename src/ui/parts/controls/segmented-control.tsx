import type { JSX } from 'preact';
import './segmented-control.css';

export interface SegmentedControlProps<Value extends string | number> {
  /** What is chosen here, for those who listen. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly word: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** Two to four ways of looking at the same thing, one of them pressed. */
export function SegmentedControl<Value extends string | number>(
  props: SegmentedControlProps<Value>,
): JSX.Element {
  return (
    <div class="segmented-control" role="group" aria-label={props.label}>
      {props.options.map(({ value, word }) => (
        <button
          class="segmented-control_key"
          type="button"
          key={value}
          aria-pressed={value === props.value}
          onClick={() => props.onChange(value)}
        >
          {word}
        </button>
      ))}
    </div>
  );
}
