import { options } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawAfterTaps, pauseForTap } from '#ui/hooks/tap-pause.ts';

afterEach(() => {
  delete options.debounceRendering;
  vi.useRealTimers();
});

describe('the moment after a tap', () => {
  it('belongs to the storage; then the tap is drawn, and everything after it at once again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const drawn: string[] = [];
    drawAfterTaps();
    options.debounceRendering?.(() => drawn.push('a letter'));
    await Promise.resolve();
    expect(drawn).toEqual(['a letter']);
    pauseForTap();
    options.debounceRendering?.(() => drawn.push('a tap'));
    await Promise.resolve();
    expect(drawn).toEqual(['a letter']);
    vi.runAllTimers();
    expect(drawn).toEqual(['a letter', 'a tap']);
    options.debounceRendering?.(() => drawn.push('another letter'));
    await Promise.resolve();
    expect(drawn).toEqual(['a letter', 'a tap', 'another letter']);
  });
});
