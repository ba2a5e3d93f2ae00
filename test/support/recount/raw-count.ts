// A shop counted up by hand from its raw rows: slow, plain, and without a line of the engine, so
// that both can be wrong only separately. Days are day numbers. Nothing after the day of looking is
// seen.
import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import type { Moment } from '#domain/visits/moment.ts';
import type { Visit } from '#domain/visits/visit.ts';
import { dayNumber, weekdayOf, dayAt } from '#lib/day.ts';
import type { RawShop } from '../shops/random-shop.ts';

/** One person with everything that is theirs, over all customers merged into one. */
export interface Counted {
  readonly id: CustomerId;
  readonly customers: readonly Customer[];
  /** Up to today, taken-back ones left out; in order of time. */
  readonly visits: readonly Visit[];
  readonly bought: readonly Visit[];
  readonly moments: readonly Moment[];
  readonly gestures: readonly Gesture[];
  /** Days with a purchase, each once. */
  readonly days: readonly number[];
}

/** The shop as counted, and what a day of it was. */
export interface RecountedShop {
  readonly raw: RawShop;
  readonly today: number;
  /** The day of the first visit of all. */
  readonly firstDay: number;
  readonly people: ReadonlyMap<CustomerId, Counted>;
  /** Whom an id in a row or in a note means now. */
  readonly meant: (id: CustomerId) => CustomerId;
  /** Open days after `from` up to and with `to`. */
  readonly openBetween: (from: number, to: number) => number;
  /** Days after `from` up to and with `to` in a week and more of closed days on end. */
  readonly emptyBetween: (from: number, to: number) => number;
}

/** Everybody of `raw` who is present. */
export function recountedShop(raw: RawShop): RecountedShop {
  const today = dayNumber(raw.today);
  const present = raw.customers.filter(
    (customer) => !customer.voided && customer.mergedInto === null,
  );
  const people = new Map(present.map((customer) => [customer.id, counted(raw, customer, today)]));
  const open = openDaysIn(raw, [...people.values()]);
  return {
    raw,
    today,
    firstDay: Math.min(
      today,
      ...[...people.values()].flatMap(({ visits: [first] }) => first?.day ?? []).map(dayNumber),
    ),
    people,
    meant: (id) => raw.customers.find((customer) => customer.id === id)?.mergedInto ?? id,
    openBetween(from, to) {
      let count = 0;
      for (let day = from + 1; day <= to; day += 1) if (open(day)) count += 1;
      return count;
    },
    emptyBetween(from, to) {
      let count = 0;
      for (let day = from + 1; day <= to; day += 1) {
        let [first, last] = [day, day];
        while (!open(first - 1) && day - first < 7) first -= 1;
        while (!open(last + 1) && last - day < 7 && last < today) last += 1;
        if (!open(day) && last - first + 1 >= 7) count += 1;
      }
      return count;
    },
  };
}

/** Days with a visit; beside them the visits, where somebody came more than once a day. */
export function bothCounts(visits: readonly Visit[]): {
  readonly visitDays: number;
  readonly visits?: number;
} {
  const visitDays = new Set(visits.map(({ day }) => day)).size;
  return visits.length === visitDays ? { visitDays } : { visitDays, visits: visits.length };
}

/** The people whom this person sent and who came, the first day of each; the earliest first. */
export function sentBy(shop: RecountedShop, person: Counted): readonly Counted[] {
  const named = person.moments.flatMap(({ kind, about }) =>
    kind === 'sent' && about !== null ? [shop.meant(about)] : [],
  );
  const cards = [...shop.people.values()].filter((other) => {
    const sender = other.customers.find((customer) => customer.sentBy !== null)?.sentBy ?? null;
    return sender !== null && shop.meant(sender) === person.id;
  });
  const ids = new Set([...named, ...cards.map((other) => other.id)]);
  return [...shop.people.values()]
    .filter((other) => ids.has(other.id) && other.id !== person.id && other.visits.length > 0)
    .toSorted((a, b) => sinceOf(a) - sinceOf(b) || (a.id < b.id ? -1 : 1));
}

/**
 * The day from which somebody counts as having come: the first purchase, or else the first time
 * they looked in.
 */
export function sinceOf({ days, visits }: Counted): number {
  const [looked] = visits;
  return days[0] ?? (looked === undefined ? Infinity : dayNumber(looked.day));
}

/**
 * Whether this person's first purchase came half a year after three people, and one in twenty of
 * all, had been seen.
 */
export function isProvenNew(
  { people }: RecountedShop,
  { days: [first] }: Pick<Counted, 'days'>,
): boolean {
  const firsts = [...people.values()]
    .flatMap(({ visits: [visit] }) => (visit === undefined ? [] : [dayNumber(visit.day)]))
    .toSorted((a, b) => a - b);
  const begun = firsts[Math.max(3, Math.ceil(firsts.length / 20)) - 1];
  return first !== undefined && begun !== undefined && first - begun >= 182;
}

/** Days between each visit day and the one before. */
export function gapsOf(days: readonly number[]): readonly number[] {
  return days.slice(1).map((day, index) => day - (days[index] ?? day));
}

/** The middle of some numbers, between the two middle ones when there are two. */
export function middleOf(numbers: readonly number[]): number {
  return partOf(numbers, 0.5);
}

/** The number below which `share` of them lie, between neighbours in proportion. */
export function partOf(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place % 1);
}

function counted(raw: RawShop, customer: Customer, today: number): Counted {
  const joined = raw.customers.filter((other) => other.mergedInto === customer.id);
  const customers = [customer, ...joined];
  const isTheirs = ({ customerId }: Pick<Visit, 'customerId'>): boolean =>
    customers.some((each) => each.id === customerId);
  const visits = raw.visits
    .filter((visit) => isTheirs(visit) && !visit.voided && dayNumber(visit.day) <= today)
    .map((visit) => ({ ...visit, amount: raw.settings.amounts ? visit.amount : null }))
    .toSorted(
      (a, b) =>
        dayNumber(a.day) - dayNumber(b.day) ||
        (a.minute ?? 720) - (b.minute ?? 720) ||
        idOrder(a, b),
    );
  const bought = visits.filter((visit) => visit.kind === 'bought');
  return {
    id: customer.id,
    customers,
    visits,
    bought,
    moments: raw.moments
      .filter((moment) => isTheirs(moment) && !moment.voided && dayNumber(moment.day) <= today)
      .toSorted((a, b) => dayNumber(a.day) - dayNumber(b.day) || idOrder(a, b)),
    gestures: raw.gestures.filter((gesture) => isTheirs(gesture) && !gesture.voided),
    days: [...new Set(bought.map((visit) => dayNumber(visit.day)))],
  };
}

function idOrder(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function openDaysIn(raw: RawShop, people: readonly Counted[]): (day: number) => boolean {
  const cameOn = new Set(people.flatMap((one) => one.visits.map((visit) => dayNumber(visit.day))));
  const { closures, openings } = raw.settings;
  const [hours] = openings;
  return (number) => {
    if (cameOn.has(number)) return true;
    const day = dayAt(number);
    if (closures.some(({ from, to }) => from <= day && day <= to)) return false;
    return hours === undefined || hours.hours[weekdayOf(day) - 1] !== null;
  };
}
