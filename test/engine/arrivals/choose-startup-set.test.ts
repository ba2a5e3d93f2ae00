import { describe, expect, it } from 'vitest';
import { firstPeopleAt, type FirstPerson } from '#engine/arrivals/choose-startup-set.ts';
import { likeliestFirst, slotMinutes, type FirstPeople } from '#engine/arrivals/startup-set.ts';
import { arrivalTimesFrom } from '#engine/arrivals/visit-times.ts';
import { plainScores, standingOf, type ArrivalOrder } from '#engine/arrivals/state.ts';
import { addHabits, noHabits, shopGapDays, usualFrom } from '#engine/arrivals/baseline.ts';
import { nameSearch } from '#domain/customers/name-search.ts';
import { visitStamp } from '#domain/visits/history.ts';
import { dayNumber } from '#lib/day.ts';
import { grouped } from '#lib/group-by.ts';
import { measuredPlan } from '#sample/sample-settings.ts';
import { shopOf } from '#sample/generate-shop.ts';
import { day, today } from '../../support/shops/shop-with.ts';

const number = dayNumber(today);
const begins = 630;

describe('the people of a half hour', () => {
  it('answer every first letter at every minute of it as everybody would', () => {
    const first = chosenOf(everybody);
    expect(first.cards.length).toBeGreaterThan(100);
    for (let minute = 0; minute < slotMinutes; minute += 3) {
      const cards = likeliestFirst(first, minute) ?? [];
      const places = new Map(cards.map(({ id }, place) => [id, place]));
      expect(answersOf(cards, (id) => -(places.get(id) ?? Infinity))).toEqual(
        answersAt(begins + minute),
      );
    }
  });

  it('come in whatever order the tiles go by', () => {
    const byPlace: ArrivalOrder = (standings) => Float64Array.from(standings, (_, place) => place);
    const first = chosenOf(everybody, byPlace);
    const [likeliest] = likeliestFirst(first, 0) ?? [];
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

  it('are passed over when other code kept them', () => {
    expect(likeliestFirst({ ...chosenOf(everybody), version: 1 }, 0)).toBeUndefined();
    expect(likeliestFirst(undefined, 0)).toBeUndefined();
  });
});

const everybody = peopleOf();

function peopleOf(): readonly FirstPerson[] {
  const shop = shopOf(measuredPlan({ customers: 1_600, visits: 24_000 }, day('2026-06-17')));
  const visits = grouped(shop.visits, ({ customerId }) => customerId);
  return shop.customers.map(({ id, name, alsoCalled, cue, phone }) => ({
    card: { id, name, alsoCalled, cue, phone },
    times: arrivalTimesFrom(
      (visits.get(id) ?? []).map((visit) => ({
        stamp: visitStamp(visit.day, visit.minute),
        isTimed: true,
      })),
    ),
  }));
}

function chosenOf(people: readonly FirstPerson[], order: ArrivalOrder = plainScores): FirstPeople {
  const [first] = [...firstPeopleAt(people, [{ day: number, minute: begins }], order)];
  if (first === undefined) throw new Error('nobody was chosen');
  return first;
}

function answersAt(minute: number): ReturnType<typeof answersOf> {
  const times = everybody.map((person) => person.times);
  const gapDays = shopGapDays(times, (who) => times[who]?.days.length ?? 0);
  const sums = noHabits(gapDays);
  for (const own of times) addHabits(sums, own, { count: own.days.length, stamp: number * 1440 });
  const standings = times.map((own) =>
    standingOf(own, { count: own.days.length, day: number, gapDays }),
  );
  const scores = plainScores(standings, { day: number, minute, usual: usualFrom(sums) });
  const scoreOf = new Map(everybody.map(({ card }, place) => [card.id, scores[place] ?? 0]));
  return answersOf(
    everybody.map(({ card }) => card),
    (id) => scoreOf.get(id) ?? 0,
  );
}

function answersOf(
  cards: readonly FirstPerson['card'][],
  weightOf: (id: FirstPerson['card']['id']) => number,
) {
  const search = nameSearch(() => []);
  for (const card of cards) search.put(card);
  return Array.from('abcdefghijklmnopqrstuvwxyz').map((letter) =>
    search.find(letter, { limit: 12, weightOf }),
  );
}
