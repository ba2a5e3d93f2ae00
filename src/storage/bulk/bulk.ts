// Many rows at once, for imports, the sample shop and restored backups: histories of new customers
// are built from the given rows, of others from the tables; each is written once.

import type { Table } from 'dexie';
import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { isPresent } from '#domain/customers/customer.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import { historyOf, type History } from '#domain/visits/history.ts';
import type { Moment } from '#domain/visits/moment.ts';
import {
  emptyDaySummary,
  withoutVisit,
  withVisit,
  type DaySummary,
} from '#domain/visits/day-summary.ts';
import { daySummariesOf } from '#domain/visits/merge-day-summaries.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import { groupBy } from '#lib/group-by.ts';
import type { ShopDexie } from '#storage/database.ts';
import { clearStartupCache } from '#storage/tables/startup-cache.ts';
import { rebuildHistory } from '#storage/tables/histories.ts';
import type { ShopWriter } from '#storage/transaction.ts';

export interface BulkRows {
  readonly customers: readonly Customer[];
  readonly visits: readonly Visit[];
  readonly moments: readonly Moment[];
  readonly gestures: readonly Gesture[];
}

/**
 * Writes `rows` with their histories and day rows. A new customer must come before or with their
 * visits, moments and gestures: the history is built from the given rows alone.
 */
export async function putBulk(writer: ShopWriter, rows: BulkRows): Promise<void> {
  const { visits } = writer.db;
  const before = await readKnown(visits, rows.visits);
  writer.rowDelta.visits += newIn(before);
  await visits.bulkPut([...rows.visits]);
  await updateDerived(writer, rows, before);
}

/** What follows from new rows, computed before the transaction that writes it. */
export interface BulkDerived {
  /** Of unmerged customers, built from the given visits. */
  readonly histories: readonly History[];
  /** Whose history must be rebuilt from the tables. */
  readonly toRebuild: readonly CustomerId[];
  /** The given visits by day, not yet merged with what else the day has. */
  readonly days: readonly DaySummary[];
}

/** What follows from `customers` and `visits`, all of them new. */
export function deriveBulk(customers: readonly Customer[], visits: readonly Visit[]): BulkDerived {
  const rows: BulkRows = { customers, visits, moments: [], gestures: [] };
  const newcomers = unmergedNewCustomers([], customers);
  return {
    histories: historiesOf(newcomers.values(), rows),
    toRebuild: [...affectedCustomers(rows, [])].filter((id) => !newcomers.has(id)),
    days: daySummariesOf(visits),
  };
}

async function updateDerived(
  { db, rowDelta }: ShopWriter,
  rows: BulkRows,
  before: readonly (Visit | undefined)[],
): Promise<void> {
  const known = await readKnown(db.customers, rows.customers);
  const newcomers = unmergedNewCustomers(known, rows.customers);
  rowDelta.customers += newIn(known);
  rowDelta.moments += newIn(await readKnown(db.moments, rows.moments));
  rowDelta.gestures += newIn(await readKnown(db.gestures, rows.gestures));
  if (rows.customers.length > 0) await clearStartupCache(db);
  await db.customers.bulkPut([...rows.customers]);
  await db.moments.bulkPut([...rows.moments]);
  await db.gestures.bulkPut([...rows.gestures]);
  await updateDaySummaries(db, before, rows.visits);
  await db.histories.bulkPut([...historiesOf(newcomers.values(), rows)]);
  for (const id of affectedCustomers(rows, before)) {
    if (!newcomers.has(id)) await rebuildHistory(db, id);
  }
}

// Rows that are all new are found to be so at once: each one that is asked for by its id costs the
// browser as much as writing it.
async function readKnown<Row extends { readonly id: string }>(
  table: Table<Row, Row['id']>,
  rows: readonly Row[],
): Promise<readonly (Row | undefined)[]> {
  const ids = rows.map(({ id }) => id);
  const sorted = ids.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const between = table.where(':id').between(first, last, true, true);
  const isNew = (await between.limit(1).primaryKeys()).length === 0;
  return isNew ? ids.map(() => undefined) : table.bulkGet(ids);
}

function newIn(known: readonly unknown[]): number {
  return known.filter((row) => row === undefined).length;
}

// Only an unmerged customer new to the table can be built from the given rows.
function unmergedNewCustomers(
  known: readonly (Customer | undefined)[],
  customers: readonly Customer[],
): ReadonlyMap<CustomerId, Customer> {
  const joinedInto = new Set(customers.map((customer) => customer.mergedInto));
  const unmerged = customers.filter(
    (customer, index) =>
      known[index] === undefined && isPresent(customer) && !joinedInto.has(customer.id),
  );
  return new Map(unmerged.map((customer) => [customer.id, customer]));
}

/** The histories of customers who have only these rows, and nobody merged into them. */
export function historiesOf(
  customers: Iterable<Customer>,
  rows: Pick<BulkRows, 'visits' | 'moments' | 'gestures'>,
): readonly History[] {
  const visits = groupBy(rows.visits, (visit) => visit.customerId);
  const moments = groupBy(rows.moments, (moment) => moment.customerId);
  const gestures = groupBy(rows.gestures, (gesture) => gesture.customerId);
  return Array.from(customers, (customer) =>
    historyOf({
      customer,
      joined: [],
      visits: visits.get(customer.id) ?? [],
      moments: moments.get(customer.id) ?? [],
      gestures: gestures.get(customer.id) ?? [],
    }),
  );
}

function affectedCustomers(
  rows: BulkRows,
  before: readonly (Visit | undefined)[],
): ReadonlySet<CustomerId> {
  const ids = new Set<CustomerId>(rows.customers.map((customer) => customer.id));
  for (const visit of [...rows.visits, ...before]) {
    if (visit !== undefined && visit.customerId !== null) ids.add(visit.customerId);
  }
  for (const row of [...rows.moments, ...rows.gestures]) ids.add(row.customerId);
  return ids;
}

export async function updateDaySummaries(
  db: ShopDexie,
  before: readonly (Visit | undefined)[],
  after: readonly Visit[],
): Promise<void> {
  const replaced = before.filter((visit) => visit !== undefined);
  const days = [...new Set([...replaced, ...after].map((visit) => visit.day))];
  const known = await db.days.bulkGet(days);
  const rows = new Map<Day, DaySummary>(
    days.map((day, index) => [day, known[index] ?? emptyDaySummary(day)]),
  );
  for (const visit of replaced) change(rows, visit.day, (row) => withoutVisit(row, visit));
  for (const visit of after) change(rows, visit.day, (row) => withVisit(row, visit));
  await db.days.bulkPut([...rows.values()]);
}

function change(rows: Map<Day, DaySummary>, day: Day, step: (row: DaySummary) => DaySummary): void {
  const row = rows.get(day);
  if (row !== undefined) rows.set(day, step(row));
}
