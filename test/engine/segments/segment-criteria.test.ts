// Why a word stands beside a name or does not, part by part: the parts and the badge never disagree, and each figure is in the rows.
import { describe, expect, it } from 'vitest';
import type { KindInParts, KindLack } from '#domain/week/segment-criteria.ts';
import { kindsInParts } from '#engine/segments/segment-criteria.ts';
import { kindsOf } from '#engine/segments/segments.ts';
import { personOf, type Person } from '#engine/profile/profile.ts';
import { shopOf } from '#engine/profile/cohort.ts';
import { addDays, dayAt, dayNumber, daysBetween } from '#lib/day.ts';
import { historiesIn, randomShop } from '../../support/shops/random-shop.ts';
import {
  countedShop,
  gapsOf,
  type Counted,
  type CountedShop,
} from '../../support/recount/raw-count.ts';
import { countedIn, isBorneOut } from '../../support/recount/shop-report.ts';
import {
  daysAgo,
  every,
  historiesOf,
  on,
  personWith,
  settingsWith,
  today,
  type PersonTold,
} from '../../support/shops/shop-with.ts';

describe('a kind in its parts', () => {
  it.each([0, 50])('says the same as the badge, in fifty shops from %i on', (from) => {
    for (let number = from; number < from + 50; number += 1) {
      for (const { person, shop } of everybodyIn(number)) {
        const kinds = new Set(kindsOf(person).map(({ kind }) => kind));
        for (const whole of kindsInParts(person)) {
          expect(whole.holds).toBe(kinds.has(whole.kind));
          expect(isAsPublished(whole)).toBe(whole.holds);
          expectFigures(whole, { person, shop });
        }
      }
    }
  });

  it('is valued in five parts: what holds with its facts, what does not with what it lacks', () => {
    const [valued] = partsOf('Mrs Khan', [
      {
        name: 'Mrs Khan',
        visits: every(7, { times: 20, until: daysAgo(3), amount: 1500 }),
        moments: [{ kind: 'praise', day: daysAgo(20), answeredOn: daysAgo(19) }],
      },
      { name: 'Mr Vale', visits: every(7, { times: 40, until: daysAgo(3), amount: 9000 }) },
    ]);
    expect(valued).toMatchObject({ kind: 'valued', holds: false, needed: 2 });
    expect(valued?.parts.map(({ part, lacks }) => [part, lacks])).toEqual([
      ['regular', null],
      ['big-baskets', { code: 'below-top', yearly: expect.any(Number), from: 360_000, share: 0.1 }],
      ['word-spread', { code: 'no-word', months: 12 }],
      ['told-us', null],
      ['together', { code: 'not-long', first: daysAgo(136), from: addDays(daysAgo(136), 365) }],
    ]);
    expect(valued?.parts[0]?.evidence[0]).toMatchObject({ code: 'own-rhythm', within: 6, of: 6 });
  });

  it('is for the offers by enough visits and by most of them at a reduced price', () => {
    const reduced = on([daysAgo(30)], { reduced: true });
    const [, priceLed] = partsOf('Ed', [
      { name: 'Ed', visits: [...reduced, ...on([daysAgo(20), daysAgo(10), daysAgo(5)])] },
    ]);
    expect(priceLed).toEqual({
      kind: 'price-led',
      holds: false,
      needed: 1,
      parts: [
        { part: 'enough-visits', evidence: [], lacks: null },
        {
          part: 'reduced',
          evidence: [],
          lacks: { code: 'few-reduced', reduced: 1, of: 4, needed: 3 },
        },
      ],
    });
  });

  it('says nothing of offers to who pays the full price, and nothing of who only looked', () => {
    const full = partsOf('Ann', [{ name: 'Ann', visits: on([daysAgo(4)]) }]);
    expect(full.map(({ kind }) => kind)).toEqual(['valued']);
    expect(partsOf('Bo', [{ name: 'Bo', visits: on([daysAgo(4)], { kind: 'browsed' }) }])).toEqual(
      [],
    );
  });
});

function partsOf(name: string, told: readonly PersonTold[]): readonly KindInParts[] {
  const settings = settingsWith();
  const rules = settings.kindRules;
  const histories = historiesOf(told.map(personWith));
  const shop = shopOf({ histories, calendar: settings, rules, today });
  return histories
    .filter((history) => history.facts.name === name)
    .flatMap((history) => kindsInParts(personOf(history, shop, rules)));
}

interface Beside {
  readonly person: Person;
  readonly shop: CountedShop;
}

function everybodyIn(number: number): readonly Beside[] {
  const raw = randomShop(number);
  const histories = historiesIn(raw);
  const rules = raw.settings.kindRules;
  const seen = shopOf({ histories, calendar: raw.settings, rules, today: raw.today });
  const shop = countedShop(raw);
  return histories.map((history) => ({ person: personOf(history, seen, rules), shop }));
}

/** The published combination: the first part and so many of the others. */
function isAsPublished({ parts: [first, ...others], needed }: KindInParts): boolean {
  const holding = others.filter(({ lacks }) => lacks === null).length;
  return first?.lacks === null && holding >= needed;
}

function expectFigures(whole: KindInParts, { person, shop }: Beside): void {
  const id = person.history.customerId;
  const rows = countedIn(shop, id);
  for (const { part, evidence, lacks } of whole.parts) {
    for (const reason of evidence)
      expect(isBorneOut({ id, reason, where: 'kind' }, shop)).toBe(true);
    if (lacks === null) continue;
    const recount = { rows, shop, isPurchases: part === 'enough-visits' };
    expect(lacks).toMatchObject(lackIn(lacks.code, lacks, recount));
  }
}

interface LackRows {
  readonly rows: Counted;
  readonly shop: CountedShop;
  readonly isPurchases: boolean;
}

type LackByCode = { readonly [Each in KindLack as Each['code']]: Each };
type Recounts = {
  readonly [Code in keyof LackByCode]: (lack: LackByCode[Code], from: LackRows) => object;
};

function lackIn<Code extends keyof LackByCode>(
  code: Code,
  lack: LackByCode[Code],
  from: LackRows,
): object {
  return recounts[code](lack, from);
}

// What the rows say of each figure; where the shop's money is reckoned, that less is truly less.
const recounts: Recounts = {
  'few-gaps': ({ needed }, { rows }) => {
    expect(rows.days.length - 1).toBeLessThan(needed);
    return { gaps: rows.days.length - 1 };
  },
  'gaps-differ': (_, { rows }) => {
    const latest = gapsOf(rows.days).slice(-6);
    return { of: latest.length, low: Math.min(...latest), high: Math.max(...latest) };
  },
  'comes-less': (_, { rows, shop }) => {
    const last = rows.days.at(-1) ?? 0;
    return { last: dayAt(last), silentDays: shop.today - last };
  },
  'few-visits': ({ visits, needed }, { rows, isPurchases }) => {
    expect(visits).toBeLessThan(needed);
    return { visits: isPurchases ? rows.bought.length : rows.days.length };
  },
  'no-amounts': (_, { rows, shop }) => {
    const year = rows.bought.filter(({ day }) => shop.today - dayNumber(day) < 364);
    expect(year.every(({ amount }) => amount === null)).toBe(true);
    return {};
  },
  'below-top': ({ yearly, from }, { shop }) => {
    expect(yearly).toBeLessThan(from);
    return { share: shop.raw.settings.kindRules.bigSpenderTopShare };
  },
  'no-word': () => ({ months: 12 }),
  'told-nothing': () => ({}),
  'not-long': ({ first, from }, { rows, shop }) => {
    expect(daysBetween(first, from)).toBe(365);
    expect(from > shop.raw.today).toBe(true);
    return { first: dayAt(rows.days[0] ?? 0) };
  },
  'few-reduced': ({ reduced, needed }, { rows }) => {
    expect(reduced).toBeLessThan(needed);
    return { of: rows.bought.length, reduced: rows.bought.filter((visit) => visit.reduced).length };
  },
};
