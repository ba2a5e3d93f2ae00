// The law of derived rows: each history equals folding that person from scratch, nobody absent has
// one, and each day row equals a recount.
import { isPresent, type Customer, type CustomerId } from '#domain/customers/customer.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import { historyOf, type History } from '#domain/visits/history.ts';
import type { Moment } from '#domain/visits/moment.ts';
import { daySummaryOf, type DaySummary } from '#domain/visits/day-summary.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import { groupBy } from '#lib/group-by.ts';

/** The facts from which histories and day rows are made. */
export interface HistorySources {
  readonly customers: readonly Customer[];
  readonly visits: readonly Visit[];
  readonly moments: readonly Moment[];
  readonly gestures: readonly Gesture[];
}

/** The histories that belong to `facts`, in the order of their ids. */
export function derivedHistories(facts: HistorySources): readonly History[] {
  const customers = groupBy(facts.customers, (customer) => customer.mergedInto);
  const visits = groupBy(facts.visits, (visit) => visit.customerId);
  const moments = groupBy(facts.moments, (moment) => moment.customerId);
  const gestures = groupBy(facts.gestures, (gesture) => gesture.customerId);
  const joinedInto = (id: CustomerId): readonly Customer[] =>
    (customers.get(id) ?? []).flatMap((customer) => [customer, ...joinedInto(customer.id)]);
  return facts.customers
    .filter(isPresent)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((customer) => {
      const joined = joinedInto(customer.id);
      const ids = [customer.id, ...joined.map((each) => each.id)];
      return historyOf({
        customer,
        joined,
        visits: ids.flatMap((id) => visits.get(id) ?? []),
        moments: ids.flatMap((id) => moments.get(id) ?? []),
        gestures: ids.flatMap((id) => gestures.get(id) ?? []),
      });
    });
}

/** The rows of `days` as a recount of `visits` gives them. */
export function derivedDays(
  days: readonly Day[],
  visits: readonly Visit[],
): ReadonlyMap<Day, DaySummary> {
  const byDay = groupBy(visits, (visit) => visit.day);
  return new Map(days.map((day) => [day, daySummaryOf(day, byDay.get(day) ?? [])]));
}

/** A shop's facts and what was derived from them. */
export interface ShopContent extends HistorySources {
  readonly histories: readonly History[];
  readonly days: readonly DaySummary[];
}

/** Each history or day that is not what its visits say; empty where nothing is torn. */
export function inconsistenciesIn(content: ShopContent): readonly string[] {
  const expected = new Map(derivedHistories(content).map((each) => [each.customerId, each]));
  const found = new Map(content.histories.map((each) => [each.customerId, each]));
  const people = [...new Set([...expected.keys(), ...found.keys()])]
    .filter((id) => textOf(expected.get(id)) !== textOf(found.get(id)))
    .map((id) => `history ${id}`);
  const named = new Map(content.days.map((row) => [row.day, row]));
  const wanted = derivedDays(
    [...new Set([...content.visits.map((visit) => visit.day), ...named.keys()])],
    content.visits,
  );
  const days = [...wanted].filter(([day, row]) => {
    const kept = named.get(day);
    if (kept !== undefined) return textOf(kept) !== textOf(row);
    return content.visits.some((visit) => visit.day === day && !visit.voided);
  });
  return [...people, ...days.map(([day]) => `day ${day}`)];
}

/**
 * A row or rows as text, with fields in one order: rows that went through the browser's storage
 * need not have kept theirs.
 */
export function textOf(value: unknown): string {
  return (
    JSON.stringify(value, (_, each: unknown) => {
      if (ArrayBuffer.isView(each)) return [...new Uint8Array(each.buffer)];
      if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
      return Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? 'nothing'
  );
}
