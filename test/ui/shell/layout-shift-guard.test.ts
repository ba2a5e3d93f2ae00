import { afterEach, describe, expect, it } from 'vitest';
import { guardLayoutShifts } from '#ui/shell/background/layout-shift-guard.ts';

let stop: (() => void) | null = null;
afterEach(() => {
  stop?.();
  stop = null;
  document.body.replaceChildren();
});

const waysToWrite: readonly (readonly [string, () => Event])[] = [
  ['typed', () => new KeyboardEvent('keydown', { key: 'a', bubbles: true })],
  [
    'pasted or spoken',
    () => new InputEvent('input', { inputType: 'insertText', data: 'a', bubbles: true }),
  ],
];

describe('a second tap where the first one was, on something else', () => {
  it('does nothing', () => {
    const { yes, use, tap } = sheetOverCard();
    tap(yes);
    tap(use);
    expect(use.dataset['taps']).toBeUndefined();
  });

  it.each(waysToWrite)('acts once something was %s between the two', (_how, written) => {
    const { yes, use, field, tap } = sheetOverCard();
    tap(yes);
    field.dispatchEvent(written());
    tap(use);
    expect(use.dataset['taps']).toBe('1');
  });

  it.each(waysToWrite)('is not in the way once something was %s', (_how, written) => {
    const { yes, field, tap } = sheetOverCard();
    yes.dataset['place'] = 'hana';
    tap(yes);
    expect(document.querySelector('.layout-shift-guard')).not.toBeNull();
    field.dispatchEvent(written());
    expect(document.querySelector('.layout-shift-guard')).toBeNull();
  });

  it('does nothing after a choice was tapped in between, which is no writing', () => {
    const { yes, use, field, tap } = sheetOverCard();
    tap(yes);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    tap(use);
    expect(use.dataset['taps']).toBeUndefined();
  });
});

function sheetOverCard() {
  stop = guardLayoutShifts();
  const [yes, use] = [document.createElement('button'), document.createElement('button')];
  const field = document.createElement('input');
  use.addEventListener('click', () => {
    use.dataset['taps'] = String(Number(use.dataset['taps'] ?? 0) + 1);
  });
  document.body.append(yes, use, field);
  const tap = (key: HTMLElement): void => {
    const place = { clientX: 300, clientY: 200, bubbles: true, cancelable: true };
    key.dispatchEvent(new PointerEvent('pointerdown', place));
    key.dispatchEvent(new MouseEvent('click', { ...place, detail: 1 }));
  };
  return { yes, use, field, tap };
}
