import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ClockWatch } from '#app/tablets/clock-watch.ts';
import { clocksApart, heldUntil } from '#domain/tablets/clocks.ts';
import { nextTimestamp } from '#lib/hlc.ts';
import type { LineStatus } from '#storage/tablets/tablets-database.ts';
import { fixedClock } from '../../support/shops/test-shop.ts';
import { ShopNetwork, tap, type PairedTablet } from '../../support/tablets/shop-network.ts';

const minute = 60_000;
const day = 1_440 * minute;

let network: ShopNetwork;

beforeEach(async () => {
  network = new ShopNetwork();
  await network.startServer();
});
afterEach(async () => {
  await network.end();
});

describe('a tablet whose clock is a day ahead', () => {
  it('says so, and when it is right again until when the others wait', async () => {
    const first = await network.firstTablet();
    const stall = await network.invited(first);
    const now = Date.now();
    first.deps.clock.set(now);
    stall.deps.clock.set(now + day);
    network.carry(first);
    network.carry(stall);
    await tap(stall);
    const apart = await untilLine(stall, ({ clocks }) => clocks !== null);
    expect(apart.heldUntil).toBeNull();
    const { here = 0, there = 0 } = apart.clocks ?? {};
    expect(Math.round((here - there) / day)).toBe(1);
    // The one whose clock is right says whose is not.
    await vi.waitFor(async () => {
      expect(await first.tablets.aside.toArray()).toMatchObject([{ why: 'ahead' }]);
    }, 10_000);
    expect(await first.tablets.line.get('line')).toMatchObject({ clocks: null, heldUntil: null });
    stall.deps.clock.set(now);
    await tap(stall);
    const held = await untilLine(stall, ({ clocks }) => clocks === null);
    expect(Math.round(((held.heldUntil ?? 0) - now) / day)).toBe(1);
  });
});

async function untilLine(
  { tablets }: PairedTablet,
  isSo: (line: LineStatus) => boolean,
): Promise<LineStatus> {
  return vi.waitFor(async () => {
    const line = await tablets.line.get('line');
    if (line === undefined || !isSo(line)) throw new Error('Not yet');
    return line;
  }, 10_000);
}

describe('two clocks', () => {
  it('are apart where they differ by more than a few minutes, in either direction', () => {
    expect(clocksApart({ here: 0, there: 4 * minute })).toBeNull();
    expect(clocksApart({ here: 0, there: 6 * minute })).toEqual({ here: 0, there: 6 * minute });
    expect(clocksApart({ here: 6 * minute, there: 0 })).toEqual({ here: 6 * minute, there: 0 });
  });

  it('hold a change for as long as its hour is not there', () => {
    const at = nextTimestamp({ last: null, now: day, device: 'till' });
    expect(heldUntil(null, 0)).toBeNull();
    expect(heldUntil(at, day - 4 * minute)).toBeNull();
    expect(heldUntil(at, 0)).toBe(day - 5 * minute);
  });

  it('are compared anew where one was set', () => {
    const clock = fixedClock();
    const watch = new ClockWatch(clock);
    expect(watch.hasJumped()).toBe(false);
    clock.advance(-day);
    expect(watch.hasJumped()).toBe(true);
    expect(watch.hasJumped()).toBe(false);
  });
});
