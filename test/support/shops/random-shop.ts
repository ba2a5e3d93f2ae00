// Invented shops as raw rows, one for each number: people of every sort, customers merged, visits
// taken back or logged for a day to come, several zones, closed days, cards given and passed over.
// Small, so that a thousand can be counted up by hand.
import type { Customer } from '#domain/customers/customer.ts';
import { isPresent } from '#domain/customers/customer.ts';
import { historyOf, type History } from '#domain/visits/history.ts';
import { defaultOpening, type Settings } from '#domain/shop/settings.ts';
import { defaultSegmentRules } from '#domain/week/segment.ts';
import { withoutAmounts } from '#domain/visits/without-amounts.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import type { Moment } from '#domain/visits/moment.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { WeekDecisions } from '#domain/week/week-decisions.ts';
import { addDays, mondayOf, type Day } from '#lib/day.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { randomSourceFrom, type RandomSource } from '../values/random-source.ts';
import { randomPerson } from './random-customer.ts';
import {
  customerId,
  day,
  firstStamp,
  on,
  personWith,
  settingsWith,
  type PersonInShop,
} from './shop-with.ts';

/** A whole shop as rows, and the day on which it is looked at. */
export interface RawShop {
  readonly today: Day;
  readonly settings: Settings;
  readonly customers: readonly Customer[];
  readonly visits: readonly Visit[];
  readonly moments: readonly Moment[];
  readonly gestures: readonly Gesture[];
  readonly weeks: readonly WeekDecisions[];
}

/** The shop with this number: always the same one. */
export function randomShop(number: number): RawShop {
  const random = randomSourceFrom(seededRandom(`shop ${number}`));
  const today = addDays(day('2024-01-01'), random.whole(0, 1400));
  const settings = randomSettings(random, today);
  const others = Array.from({ length: random.whole(5, 14) }, (_, index) => {
    const spec = randomPerson(random, today);
    const sentBy = random.happens(0.3) ? customerId(`Person ${random.whole(0, 11)}`) : null;
    return personWith({ addedOn: addDays(today, -400), ...spec, name: `Person ${index}`, sentBy });
  });
  const people = number % 3 === 0 ? [...oldPeople(today), ...others] : others;
  const rows = {
    customers: people.map((person) => person.customer),
    visits: people.flatMap((person) => person.visits),
    moments: people.flatMap((person) => person.moments),
    gestures: people.flatMap((person) => person.gestures),
  };
  return {
    today,
    settings,
    ...rows,
    customers: joinedAtRandom(random, rows.customers),
    visits: rows.visits.map((visit, index) =>
      index % 40 === 7 ? atTheWall(visit, settings.zone, random) : visit,
    ),
    weeks: weeksOf(random, rows.gestures, today),
  };
}

/** People seen years ago: in a third of the shops the log is long enough to know who is new. */
function oldPeople(today: Day): readonly PersonInShop[] {
  return ['A', 'B', 'C', 'D'].map((letter) =>
    personWith({ name: `Old ${letter}`, visits: on([addDays(today, -1200)]) }),
  );
}

/** Everybody's history, as the app folds and hands them to the engine. */
export function historiesIn({ customers, settings, ...rows }: RawShop): readonly History[] {
  return customers.filter(isPresent).map((customer) => {
    const joined = customers.filter((other) => other.mergedInto === customer.id);
    const ids = new Set([customer, ...joined].map((each) => each.id));
    const history = historyOf({
      customer,
      joined,
      visits: rows.visits.filter((visit) => visit.customerId !== null && ids.has(visit.customerId)),
      moments: rows.moments.filter((moment) => ids.has(moment.customerId)),
      gestures: rows.gestures.filter((gesture) => ids.has(gesture.customerId)),
    });
    return settings.amounts ? history : withoutAmounts(history);
  });
}

function randomSettings(random: RandomSource, today: Day): Settings {
  const closedFrom = addDays(today, -random.whole(3, 200));
  return settingsWith({
    zone: random.of(['Europe/London', 'Pacific/Auckland', 'America/St_Johns', 'Asia/Kathmandu']),
    openings: random.happens(0.5) ? [defaultOpening(day('1990-01-01'))] : [],
    closures: random.happens(0.4)
      ? [{ from: closedFrom, to: addDays(closedFrom, random.whole(0, 25)) }]
      : [],
    amounts: random.happens(0.9),
    focus: random.of(['valued', 'volume', 'both']),
    budgetMoney: random.of([0, 130, 500, 3000, 3000]),
    budgetPieces: random.of([1, 3, 8, 12]),
    holdOut: random.happens(0.2),
    reservedPlace: random.happens(0.7),
    restWeeks: random.of([2, 8, 12]),
    kindRules: random.happens(0.7)
      ? defaultSegmentRules
      : { ...defaultSegmentRules, bigSpenderTopShare: 0.3, risingFactor: 1.25, slippingFactor: 2 },
  });
}

// A few customers turn out to be somebody else's second row; a few people are forgotten. Sent-by
// stays as it was written.
function joinedAtRandom(random: RandomSource, customers: readonly Customer[]): readonly Customer[] {
  return customers.map((customer, index) => {
    if (index % 2 === 0) return customer;
    if (random.happens(0.25))
      return { ...customer, mergedInto: customers[index - 1]?.id ?? null, createdAt: 2 };
    return random.happens(0.05) ? { ...customer, voided: true } : customer;
  });
}

// The same visit at any minute of any clock: its day is the one on the shop's wall.
function atTheWall(visit: Visit, zone: string, random: RandomSource): Visit {
  const at = visit.at + random.whole(-600, 600) * 60_000;
  return { ...visit, at, ...toLocalTime(at, zone) };
}

// What was decided in the last half year: those given something were chosen, some others could have
// been.
function weeksOf(
  random: RandomSource,
  gestures: readonly Gesture[],
  today: Day,
): readonly WeekDecisions[] {
  const monday = mondayOf(today);
  return Array.from({ length: 26 }, (_, index) => addDays(monday, -7 * (26 - index))).map(
    (week) => {
      const chosen = gestures
        .filter((gesture) => gesture.week === week && gesture.handedOverOn !== null)
        .map((gesture) => gesture.customerId);
      const others = Array.from({ length: random.whole(0, 4) }, () =>
        customerId(`Person ${random.whole(0, 13)}`),
      );
      return {
        week,
        made: firstStamp,
        edits: {},
        eligible: [...chosen, ...others],
        chosen,
        heldOut: [],
        skipped: [],
        budgetMoney: 3000,
        budgetPieces: 8,
      };
    },
  );
}
