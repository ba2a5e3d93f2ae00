// The visits of many days at once, for an import that must know what is here already. A list of two
// years names hundreds of days; read in stretches of the index, so that neither a read for each day
// nor all rows of a large shop at once are needed; or, of a few people, person by person.

import type { CustomerId } from '#domain/customers/customer.ts';
import { dayNumber, msPerDay, type Day } from '#lib/day.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { ShopDexie } from '#storage/database.ts';
import { committedVisits } from '#storage/tables/visits.ts';

/** What tells whether a visit of a list is the same. */
export type VisitOnDay = Pick<
  Visit,
  'id' | 'customerId' | 'day' | 'minute' | 'kind' | 'amount' | 'receipt' | 'importId'
>;

/** Days of one read: at a hundred visits a day some thousand rows. */
const maxStretch = 31;

/** The visits of `days` that are not voided, nor of an unfinished import, day by day. */
export async function readVisitsOnDays(
  db: ShopDexie,
  days: Iterable<Day>,
): Promise<readonly VisitOnDay[]> {
  const wanted = new Set(days);
  const found: VisitOnDay[] = [];
  for (const [first, last] of stretchesOf([...wanted].toSorted())) {
    const visits = await db.visits.where('day').between(first, last, true, true).toArray();
    found.push(...(await visitsThatCount(db, visits, wanted)));
  }
  return found;
}

/** So many people are read at once. */
const peopleAtOnce = 50;

/** The same of these people alone. */
export async function readVisitsOfPeople(
  db: ShopDexie,
  people: Iterable<CustomerId>,
  days: Iterable<Day>,
): Promise<readonly VisitOnDay[]> {
  const wanted = new Set(days);
  const sorted = [...wanted].toSorted().map(dayNumber);
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  // A day begins and ends at other moments in each zone.
  const [from, until] = [(first - 1) * msPerDay, (last + 2) * msPerDay];
  const ids = wanted.size === 0 ? [] : [...people];
  const found: VisitOnDay[] = [];
  for (let start = 0; start < ids.length; start += peopleAtOnce) {
    const visits = await Promise.all(
      ids
        .slice(start, start + peopleAtOnce)
        .map((id) => db.visits.where('[customerId+at]').between([id, from], [id, until]).toArray()),
    );
    found.push(...(await visitsThatCount(db, visits.flat(), wanted)));
  }
  return found;
}

async function visitsThatCount(
  db: ShopDexie,
  visits: readonly Visit[],
  wanted: ReadonlySet<Day>,
): Promise<readonly VisitOnDay[]> {
  const live = visits.filter((visit) => wanted.has(visit.day) && !visit.voided);
  return (await committedVisits(db, live)).map(visitOnDay);
}

function visitOnDay(visit: Visit): VisitOnDay {
  const { id, customerId, day, minute, kind, amount, importId } = visit;
  // A row of version 2 has none.
  const receipt = visit.receipt ?? null;
  return { id, customerId, day, minute, kind, amount, receipt, importId };
}

/** The first and last of `sorted` days that lie within `maxStretch` of each other. */
function stretchesOf(sorted: readonly Day[]): readonly (readonly [first: Day, last: Day])[] {
  const stretches: [Day, Day][] = [];
  for (const day of sorted) {
    const open = stretches.at(-1);
    if (open !== undefined && dayNumber(day) - dayNumber(open[0]) < maxStretch) open[1] = day;
    else stretches.push([day, day]);
  }
  return stretches;
}
