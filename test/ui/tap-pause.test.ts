import { options } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Act } from '#app/pending.ts';
import { visitIdFrom } from '#domain/visit.ts';
import { drawAfterTaps, pauseForTap } from '#ui/hooks/tap-pause.ts';

const saved: Act = { kind: 'visit-change', visitId: visitIdFrom('the visit'), changes: {} };

let drawn: string[];
let hear: ((saved: Act | null) => void) | null;
const pending = {
  subscribe(onChange: (saved: Act | null) => void) {
    hear = onChange;
    return () => {
      hear = null;
    };
  },
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  drawn = [];
  drawAfterTaps();
});
afterEach(() => {
  delete options.debounceRendering;
  vi.useRealTimers();
});

describe('what a tap changes', () => {
  it('is drawn once it is on the disk, and everything else at once', async () => {
    await draw('a letter');
    expect(drawn).toEqual(['a letter']);
    pauseForTap(pending);
    await draw('a tap');
    hear?.(null);
    expect(drawn).toEqual(['a letter']);
    hear?.(saved);
    expect(drawn).toEqual(['a letter', 'a tap']);
    await draw('another letter');
    expect(drawn).toEqual(['a letter', 'a tap', 'another letter']);
  });

  it('is drawn after a frame where the storage takes longer, and the storage is not listened to any more', async () => {
    pauseForTap(pending);
    await draw('a tap');
    expect(drawn).toEqual([]);
    vi.runAllTimers();
    expect(drawn).toEqual(['a tap']);
    expect(hear).toBeNull();
  });
});

async function draw(what: string): Promise<void> {
  options.debounceRendering?.(() => drawn.push(what));
  await Promise.resolve();
}
