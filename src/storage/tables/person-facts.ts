// The facts in which something about one person may stand: their own visits and those that others
// share with them, and of every other table all rows.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { FactBatch } from '#schema/tables.ts';
import type { ShopDexie } from '#storage/database.ts';
import { readOwnVisits } from './histories.ts';
import { readSharedVisits } from './shared-visits.ts';

/** `ids`: the person's row and those merged into it. */
export async function readPersonFacts(
  db: ShopDexie,
  ids: readonly CustomerId[],
): Promise<FactBatch> {
  return {
    settings: await db.settings.toArray(),
    erasures: await db.erasures.toArray(),
    customers: await db.customers.toArray(),
    imports: await db.imports.toArray(),
    visits: await readPersonVisits(db, ids),
    moments: await db.moments.toArray(),
    gestures: await db.gestures.toArray(),
    weeks: await db.weeks.toArray(),
    perks: await db.perks.toArray(),
    households: await db.households.toArray(),
    rounds: await db.rounds.toArray(),
  };
}

async function readPersonVisits(
  db: ShopDexie,
  ids: readonly CustomerId[],
): Promise<readonly Visit[]> {
  const own = await Promise.all(ids.map((id) => readOwnVisits(db, id)));
  const shared = await db.visits.bulkGet([...(await readSharedVisits(db))]);
  const visits = [...own.flat(), ...shared.filter((visit) => visit !== undefined)];
  return [...new Map(visits.map((visit) => [visit.id, visit])).values()];
}
