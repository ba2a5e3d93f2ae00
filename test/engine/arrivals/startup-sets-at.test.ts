import { describe, expect, it } from 'vitest';
import { startupSetsAt, type StartupCandidate } from '#engine/arrivals/startup-sets-at.ts';
import { startupOrder, slotMinutes, type StartupSet } from '#engine/arrivals/startup-set.ts';
import { arrivalTimesFrom } from '#engine/arrivals/visit-times.ts';
import { baselineScores, arrivalStateOf, type ArrivalOrder } from '#engine/arrivals/state.ts';
import {
  addToBaseline,
  emptyBaseline,
  shopGapDays,
  baselineFrom,
} from '#engine/arrivals/baseline.ts';
import { nameSearch } from '#domain/customers/name-search.ts';
import { visitMinutes } from '#domain/visits/history.ts';
import { dayNumber } from '#lib/day.ts';
import { groupBy } from '#lib/group-by.ts';
import { measuredPlan } from '../../support/shops/measured-plan.ts';
import { generateShop } from '../../support/shops/generate-shop.ts';
import { day, today } from '../../support/shops/shop-with.ts';

const number = dayNumber(today);
const begins = 630;

describe('the people of a half hour', () => {
  it('answer every first letter at every minute of it as everybody would', () => {
    const first = chosenOf(everybody);
    expect(first.cards.length).toBeGreaterThan(100);
    for (let minute = 0; minute < slotMinutes; minute += 3) {
      const cards = startupOrder(first, minute) ?? [];
      const indexes = new Map(cards.map(({ id }, index) => [id, index]));
      expect(answersOf(cards, (id) => -(indexes.get(id) ?? Infinity))).toEqual(
        answersAt(begins + minute),
      );
    }
  });

  it('come in whatever order the tiles go by', () => {
    const byIndex: ArrivalOrder = (states) => Float64Array.from(states, (_, index) => index);
    const first = chosenOf(everybody, byIndex);
    const [likeliest] = startupOrder(first, 0) ?? [];
    expect(likeliest?.id).toBe(everybody.at(-1)?.card.id);
  });

  it('are no more in a shop four times as large', () => {
    const [few, many] = [everybody.slice(0, 400), everybody].map((people) => chosenOf(people));
    expect(many?.cards.length).toBeLessThan((few?.cards.length ?? 0) * 1.5);
  });

  it('weigh little enough to be read in one go', () => {
    const { cards, orders } = chosenOf(everybody);
    expect(JSON.stringify(cards).length + orders.byteLength).toBeLessThan(60_000);
  });

  it('are ignored when other code stored them', () => {
    expect(startupOrder({ ...chosenOf(everybody), version: 1 }, 0)).toBeUndefined();
    expect(startupOrder(undefined, 0)).toBeUndefined();
  });
});

const everybody = peopleOf();

function peopleOf(): readonly StartupCandidate[] {
  const shop = generateShop(measuredPlan({ customers: 1_600, visits: 24_000 }, day('2026-06-17')));
  const visits = groupBy(shop.visits, ({ customerId }) => customerId);
  return shop.customers.map(({ id, name, alsoCalled, cue, phones, emails, importKey }) => ({
    card: { id, name, alsoCalled, cue, phones, emails, importKey },
    times: arrivalTimesFrom(
      (visits.get(id) ?? []).map((visit) => ({
        epochMinute: visitMinutes(visit.day, visit.minute),
        isTimed: true,
      })),
    ),
  }));
}

function chosenOf(
  people: readonly StartupCandidate[],
  order: ArrivalOrder = baselineScores,
): StartupSet {
  const [first] = [...startupSetsAt(people, [{ day: number, minute: begins }], order)];
  if (first === undefined) throw new Error('nobody was chosen');
  return first;
}

function answersAt(minute: number): ReturnType<typeof answersOf> {
  const times = everybody.map((person) => person.times);
  const gapDays = shopGapDays(times, (who) => times[who]?.days.length ?? 0);
  const sums = emptyBaseline(gapDays);
  for (const own of times)
    addToBaseline(sums, own, { count: own.days.length, epochMinute: number * 1440 });
  const states = times.map((own) =>
    arrivalStateOf(own, { count: own.days.length, day: number, gapDays }),
  );
  const scores = baselineScores(states, { day: number, minute, baseline: baselineFrom(sums) });
  const scoreOf = new Map(everybody.map(({ card }, index) => [card.id, scores[index] ?? 0]));
  return answersOf(
    everybody.map(({ card }) => card),
    (id) => scoreOf.get(id) ?? 0,
  );
}

function answersOf(
  cards: readonly StartupCandidate['card'][],
  weightOf: (id: StartupCandidate['card']['id']) => number,
) {
  const search = nameSearch(() => []);
  for (const card of cards) search.put(card);
  return Array.from('abcdefghijklmnopqrstuvwxyz').map((letter) =>
    search.find(letter, { limit: 12, weightOf }),
  );
}
