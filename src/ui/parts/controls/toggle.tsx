import { useId } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import '#ui/parts/layout/row.css';
import './toggle.css';

export interface ToggleProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly icon?: ComponentChildren;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something on or off. The whole line answers, so that the words are a target too. */
export function Toggle(props: ToggleProps): JSX.Element {
  const id = useId();
  const hintId = props.hint === undefined ? undefined : `${id}-hint`;
  return (
    <label class="toggle" for={id}>
      {props.icon === undefined ? null : <span class="row_icon">{props.icon}</span>}
      <span class="row_words">
        <span id={`${id}-label`}>{props.label}</span>
        {hintId === undefined ? null : (
          <small class="type_small row_hint" id={hintId}>
            {props.hint}
          </small>
        )}
      </span>
      <input
        class="toggle_input"
        id={id}
        type="checkbox"
        role="switch"
        checked={props.checked}
        disabled={props.disabled}
        aria-labelledby={`${id}-label`}
        aria-describedby={hintId}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class="toggle_track" aria-hidden="true" />
    </label>
  );
}
