import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextTimestamp, parseTimestamp, timestampMs, type HlcTimestamp } from '#lib/hlc.ts';

const clock = fc.integer({ min: 0, max: 4_102_444_800_000 });

describe('timestamps', () => {
  test('always grow, also when the tablet’s clock is set back', () => {
    fc.assert(
      fc.property(fc.array(clock, { minLength: 2, maxLength: 60 }), (times) => {
        let last: HlcTimestamp | null = null;
        for (const now of times) {
          const next = nextTimestamp({ last, now, device: 'tablet1' });
          if (last !== null) expect(next > last).toBe(true);
          expect(timestampMs(next)).toBeGreaterThanOrEqual(now);
          last = next;
        }
      }),
    );
  });

  test('tell two devices apart at the same moment', () => {
    const one = nextTimestamp({ last: null, now: 1000, device: 'a' });
    const other = nextTimestamp({ last: null, now: 1000, device: 'b' });
    expect(one === other).toBe(false);
    expect(one < other).toBe(true);
  });

  test('go on within one millisecond for more changes than the counter holds', () => {
    let last = nextTimestamp({ last: null, now: 5, device: 'a' });
    for (let count = 0; count < 70_000; count += 1) {
      const next = nextTimestamp({ last, now: 5, device: 'a' });
      if (!(next > last)) throw new Error(`${next} does not follow ${last}`);
      last = next;
    }
    expect(timestampMs(last)).toBe(6);
  });

  test('are read only in their own shape', () => {
    expect(parseTimestamp('000000000001000-0000-tablet1')).toBeDefined();
    for (const wrong of [
      '',
      '1000-0-a',
      '000000000001000-0000-',
      '000000000001000-0000-Tablet',
      'x'.repeat(30),
    ]) {
      expect(parseTimestamp(wrong)).toBeUndefined();
    }
  });
});
