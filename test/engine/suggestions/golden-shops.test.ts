import { describe, expect, it } from 'vitest';
import type { Settings } from '#domain/shop/settings.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import { suggest } from '#engine/suggestions/suggest.ts';
import { weekdayOf } from '#lib/day.ts';
import {
  customerId,
  daysAgo,
  every,
  historiesOf,
  longAgo,
  on,
  personWith,
  settingsWith,
  thankedOn,
  today,
  type PersonInShop,
} from '../../support/shops/shop-with.ts';

// Three shops told in full. Each list is read top down: who, what, why; then who is not on it, and
// by which rule.

describe('the shop of the four people', () => {
  const joan = personWith({
    name: 'Joan Price',
    visits: on([daysAgo(60), daysAgo(20)], { kind: 'browsed' }),
  });
  const shop = [
    personWith({ name: 'Mr Brandt', visits: on([daysAgo(110)], { amount: 100_000 }) }),
    personWith({
      name: 'Mrs Lind',
      visits: every(7, { times: 48, until: daysAgo(3), amount: 500 }),
    }),
    personWith({ name: 'Mr Sale', visits: on([daysAgo(120)], { amount: 10_000, reduced: true }) }),
    joan,
    personWith({
      name: 'Tom R.',
      sentBy: joan.id,
      visits: on([daysAgo(40), daysAgo(33), daysAgo(18)], { amount: 1200 }),
    }),
    personWith({
      name: 'Hana',
      sentBy: joan.id,
      visits: on([daysAgo(30), daysAgo(9)], { amount: 900 }),
    }),
    personWith({
      name: 'Mr Okoro',
      visits: every(7, { times: 52, until: daysAgo(35), amount: 1800 }),
    }),
    personWith({
      name: 'Ruth Adler',
      visits: every(14, { times: 8, until: daysAgo(2), amount: 2200 }),
      moments: [{ kind: 'complaint', day: daysAgo(6), text: 'The brisket was dry.' }],
    }),
  ];
  const week = listOf(shop);

  it('answers the complaint, thanks who sends people and who keeps coming, and courts nobody who came once', () => {
    expect(linesOf(week)).toEqual([
      ['Ruth Adler', 'word', 'answer', 'complaint-open', 'usual-weekday'], // an unanswered complaint comes before any card
      ['Joan Price', 'card', 'open', 'sent-people', 'just-looking'], // bought nothing, sent two people
      ['Mr Okoro', 'offer', 'open', 'overdue', 'usual-weekday'], // every Thursday for a year, silent for five weeks
      ['Mrs Lind', 'card', 'open', 'own-rhythm', 'usual-weekday'], // five a week, every week, never thanked
      ['Tom R.', 'card', 'reserved', 'new-here', 'reserved-place'], // new, three small visits
      ['Hana', 'card', 'open', 'new-here', 'last-thanked'],
    ]);
  });

  it('leaves the traveller and the bargain visitor alone, and says by which rule', () => {
    expect(leftOut(week)).toEqual([
      ['Mr Sale', 'only-for-offers'],
      ['Mr Brandt', 'came-once'],
    ]);
  });
});

describe('a butcher who has done much already', () => {
  const steady = (lastSeen: number) =>
    every(7, { times: 40, until: daysAgo(lastSeen), amount: 2000 });
  const shop = [
    personWith({ name: 'Abel', visits: steady(2), gestures: [thankedOn(daysAgo(21))] }),
    personWith({
      name: 'Bea',
      visits: steady(3),
      gestures: [{ kind: 'card', plannedOn: daysAgo(9), skippedOn: daysAgo(9) }],
    }),
    personWith({
      name: 'Cyril',
      visits: steady(4),
      gestures: [{ kind: 'card', plannedOn: daysAgo(8), printedOn: daysAgo(8) }],
    }),
    personWith({ name: 'Dora', visits: steady(5), suggestNothing: true }),
    personWith({ name: 'Emil', visits: steady(5), passingThrough: true }),
    personWith({ name: 'Fay', visits: steady(40), local: false }),
    personWith({ name: 'Gus', visits: steady(41), permissions: noLetters() }),
    personWith({
      name: 'Hal',
      visits: every(7, { times: 40, until: daysAgo(42), amount: 900, reduced: true }),
    }),
    personWith({
      name: 'Ivy',
      visits: [
        ...every(28, { times: 10, until: daysAgo(60), amount: 1500 }),
        ...every(7, { times: 5, until: daysAgo(4), amount: 1500 }),
      ],
    }),
    personWith({
      name: 'Jo',
      birthday: '06-24',
      visits: every(21, { times: 9, until: daysAgo(10), amount: 1500 }),
      gestures: [thankedOn(daysAgo(90))],
    }),
    personWith({
      name: 'Kit',
      visits: [
        ...every(14, { times: 9, until: daysAgo(80), amount: 1500 }),
        ...on([daysAgo(5)], { amount: 1500 }),
      ],
    }),
    personWith({ name: 'Lou', visits: steady(300) }),
  ];
  const week = listOf(shop);

  it('still finds those to whom something is due', () => {
    expect(linesOf(week)).toEqual([
      ['Hal', 'card', 'open', 'overdue', 'usual-weekday'], // comes for reduced prices: a card, no discount
      ['Kit', 'card', 'open', 'milestone', 'back-again'], // back after eleven weeks, on the tenth visit
      ['Jo', 'card', 'open', 'birthday', 'usual-weekday'], // birthday next Wednesday, thanked long enough ago
      // Five visits in eight weeks, one a month before: no luck, but a third of a rise lasts, so
      // it counts for less than before: a birthday and a tenth visit come first.
      ['Ivy', 'card', 'open', 'coming-more', 'usual-weekday'],
    ]);
  });

  it('says of everybody else which rule excludes them', () => {
    expect(leftOut(week)).toEqual([
      ['Cyril', 'waiting'],
      ['Bea', 'skipped'],
      ['Abel', 'resting'],
      ['Lou', 'long-gone'],
      ['Gus', 'no-post'],
      ['Fay', 'lives-elsewhere'],
      ['Dora', 'owner-said-no'],
      ['Emil', 'passing-through'],
    ]);
  });
});

describe('a café with three places a week', () => {
  const shop = [
    personWith({
      name: 'Nia',
      visits: every(3, { times: 60, until: daysAgo(1), amount: 450, minute: 510 }),
    }),
    personWith({
      name: 'Ola',
      visits: every(2, { times: 80, until: daysAgo(1), amount: 380, minute: 540, marks: ['easy'] }),
    }),
    personWith({ name: 'Pim', visits: every(7, { times: 30, until: daysAgo(30), amount: 1600 }) }),
    personWith({ name: 'Quin', visits: every(4, { times: 3, until: daysAgo(2), amount: 350 }) }),
    personWith({ name: 'Rosa', visits: every(9, { times: 2, until: daysAgo(1), amount: 350 }) }),
    personWith({
      name: 'Sol',
      visits: [
        ...every(10, { times: 8, until: daysAgo(6), amount: 700 }),
        ...on([daysAgo(20)], { marks: ['shared'] }),
      ],
    }),
    personWith({ name: 'Tess', visits: on([daysAgo(30)], { amount: 400 }) }),
    personWith({ name: 'Udo', visits: on([daysAgo(45), daysAgo(11)], { kind: 'browsed' }) }),
    personWith({ name: 'Vera', visits: every(12, { times: 6, until: daysAgo(7), amount: 800 }) }),
  ];
  const frugal = { budgetPieces: 3, budgetMoney: 700 };

  it('gives its few places by need, one of them to a newcomer', () => {
    const week = listOf(shop, settingsWith(frugal));
    expect(linesOf(week)).toEqual([
      ['Pim', 'offer', 'open', 'overdue', 'usual-weekday'], // every week, and silent for a month
      ['Sol', 'card', 'open', 'shared', 'visits-this-year'], // shared the café three weeks ago
      ['Quin', 'card', 'reserved', 'new-here', 'reserved-place'], // three visits since last week
    ]);
    expect(leftOut(week)).toEqual([
      ['Nia', 'places-full'],
      ['Ola', 'places-full'],
      ['Vera', 'places-full'],
      ['Rosa', 'places-full'],
      ['Udo', 'nothing-stands-out'],
      ['Tess', 'nothing-stands-out'],
    ]);
  });

  it('reserves no place when the owner does not want one', () => {
    const week = listOf(shop, settingsWith({ ...frugal, reservedPlace: false }));
    expect(linesOf(week).map(([name, , place]) => [name, place])).toEqual([
      ['Pim', 'open'],
      ['Sol', 'open'],
      ['Nia', 'open'],
    ]);
  });

  it('leans to many customers when the owner says so', () => {
    const week = listOf(shop, settingsWith({ ...frugal, reservedPlace: false, focus: 'volume' }));
    const valued = listOf(shop, settingsWith({ ...frugal, reservedPlace: false, focus: 'valued' }));
    expect(placeOf('Quin', week)).toBeLessThan(placeOf('Vera', week));
    expect(placeOf('Vera', valued)).toBeLessThan(placeOf('Quin', valued));
  });
});

describe('a bakery with something to celebrate', () => {
  const weekly = (times: number, lastSeen: number) =>
    every(7, { times, until: daysAgo(lastSeen), amount: 600 });
  const thanked = [thankedOn(daysAgo(100))];
  const shop = [
    personWith({ name: 'Anna', visits: weekly(100, 3), gestures: thanked }),
    personWith({ name: 'Bert', visits: weekly(50, 2), gestures: thanked }),
    personWith({ name: 'Cleo', visits: every(9, { times: 10, until: daysAgo(1), amount: 600 }) }),
    personWith({
      name: 'Dov',
      visits: every(60, { times: 7, until: daysAgo(1), amount: 600 }),
      gestures: thanked,
    }),
    personWith({
      name: 'Ema',
      visits: weekly(60, 4),
      gestures: thanked,
      moments: [{ kind: 'idea', day: daysAgo(3), text: 'Bake rye on Mondays.' }],
    }),
    personWith({ name: 'Finn', visits: on([daysAgo(15), daysAgo(4)], { amount: 400 }) }),
  ];
  const week = listOf(shop, settingsWith({ reservedPlace: false }));

  it('keeps the hundredth, the fiftieth and the tenth visit, a year together, and the second visit', () => {
    expect(linesOf(week)).toEqual([
      ['Ema', 'word', 'answer', 'feedback-open', 'usual-weekday'], // an idea that waits for an answer
      ['Anna', 'card', 'open', 'milestone', 'usual-weekday'], // a hundred visits, the last of them on Monday
      ['Bert', 'card', 'open', 'milestone', 'usual-weekday'], // fifty
      ['Dov', 'card', 'open', 'anniversary', 'visits-this-year'], // a year together next week
      ['Cleo', 'card', 'open', 'milestone', 'visits-this-year'], // ten
      ['Finn', 'card', 'open', 'new-here', 'last-thanked'], // came a second time
    ]);
    expect(milestonesIn(week)).toEqual([100, 50, 10]);
  });
});

describe('a week with less money than people', () => {
  const slipping = (name: string) =>
    personWith({ name, visits: every(7, { times: 30, until: daysAgo(30), amount: 1600 }) });
  const shop = ['Ada', 'Ben', 'Cy'].map(slipping);

  it('gives a card where the money does not reach for an offer, rather than nothing', () => {
    const rich = listOf(shop, settingsWith({ budgetMoney: 1200 }));
    expect(linesOf(rich).map(([, gesture]) => gesture)).toEqual(['offer', 'offer', 'offer']);
    const poor = listOf(shop, settingsWith({ budgetMoney: 700 }));
    expect(linesOf(poor).map(([, gesture]) => gesture)).toEqual(['offer', 'card', 'card']);
    const poorest = listOf(shop, settingsWith({ budgetMoney: 250 }));
    expect(linesOf(poorest).map(([name, gesture]) => [name, gesture])).toEqual([
      ['Ada', 'card'],
      ['Ben', 'card'],
    ]);
    expect(leftOut(poorest)).toEqual([['Cy', 'over-budget']]);
  });

  it('says what an offer should lean on', () => {
    const [ada] = listOf(shop, settingsWith({ budgetMoney: 1200 })).suggestions;
    expect(ada?.advice).toEqual({
      usualAmount: 1600,
      weekday: weekdayOf(daysAgo(30)),
      fromHour: null,
      isPriceLed: false,
    });
  });
});

function milestonesIn({ suggestions }: WeekSuggestions): readonly number[] {
  return suggestions.flatMap(({ reasons }) =>
    reasons.flatMap((reason) => (reason.code === 'milestone' ? [reason.visitDays] : [])),
  );
}

function listOf(
  shop: readonly PersonInShop[],
  settings: Settings = settingsWith(),
): WeekSuggestions {
  const week = suggest({ histories: historiesOf([...longAgo, ...shop]), settings, today });
  return { ...week, exclusions: week.exclusions.filter(({ name }) => !name.startsWith('Old ')) };
}

function linesOf({ suggestions }: WeekSuggestions): readonly (readonly string[])[] {
  return suggestions.map(({ name, gesture, place, reasons }) => {
    const codes = reasons.map((reason) => reason.code);
    const second = codes.find((code) => code === 'reserved-place') ?? codes[1] ?? '';
    return [name, gesture, place, codes[0] ?? '', second];
  });
}

function leftOut({ exclusions }: WeekSuggestions): readonly (readonly string[])[] {
  return exclusions.map(({ name, rule }) => [name, rule]);
}

function placeOf(name: string, { suggestions, exclusions }: WeekSuggestions): number {
  return [...suggestions, ...exclusions].findIndex((each) => each.customerId === customerId(name));
}

function noLetters() {
  const given = { day: daysAgo(100), how: 'at the till', words: '', notedAt: 0 };
  return [{ purpose: 'any', way: 'post', answer: 'no', ...given }] as const;
}
