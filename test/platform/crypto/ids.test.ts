import { describe, expect, test } from 'vitest';
import { randomIds } from '#platform/crypto/ids.ts';

describe('ids of one maker', () => {
  test('come later than all before, also from a coarse clock and one that is set back', () => {
    let now = 1_000_000;
    const ids = randomIds(() => now);
    const made = Array.from({ length: 5000 }, () => ids.next());
    for (const ahead of [1, 2, -500, 1, 300]) {
      now += ahead;
      made.push(ids.next());
    }
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });
});
