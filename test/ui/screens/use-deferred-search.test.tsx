import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useDrawnSearch } from '#ui/screens/counter/use-deferred-search.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('what is drawn of a search', () => {
  it('is each letter at once', () => {
    const { drawn, type } = search('K');
    type('KH');
    expect(drawn()).toBe('KH');
  });

  it('stays for a moment after the tap that ended it, so that the name is drawn first', () => {
    const { drawn, type } = search('KH');
    type('');
    expect(drawn()).toBe('KH');
    aMomentLater();
    expect(drawn()).toBe('');
  });

  it('is the next search, should one begin within that moment', () => {
    const { drawn, type } = search('KH');
    type('');
    type('M');
    expect(drawn()).toBe('M');
    aMomentLater();
    expect(drawn()).toBe('M');
  });
});

function search(typed: string) {
  const { result, rerender } = renderHook(useDrawnSearch, { initialProps: typed });
  return { drawn: () => result.current, type: rerender };
}

function aMomentLater(): void {
  void act(() => {
    vi.advanceTimersByTime(200);
  });
}
