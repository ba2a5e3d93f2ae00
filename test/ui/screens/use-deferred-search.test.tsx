import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useDeferredSearch } from '#ui/screens/counter/use-deferred-search.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('what is drawn of a search', () => {
  it('is each letter at once', () => {
    const { deferred, type } = search('K');
    type('KH');
    expect(deferred()).toBe('KH');
  });

  it('stays for a moment after the tap that ended it, so that the name is drawn first', () => {
    const { deferred, type } = search('KH');
    type('');
    expect(deferred()).toBe('KH');
    aMomentLater();
    expect(deferred()).toBe('');
  });

  it('is the next search, should one begin within that moment', () => {
    const { deferred, type } = search('KH');
    type('');
    type('M');
    expect(deferred()).toBe('M');
    aMomentLater();
    expect(deferred()).toBe('M');
  });
});

function search(typed: string) {
  const { result, rerender } = renderHook(useDeferredSearch, { initialProps: typed });
  return { deferred: () => result.current, type: rerender };
}

function aMomentLater(): void {
  void act(() => {
    vi.advanceTimersByTime(200);
  });
}
