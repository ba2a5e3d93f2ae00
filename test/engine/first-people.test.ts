import { describe, expect, it } from 'vitest';
import { firstPeopleAt } from '#engine/first-people.ts';
import type { FirstPerson } from '#engine/kept-first-people.ts';
import { arrivalTimesFrom } from '#engine/models/arrivals-comings.ts';
import { plainScores, standingOf } from '#engine/models/arrivals-standing.ts';
import { nameSearch } from '#domain/name-search.ts';
import { visitStamp } from '#domain/history.ts';
import { dayNumber } from '#lib/day.ts';
import { grouped } from '#lib/grouped.ts';
import { measuredPlan } from '#sample/sample-settings.ts';
import { shopOf } from '#sample/shop.ts';
import { day, today } from '../support/shop-with.ts';

const number = dayNumber(today);

describe('the people of an hour', () => {
  it('are enough to answer every first letter at every minute of it', () => {
    const [first] = [...firstPeopleAt(everybody, [{ day: number, minute: 630 }])];
    const kept = new Set(first?.people.map(({ card }) => card.id));
    expect(kept.size).toBeGreaterThan(100);
    for (const minute of [600, 610, 620, 630, 640, 650, 659]) {
      const answers = answersAt(minute, first?.usual ?? missing());
      expect(answers.filter((id) => !kept.has(id))).toEqual([]);
    }
  });

  it('are no more in a shop four times as large', () => {
    const sizes = [everybody.slice(0, 400), everybody].map((people) => {
      const [first] = [...firstPeopleAt(people, [{ day: number, minute: 630 }])];
      return first?.people.length ?? 0;
    });
    expect(sizes[1]).toBeLessThan((sizes[0] ?? 0) * 1.5);
  });
});

const everybody = peopleOf();

function peopleOf(): readonly FirstPerson[] {
  const shop = shopOf(measuredPlan({ customers: 1_600, visits: 24_000 }, day('2026-06-17')));
  const visits = grouped(shop.visits, ({ customerId }) => customerId);
  return shop.customers.map((card) => ({
    card,
    times: arrivalTimesFrom(
      (visits.get(card.id) ?? []).map((visit) => ({
        stamp: visitStamp(visit.day, visit.minute),
        isTimed: true,
      })),
    ),
  }));
}

function answersAt(minute: number, usual: Parameters<typeof plainScores>[1]['usual']) {
  const standings = everybody.map(({ times }) =>
    standingOf(times, { count: times.days.length, day: number, gapDays: usual.gapDays }),
  );
  const scores = plainScores(standings, { day: number, minute, usual });
  const scoreOf = new Map(everybody.map(({ card }, place) => [card.id, scores[place] ?? 0]));
  const search = nameSearch(() => []);
  for (const { card } of everybody) search.put(card);
  return Array.from('abcdefghijklmnopqrstuvwxyz').flatMap((letter) =>
    search.find(letter, { limit: 12, weightOf: (id) => scoreOf.get(id) ?? 0 }),
  );
}

function missing(): never {
  throw new Error('nobody was chosen');
}
