import { useEffect, useRef } from 'preact/hooks';

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

/** Listens to the keyboard wherever the focus is, except inside a field or a sheet, which have their own use for it. */
export function useCounterKeys(keys: CounterKeys): void {
  const now = useRef(keys);
  now.current = keys;
  // After Tab, Enter belongs to whatever was reached with it.
  const hasMoved = useRef(false);
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.key === 'Tab') hasMoved.current = true;
      if (isElsewhere(event)) return;
      const deed = deedOf(event, now.current, hasMoved.current);
      if (deed === null) return;
      event.preventDefault();
      if (event.key.length === 1) hasMoved.current = false;
      deed();
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

function isElsewhere({ target, isComposing }: KeyboardEvent): boolean {
  return (
    isComposing ||
    document.querySelector('dialog[open]') !== null ||
    (target instanceof Element && target.closest('input, textarea, select') !== null)
  );
}

function deedOf(event: KeyboardEvent, keys: CounterKeys, hasMoved: boolean): (() => void) | null {
  const { key } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand) return key.toLowerCase() === 'z' && !event.shiftKey ? keys.onUndo : null;
  if (event.altKey) return null;
  if (key === 'Escape') return keys.onEscape;
  if (key === 'Backspace') return keys.isTyping ? keys.onBack : null;
  if (key === 'Enter') return keys.isTyping && !hasMoved ? keys.onEnter : null;
  if (key === ' ') return keys.isTyping && !hasMoved ? () => keys.onCharacter(key) : null;
  return keys.takesLetters && written.test(key) ? () => keys.onCharacter(key) : null;
}

const written = /^[\p{Letter}\p{Number}'’-]$/u;
