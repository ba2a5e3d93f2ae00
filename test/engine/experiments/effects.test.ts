import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { WeekDecisions } from '#domain/week/week-decisions.ts';
import { gestureEffectsOf, type GestureEffect } from '#engine/experiments/effects.ts';
import { reasonGroupOf } from '#engine/experiments/reason-groups.ts';
import { addDays, daysBetween, mondayOf, type Day } from '#lib/day.ts';
import { medianOf } from '#lib/statistics.ts';
import { anyShop } from '../../support/shops/any-shop.ts';
import {
  customerId,
  daysAgo,
  every,
  firstStamp,
  historiesOf,
  on,
  personWith,
  settingsWith,
  today,
  type PersonInShop,
} from '../../support/shops/shop-with.ts';

const calendar = settingsWith();

describe('what cards did', () => {
  const monday = mondayOf(daysAgo(60));
  const given = (name: string, back: boolean) =>
    personWith({
      name,
      visits: [
        ...every(7, { times: 10, until: addDays(monday, -3) }),
        ...(back ? on([addDays(monday, 9)]) : []),
      ],
      gestures: [card(addDays(monday, 1), { reasons: birthdayOn(monday) })],
    });
  const without = (name: string, back: boolean) =>
    personWith({
      name,
      visits: [
        ...every(7, { times: 10, until: addDays(monday, -3) }),
        ...(back ? on([addDays(monday, 9)]) : []),
      ],
    });

  it('is counted of those whose time is over, beside people of the same week who got none', () => {
    const shop = [
      given('Abel', true),
      given('Bea', false),
      without('Cyril', true),
      without('Dora', false),
      without('Emil', false),
    ];
    const { all, byReason } = effectsIn(shop, [
      weekOf(monday, { eligible: shop, chosen: ['Abel', 'Bea'] }),
    ]);
    const counts = { given: 2, cameBack: 1, compared: 3, comparedBack: 1, heldOut: 0 };
    expect(all).toMatchObject({ ...counts, hasEnoughData: false });
    expect(byReason.get('birthday')).toMatchObject(counts);
    expect([...byReason.keys()]).toEqual(['birthday']);
  });

  it('does not count a card that is not handed over, a word, or a window that is open', () => {
    const shop = [
      personWith({ name: 'Abel', gestures: [{ kind: 'card', plannedOn: daysAgo(60) }] }),
      personWith({ name: 'Bea', gestures: [{ ...card(daysAgo(60)), kind: 'word' }] }),
      personWith({
        name: 'Cyril',
        visits: on([daysAgo(5)]),
        gestures: [{ ...card(daysAgo(10)), windowDays: 10 }],
      }),
    ];
    expect(effectsIn(shop, []).all).toMatchObject({ given: 0, cameBack: 0 });
    const tomorrow = effectsIn(shop, [], addDays(today, 1)).all;
    expect(tomorrow).toMatchObject({ given: 1, cameBack: 1 });
  });

  it('compares a person who was silent for long only with people as silent', () => {
    const silent = (
      name: string,
      gestures: PersonInShop['gestures'] | [ReturnType<typeof card>] = [],
    ) =>
      personWith({
        name,
        visits: every(7, { times: 10, until: addDays(monday, -40) }),
        gestures,
      });
    const shop = [
      silent('Abel', [card(addDays(monday, 1))]),
      silent('Bea'),
      without('Cyril', true),
    ];
    const { all } = effectsIn(shop, [weekOf(monday, { eligible: shop, chosen: ['Abel'] })]);
    expect(all).toMatchObject({ given: 1, cameBack: 0, compared: 1, comparedBack: 0 });
  });

  it('tells apart who was held out', () => {
    const shop = [given('Abel', true), without('Bea', true), without('Cyril', false)];
    const week = weekOf(monday, { eligible: shop, chosen: ['Abel'], heldOut: ['Bea'] });
    expect(effectsIn(shop, [week]).all).toMatchObject({ compared: 2, heldOut: 1, heldOutBack: 1 });
  });

  it('moves little at first, and more as the cards are many', () => {
    const few = effectsIn(
      [given('Abel', true), without('Bea', false)],
      [weekOf(monday, { eligible: ['Abel', 'Bea'].map(customerId), chosen: ['Abel'] })],
    ).all;
    expect(few.uplift).toBeGreaterThan(0.05);
    expect(few.uplift).toBeLessThan(0.07);
    const names = Array.from({ length: 40 }, (_, index) => `Person ${index}`);
    const others = Array.from({ length: 40 }, (_, index) => `Other ${index}`);
    const shop = [
      ...names.map((name, index) => given(name, index < 36)),
      ...others.map((name, index) => without(name, index < 12)),
    ];
    const many = effectsIn(shop, [weekOf(monday, { eligible: shop, chosen: names })]).all;
    expect(many).toMatchObject({ given: 40, cameBack: 36, compared: 40, comparedBack: 12 });
    expect(many.hasEnoughData).toBe(true);
    // Nobody was left out by lot: that they were alike is not known.
    expect(many.probability).toBeNull();
    expect(many.low).toBeGreaterThan(0);
    expect(many.uplift).toBeLessThan(0.6);
    const without30 = effectsIn(shop.slice(1), [weekOf(monday, { eligible: shop, chosen: names })]);
    expect(without30.all.given).toBe(39);
  });

  it('has enough to say from exactly thirty on', () => {
    const hasEnough = (count: number): boolean => {
      const names = Array.from({ length: count }, (_, index) => `Person ${index}`);
      const shop = [...names.map((name) => given(name, true)), without('Other', false)];
      const week = weekOf(monday, { eligible: shop, chosen: names });
      return effectsIn(shop, [week]).all.hasEnoughData;
    };
    expect([29, 30].map(hasEnough)).toEqual([false, true]);
  });

  it('leans on what other reasons taught where a reason is new', () => {
    const names = Array.from({ length: 40 }, (_, index) => `Person ${index}`);
    const shop = [
      ...names.map((name) => given(name, true)),
      ...names.map((name) => without(`No ${name}`, false)),
    ];
    const { all, untried } = effectsIn(shop, [weekOf(monday, { eligible: shop, chosen: names })]);
    expect(effectsIn([], []).untried).toBeCloseTo(0.05, 12);
    expect(untried).toBeGreaterThan(0.05);
    expect(untried).toBeLessThan(all.uplift);
  });

  it('equals a slow recount of the rows, in any shop and any order', () => {
    fc.assert(
      fc.property(anyShop, fc.array(fc.nat(9), { maxLength: 6 }), (people, outs) => {
        const shop = people.map(handedOverInTime);
        const weeks = weeksOf(shop, outs);
        const found = gestureEffectsOf({ histories: historiesOf(shop), weeks, calendar, today });
        const turned = gestureEffectsOf({
          histories: historiesOf(shop.toReversed()),
          weeks: weeks.toReversed(),
          calendar,
          today,
        });
        expect(turned).toEqual(found);
        expect(countsOf(found.all)).toEqual(recount(shop, weeks, () => true));
        for (const [group, effect] of found.byReason) {
          expect(countsOf(effect)).toEqual(
            recount(shop, weeks, (gesture) => reasonGroupOf(gesture.reasons) === group),
          );
          expect(effect.low).toBeLessThan(effect.uplift);
          expect(effect.uplift).toBeLessThan(effect.high);
        }
      }),
      { numRuns: 150 },
    );
  });
});

type Gesture = PersonInShop['gestures'][number];

function card(handedOverOn: Day, more: Partial<Gesture> = {}) {
  return { kind: 'card' as const, plannedOn: handedOverOn, handedOverOn, windowDays: 14, ...more };
}

function birthdayOn(day: Day): Gesture['reasons'] {
  return [{ code: 'birthday', day }];
}

// Each thing that was given got its window when it was handed over, as the till gives it.
function handedOverInTime(person: PersonInShop): PersonInShop {
  const { id, name } = person.customer;
  const gestures = person.gestures.map((gesture, index) =>
    index === 0 ? { ...gesture, handedOverOn: gesture.plannedOn, windowDays: 21 } : gesture,
  );
  return personWith({ id, name, visits: person.visits, gestures });
}

function weeksOf(shop: readonly PersonInShop[], outs: readonly number[]): readonly WeekDecisions[] {
  const mondays = new Set(shop.flatMap(({ gestures }) => gestures.map((gesture) => gesture.week)));
  return [...mondays].map((monday) =>
    weekOf(monday, {
      eligible: shop,
      chosen: shop
        .filter((each) => each.gestures.some(({ week }) => week === monday))
        .map(({ customer }) => customer.name),
      heldOut: outs.map((out) => `Person ${out}`),
    }),
  );
}

interface Decided {
  readonly eligible: readonly (PersonInShop | CustomerId)[];
  readonly chosen: readonly string[];
  readonly heldOut?: readonly string[];
}

function weekOf(week: Day, { eligible, chosen, heldOut = [] }: Decided): WeekDecisions {
  return {
    week,
    eligible: eligible.map((each) => (typeof each === 'string' ? each : each.id)),
    chosen: chosen.map(customerId),
    heldOut: heldOut.map(customerId),
    skipped: [],
    budgetMoney: 3000,
    budgetPieces: 8,
    made: firstStamp,
    edits: {},
  };
}

function effectsIn(
  shop: readonly PersonInShop[],
  weeks: readonly WeekDecisions[],
  on: Day = today,
) {
  return gestureEffectsOf({ histories: historiesOf(shop), weeks, calendar, today: on });
}

type Counts = Pick<
  GestureEffect,
  'given' | 'cameBack' | 'compared' | 'comparedBack' | 'heldOut' | 'heldOutBack'
>;

function countsOf({
  given,
  cameBack,
  compared,
  comparedBack,
  heldOut,
  heldOutBack,
}: GestureEffect): Counts {
  return { given, cameBack, compared, comparedBack, heldOut, heldOutBack };
}

// The slow way: straight from the rows, day by day, nothing kept between two questions. The shop of
// these tests is open every day.
function recount(
  shop: readonly PersonInShop[],
  weeks: readonly WeekDecisions[],
  picks: (gesture: Gesture) => boolean,
): Counts {
  const counts = {
    given: 0,
    cameBack: 0,
    compared: 0,
    comparedBack: 0,
    heldOut: 0,
    heldOutBack: 0,
  };
  const tried = shop.flatMap((person) => triedOn(person).filter(({ gesture }) => picks(gesture)));
  const alike = new Set(
    tried.map(({ gesture, week, stratum, person }) =>
      [week, stratum, beganWith(person, week, gesture.handedOverOn ?? today)].join(' '),
    ),
  );
  counts.given = tried.length;
  counts.cameBack = tried.filter(({ isBack }) => isBack).length;
  for (const person of shop) {
    for (const { week, heldOut, start, until } of comparedWith(person, weeks)) {
      const story = [week, stratumOn(person, week), beganWith(person, week, start)].join(' ');
      if (!alike.has(story)) continue;
      const back = cameBetween(person, start, until) ? 1 : 0;
      counts.compared += 1;
      counts.comparedBack += back;
      counts.heldOut += heldOut;
      counts.heldOutBack += heldOut * back;
    }
  }
  return counts;
}

function triedOn(person: PersonInShop) {
  return person.gestures.flatMap((gesture) => {
    const { handedOverOn, windowDays, kind, week, voided } = gesture;
    if (voided || kind === 'word' || handedOverOn === null) return [];
    const until = addDays(handedOverOn, windowDays ?? 28);
    const isBack = cameBetween(person, handedOverOn, until);
    return until >= today
      ? []
      : [{ person, gesture, week, isBack, stratum: stratumOn(person, week) }];
  });
}

function beganWith(person: PersonInShop, week: Day, day: Day): string {
  if (!daysOf(person).includes(day)) return 'by post';
  return day <= addDays(week, 6) ? 'at a visit' : 'at a later visit';
}

interface Compared {
  readonly week: Day;
  readonly heldOut: 0 | 1;
  readonly start: Day;
  readonly until: Day;
}

function comparedWith(person: PersonInShop, weeks: readonly WeekDecisions[]): readonly Compared[] {
  const found: Compared[] = [];
  for (const { week, eligible, chosen, heldOut } of weeks.toSorted((a, b) =>
    a.week < b.week ? -1 : 1,
  )) {
    if (!eligible.includes(person.id) || chosen.includes(person.id)) continue;
    if (found.some((before) => week <= before.until)) continue;
    const sunday = addDays(week, 6);
    const start = daysOf(person).find((day) => day >= week && day <= sunday) ?? sunday;
    const until = addDays(start, windowOn(person, addDays(start, 1)));
    const back = daysOf(person).find((day) => day > start && day <= until);
    const before = back === undefined ? until : addDays(back, -1);
    if (until >= today || gotBetween(person, week, before)) continue;
    found.push({ week, start, until, heldOut: heldOut.includes(person.id) ? 1 : 0 });
  }
  return found;
}

function daysOf({ visits }: PersonInShop): readonly Day[] {
  const bought = visits.filter((visit) => visit.kind === 'bought' && !visit.voided);
  return [...new Set(bought.map((visit) => visit.day))].toSorted();
}

function gapsBefore(person: PersonInShop, day: Day): readonly number[] {
  const days = daysOf(person).filter((each) => each < day);
  return days.slice(1).map((each, index) => daysBetween(days[index] ?? each, each));
}

function windowOn(person: PersonInShop, day: Day): number {
  const gaps = gapsBefore(person, day);
  const typical = Math.round(2 * (medianOf(gaps.slice(-26)) ?? 0)) / 2;
  return gaps.length < 3 ? 28 : Math.max(7, Math.ceil(2 * typical));
}

function stratumOn(person: PersonInShop, monday: Day): string {
  const gaps = gapsBefore(person, monday);
  if (gaps.length < 3) return 'new';
  const last = daysOf(person).findLast((day) => day < monday) ?? monday;
  const silent = daysBetween(last, addDays(monday, -1));
  return silent > 2.5 * Math.max(1, medianOf(gaps.slice(-26)) ?? 1) ? 'late' : 'on-time';
}

function cameBetween(person: PersonInShop, after: Day, until: Day): boolean {
  return daysOf(person).some((day) => day > after && day <= until);
}

function gotBetween({ gestures }: PersonInShop, from: Day, until: Day): boolean {
  return gestures.some(
    ({ kind, handedOverOn, voided }) =>
      !voided &&
      kind !== 'word' &&
      handedOverOn !== null &&
      handedOverOn >= from &&
      handedOverOn <= until,
  );
}
