import { describe, expect, it } from 'vitest';
import { comparableOf } from '#domain/doubles/compare-two-people.ts';
import { findDoubles, type DoublePair } from '#domain/doubles/find-doubles.ts';
import { listedDoubles, pairKey, type NameStyle } from '../../support/shops/listed-doubles.ts';

describe.each(['first', 'second', 'third'])('the %s list with people who stand twice', (seed) => {
  it('of whole names: at least .95 are found, at most .05 of those offered are wrong', () => {
    const { found, wrong } = resultOf(seed, 'whole');
    expect(found).toBeGreaterThanOrEqual(0.95);
    expect(wrong).toBeLessThanOrEqual(0.05);
  });

  it('of names as shops write them: .55 are found, .75 with homes, at most .08 wrong', () => {
    const { found, wrong, withHomes } = resultOf(seed, 'as-shops-write');
    expect(found).toBeGreaterThanOrEqual(0.55);
    expect(wrong).toBeLessThanOrEqual(0.08);
    expect(withHomes).toBeGreaterThanOrEqual(0.75);
  });
});

it('finds the same whatever order the records are in', () => {
  const { people } = listedDoubles('order', 'as-shops-write');
  const some = people.filter((_each, at) => at % 3 === 0).map(comparableOf);
  expect(findDoubles(some.toReversed())).toEqual(findDoubles(some));
});

interface Found {
  readonly found: number;
  readonly wrong: number;
  readonly withHomes: number;
}

function resultOf(seed: string, style: NameStyle): Found {
  const { people, pairs } = listedDoubles(seed, style);
  const all = findDoubles(people.map(comparableOf));
  const offered = all.filter(({ heap }) => heap === 'one-person');
  const homes = all.filter(({ heap }) => heap === 'one-home');
  const right = (some: readonly DoublePair[]): number =>
    some.filter(({ one, other }) => pairs.has(pairKey(one, other))).length;
  const result = {
    found: right(offered) / pairs.size,
    wrong: 1 - right(offered) / offered.length,
    withHomes: (right(offered) + right(homes)) / pairs.size,
  };
  return result;
}
