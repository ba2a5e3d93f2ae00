/** What a keyboard beside the till may do. */
export interface CounterKeys {
  /** One letter, digit or space, as typed. */
  readonly onCharacter: (character: string) => void;
  readonly onBack: () => void;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
  readonly onUndo: () => void;
  /** Shows what the keys do. */
  readonly onHelp: () => void;
  /** Whether something was typed that Enter and the space belong to. */
  readonly isTyping: boolean;
  /** Whether single letters are taken at all (WCAG 2.1.4). */
  readonly takesLetters: boolean;
}

/** After Tab (`hasMoved`), Enter belongs to whatever was reached with it. Null: not ours. */
export function commandForKey(
  event: KeyboardEvent,
  keys: CounterKeys,
  hasMoved: boolean,
): (() => void) | null {
  if (isElsewhere(event)) return null;
  const { key } = event;
  if (event.ctrlKey || event.metaKey)
    return key.toLowerCase() === 'z' && !event.shiftKey ? keys.onUndo : null;
  if (event.altKey) return null;
  if (key === 'Escape') return keys.onEscape;
  const typing = keys.isTyping ? typingCommandForKey(key, keys, hasMoved) : null;
  if (typing !== null) return typing;
  return keys.takesLetters ? signCommandForKey(key, keys) : null;
}

function signCommandForKey(key: string, keys: CounterKeys): (() => void) | null {
  if (key === '?') return keys.onHelp;
  return letterOrDigit.test(key) ? () => keys.onCharacter(key) : null;
}

function isElsewhere({ target, isComposing }: KeyboardEvent): boolean {
  return (
    isComposing ||
    document.querySelector('dialog[open]') !== null ||
    (target instanceof Element && target.closest('input, textarea, select') !== null)
  );
}

// With nothing typed, these keys press whatever has the focus.
function typingCommandForKey(
  key: string,
  keys: CounterKeys,
  hasMoved: boolean,
): (() => void) | null {
  if (key === 'Backspace') return keys.onBack;
  if (hasMoved) return null;
  if (key === 'Enter') return keys.onEnter;
  return key === ' ' ? () => keys.onCharacter(key) : null;
}

const letterOrDigit = /^[\p{Letter}\p{Number}'’-]$/u;
