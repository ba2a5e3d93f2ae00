import type { ComponentChildren, JSX } from 'preact';
import './keypad-button.css';

export interface KeypadButtonProps {
  readonly onPress: () => void;
  /** `function` keys do something to what was typed; the others type what they say. */
  readonly kind?: 'letter' | 'digit' | 'function';
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** Answers on touch, not on release: some tablets lose the first of two quick taps otherwise. */
export function KeypadButton({
  onPress,
  kind = 'letter',
  label,
  children,
}: KeypadButtonProps): JSX.Element {
  return (
    <button
      class={`keypad-button keypad-button-${kind}`}
      type="button"
      aria-label={label}
      onPointerDown={(event) => {
        if (event.button === 0) onPress();
      }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        if (event.detail === 0) onPress();
      }}
    >
      {children}
    </button>
  );
}
