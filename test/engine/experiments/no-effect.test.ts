// Shops whose cards do nothing: whoever gets one comes back as often as whoever does not. The app
// may say that they help in one such shop of twenty at most.
import { describe, expect, it } from 'vitest';
import type { History } from '#domain/visits/history.ts';
import type { WeekDecisions } from '#domain/week/week-decisions.ts';
import { gestureEffectsOf, type GestureEffect } from '#engine/experiments/effects.ts';
import { addDays, mondayOf, type Day } from '#lib/day.ts';
import { seededRandom, type Random } from '#lib/seeded-random.ts';
import { weekRow } from '../../support/shops/plain-rows.ts';
import {
  customerId,
  daysAgo,
  on,
  personWith,
  settingsWith,
  today,
} from '../../support/shops/shop-with.ts';

/** What the page takes for "probably helps" (i18n/insights-effects.ts). */
const claimedFrom = 0.95;
const shops = 100;
const weeks = 52;
const listed = 10;

describe('a shop whose cards do nothing', () => {
  it('is told that they help once in twenty times at most, where some were left out by lot', () => {
    const effects = Array.from({ length: shops }, (_, seed) =>
      effectIn(seededRandom(`no effect ${seed}`), { lot: 0.15, help: 0 }),
    );
    const told = effects.filter(({ probability }) => probability !== null);
    expect(told.length).toBeGreaterThan(0.9 * shops);
    expect(told.filter(isClaimed).length / shops).toBeLessThanOrEqual(0.05);
  });

  it('is never told so where those without one were not chosen by lot', () => {
    const effects = Array.from({ length: 20 }, (_, seed) =>
      effectIn(seededRandom(`chosen ${seed}`), { lot: 0, help: 0 }),
    );
    expect(effects.every(({ hasEnoughData }) => hasEnoughData)).toBe(true);
    expect(effects.filter(({ probability }) => probability !== null)).toEqual([]);
  });
});

describe('a shop whose cards do much', () => {
  it('is told so, as a rule, after a year with a lot', () => {
    const effects = Array.from({ length: 20 }, (_, seed) =>
      effectIn(seededRandom(`much ${seed}`), { lot: 0.15, help: 0.6 }),
    );
    expect(effects.filter(isClaimed).length).toBeGreaterThan(10);
  });
});

function isClaimed({ probability }: GestureEffect): boolean {
  return probability !== null && probability >= claimedFrom;
}

interface ShopStory {
  /** Share of a week's list that is left out by lot. */
  readonly lot: number;
  /** Share of those who would have stayed away that a card brings back. */
  readonly help: number;
}

/**
 * Each week ten people who have just come in stand on the list; the liveliest ones, where there is
 * no lot. Everybody is back within their window with a chance of their own.
 */
function effectIn(random: Random, { lot, help }: ShopStory): GestureEffect {
  const shop: History[] = [];
  const decided: WeekDecisions[] = [];
  for (let week = 0; week < weeks; week += 1) {
    const monday = mondayOf(daysAgo(70 + 7 * week));
    const people = Array.from({ length: listed }, (_, place) => {
      const isLively = place < listed / 2;
      const isLeftOut = lot === 0 ? !isLively : random() < lot;
      const comes = random() < (isLively ? 0.7 : 0.3) || (!isLeftOut && random() < help);
      const history = visitor(`${week} ${place}`, monday, { comes, isLeftOut });
      return { isLeftOut, history };
    });
    const ids = people.map(({ history }) => history.customerId);
    const without = ids.filter((_, place) => people[place]?.isLeftOut);
    shop.push(...people.map(({ history }) => history));
    decided.push(
      weekRow({
        week: monday,
        eligible: ids,
        chosen: ids.filter((id) => !without.includes(id)),
        heldOut: lot === 0 ? [] : without,
      }),
    );
  }
  return gestureEffectsOf({
    histories: shop,
    weeks: decided,
    calendar: settingsWith(),
    today,
  }).all;
}

interface Story {
  readonly comes: boolean;
  readonly isLeftOut: boolean;
}

/** Each story of a week once: seventy thousand people have two hundred of them. */
const told = new Map<string, History>();

/** The history of somebody with the story of that week. */
function visitor(name: string, monday: Day, story: Story): History {
  const key = `${monday} ${story.comes} ${story.isLeftOut}`;
  const history = told.get(key) ?? tell(monday, story);
  told.set(key, history);
  return { ...history, customerId: customerId(name) };
}

/** Somebody who comes every ten days, is in on the Tuesday, and is back within twenty or not. */
function tell(monday: Day, { comes, isLeftOut }: Story): History {
  const tuesday = addDays(monday, 1);
  const before = [50, 40, 30, 20, 10, 0].map((ago) => addDays(tuesday, -ago));
  const card = {
    kind: 'card',
    plannedOn: monday,
    week: monday,
    handedOverOn: tuesday,
    windowDays: 20,
    reasons: [{ code: 'own-rhythm', typicalDays: 10, within: 5, of: 5, low: 8, high: 12 }],
  } as const;
  return personWith({
    name: 'Ann',
    visits: on([...before, ...(comes ? [addDays(tuesday, 12)] : [])]),
    gestures: isLeftOut ? [] : [card],
  }).history;
}
