import { describe, expect, it } from 'vitest';
import { defaultSuggestParams } from '#engine/suggestions/params.ts';
import { suggest } from '#engine/suggestions/suggest.ts';
import {
  daysAgo,
  every,
  historiesOf,
  personWith,
  settingsWith,
  today,
  type PersonInShop,
} from '../../support/shops/shop-with.ts';

const repeatPenalty = 7;
const visits = every(7, { times: 30, until: daysAgo(30), amount: 1600 });
const slipping = (name: string) => personWith({ name, visits });
const asking = (name: string) =>
  personWith({ name, visits, moments: [{ kind: 'idea', day: daysAgo(3), text: 'Rye, please.' }] });

describe('people with the same story in one week', () => {
  it('stand a little lower one after the other, the first of them not at all', () => {
    const [alone] = scoresIn([slipping('Ada')]);
    expect(alone).toBeGreaterThan(0);
    expect(scoresIn(['Ada', 'Ben', 'Cy'].map(slipping))).toEqual([
      alone,
      (alone ?? 0) - repeatPenalty,
      (alone ?? 0) - 2 * repeatPenalty,
    ]);
  });

  it('are all answered alike: what somebody asked for is owed', () => {
    const scores = scoresIn(['Ada', 'Ben', 'Cy'].map(asking));
    expect(scores).toHaveLength(3);
    expect(new Set(scores).size).toBe(1);
  });
});

function scoresIn(shop: readonly PersonInShop[]): readonly number[] {
  const params = { ...defaultSuggestParams, repeatPenalty };
  const { suggestions } = suggest({
    histories: historiesOf(shop),
    settings: settingsWith({ reservedPlace: false }),
    today,
    params,
  });
  return suggestions.map(({ score }) => score);
}
