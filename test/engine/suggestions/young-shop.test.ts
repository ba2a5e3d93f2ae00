// Shops whose log is two to ten weeks old, and whose customers have been coming for up to twenty
// years: nothing that the app says of anybody may call them new.
import { describe, expect, it } from 'vitest';
import type { Hint } from '#domain/week/hint.ts';
import type { ReasonCode } from '#domain/week/reason.ts';
import { hintsFor } from '#engine/suggestions/hints.ts';
import { suggest } from '#engine/suggestions/suggest.ts';
import { logStartOf } from '#engine/profile/log-reach.ts';
import { segmentsForCustomer } from '../../support/shops/segments-for-customer.ts';
import { dayAt } from '#lib/day.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import {
  daysAgo,
  historiesOf,
  on,
  personWith,
  settingsWith,
  today,
  type PersonInShop,
} from '../../support/shops/shop-with.ts';

const settings = settingsWith();
const callsNew: readonly (ReasonCode | Hint['code'])[] = [
  'new-here',
  'anniversary',
  'milestone',
  'first-visit',
  'second-visit',
];

describe('a shop that began to log some weeks ago', () => {
  it.each([2, 4, 6, 8, 10])('calls nobody new, with %i weeks of log', (weeks) => {
    for (let seed = 0; seed < 10; seed += 1) {
      const shop = shopSince(7 * weeks, seededRandom(`young ${weeks} ${seed}`));
      const codes = shop.flatMap((person) => saidOf(person, shop));
      expect(codes.filter((code) => callsNew.includes(code))).toEqual([]);
      expect(listedReasons(shop).filter((code) => callsNew.includes(code))).toEqual([]);
    }
  });

  it('takes one visit of long ago for a mistake, not for the beginning of the log', () => {
    const stray = personWith({ name: 'Stray', visits: on([daysAgo(4000), daysAgo(1)]) });
    const shop = [stray, ...shopSince(40, seededRandom('stray'))];
    expect(listedReasons(shop).filter((code) => callsNew.includes(code))).toEqual([]);
  });

  it('knows newcomers again once the log is half a year old', () => {
    const shop = shopSince(300, seededRandom('older'));
    const newcomer = personWith({ name: 'Newcomer', visits: on([daysAgo(9), daysAgo(2)]) });
    expect(saidOf(newcomer, [...shop, newcomer])).toContain('new-here');
  });
});

/** Forty people, each with an own rhythm from daily to quarterly, cut where the log begins. */
function shopSince(days: number, random: () => number): readonly PersonInShop[] {
  return Array.from({ length: 40 }, (_, index) => {
    const gap = Math.exp(random() * Math.log(90));
    const agos: number[] = [];
    for (let ago = gap * random(); ago < days; ago += gap * (0.5 + random()))
      agos.unshift(Math.floor(ago));
    return personWith({ name: `Person ${index}`, visits: on([...new Set(agos)].map(daysAgo)) });
  });
}

function saidOf(
  { id, history }: PersonInShop,
  shop: readonly PersonInShop[],
): readonly (ReasonCode | Hint['code'])[] {
  const histories = historiesOf(shop);
  const rules = settings.kindRules;
  const start = logStartOf(histories);
  const hints = hintsFor({
    history,
    preferences: [],
    settings,
    today,
    visit: 'this',
    logSince: start === null ? null : dayAt(start),
  });
  const segments = segmentsForCustomer(id, { histories, calendar: settings, rules, today });
  const evidence = segments.flatMap((each) => each.evidence.map(({ code }) => code));
  return [...hints.map(({ code }) => code), ...evidence];
}

function listedReasons(shop: readonly PersonInShop[]): readonly ReasonCode[] {
  const { suggestions } = suggest({ histories: historiesOf(shop), settings, today });
  return suggestions.flatMap(({ reasons }) => reasons.map(({ code }) => code));
}
