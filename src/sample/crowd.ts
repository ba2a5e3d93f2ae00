// Everybody else in an invented shop: people drawn at random, in the proportions of a high street.

import { seededRandom, type Random } from '#lib/seeded-random.ts';
import { weekdays, type Weekday } from '#lib/day.ts';
import type { SamplePerson } from './cast.ts';
import { pickOne } from './random-draws.ts';
import type { Habit } from './habit.ts';
import { belongings, clothes, colours, firstNames, lastNames, preferences } from './names.ts';

/** A sort of customer: how common it is, and a habit in a shop of `days` days. */
interface Archetype {
  readonly share: number;
  readonly habit: (random: Random, days: number) => Partial<Habit>;
}

const archetypes: readonly Archetype[] = [
  {
    share: 0.2,
    habit: (random) => ({ gapDays: 6 + 3 * random(), evenness: 16, weekday: anyWeekday(random) }),
  },
  {
    share: 0.06,
    habit: (random) => ({
      gapDays: 1.5 + 2 * random(),
      evenness: 6,
      spends: 300 + 300 * random(),
      strays: 20,
    }),
  },
  { share: 0.22, habit: (random) => ({ gapDays: 12 + 10 * random(), evenness: 5 }) },
  { share: 0.14, habit: (random) => ({ gapDays: 28 + 20 * random(), evenness: 3 }) },
  {
    share: 0.12,
    habit: (random, days) => ({
      gapDays: 9 + 8 * random(),
      evenness: 6,
      until: Math.floor(days * (0.1 + 0.6 * random())),
    }),
  },
  {
    share: 0.08,
    habit: (random, days) => ({
      gapDays: 8 + 8 * random(),
      evenness: 6,
      since: Math.floor(days * 0.35 * random()) + 5,
    }),
  },
  { share: 0.08, habit: (random) => ({ gapDays: 14 + 8 * random(), evenness: 3, reduced: 0.7 }) },
  { share: 0.1, habit: (random, days) => singleVisitOn(Math.floor(days * random())) },
];

/** The person with this index in a shop of `days` days. Depends on the seed and the index alone. */
export function crowdMember(seed: string, index: number, days: number): SamplePerson {
  const random = seededRandom(`${seed}/person/${index}`);
  const archetype = archetypeFor(random());
  const first = pick(random, firstNames);
  const last = pick(random, lastNames);
  return {
    name: random() < 0.3 ? `${first} ${last.slice(0, 1)}.` : `${first} ${last}`,
    ...(random() < 0.3 ? { cue: cueFor(index, random()) } : {}),
    ...(random() < 0.15 ? { likes: pick(random, preferences) } : {}),
    ...(random() < 0.2 ? { birthdayIn: 1 + Math.floor(364 * random()) } : {}),
    habit: {
      since: days,
      minute: pick(random, busyMinutes),
      strays: 20 + 80 * random(),
      spends: 600 + 2600 * random() ** 2,
      friend: random() < 0.06 ? 0.12 : 0,
      easy: random() < 0.06 ? 0.7 : 0.02,
      ...archetype.habit(random, days),
    },
  };
}

function archetypeFor(draw: number): Archetype {
  let sum = 0;
  for (const archetype of archetypes) {
    sum += archetype.share;
    if (draw < sum) return archetype;
  }
  return archetypes[2] ?? { share: 1, habit: () => ({}) };
}

function singleVisitOn(daysAgo: number): Partial<Habit> {
  return { gapDays: 9_000, evenness: 20, since: daysAgo, until: Math.max(0, daysAgo - 9) };
}

function anyWeekday(random: Random): Weekday | null {
  return weekdays[Math.floor(random() * 6)] ?? null;
}

const busyMinutes: readonly number[] = [
  510, 540, 570, 600, 630, 660, 690, 720, 780, 900, 960, 1010, 1040,
];

function pick<T>(random: Random, list: readonly T[]): T {
  const [first, ...rest] = list;
  if (first === undefined) throw new RangeError('nothing to pick from');
  return pickOne(random, [first, ...rest]);
}

// Two people of one cue are told apart by nothing: for as many as the sample shop has, no two of
// these are alike.
function cueFor(index: number, draw: number): string {
  const things = draw < 0.5 ? clothes : belongings;
  const thing = index % things.length;
  const colour = (Math.floor(index / things.length) + 3 * thing) % colours.length;
  return `${colours[colour]} ${things[thing]}`;
}
