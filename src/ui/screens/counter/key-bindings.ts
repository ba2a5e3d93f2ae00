// What a keyboard beside the till means on the Counter.

/** What a keyboard beside the till may do. Each is asked for afresh with every key. */
export interface CounterKeys {
  /** One letter, digit or blank, as typed. */
  readonly onCharacter: (character: string) => void;
  readonly onBack: () => void;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
  readonly onUndo: () => void;
  /** Whether something was typed that Enter and the blank belong to. */
  readonly isTyping: boolean;
  /** Whether single letters are taken at all (WCAG 2.1.4). */
  readonly takesLetters: boolean;
}

function isElsewhere({ target, isComposing }: KeyboardEvent): boolean {
  return (
    isComposing ||
    document.querySelector('dialog[open]') !== null ||
    (target instanceof Element && target.closest('input, textarea, select') !== null)
  );
}

/**
 * What `event` asks for; null for nothing of ours. After Tab, Enter belongs to whatever was reached
 * with it (`hasMoved`).
 */
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
  return keys.takesLetters && letterOrDigit.test(key) ? () => keys.onCharacter(key) : null;
}

// These keys belong to what was typed only while something was; otherwise they press whatever has
// the focus.
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
