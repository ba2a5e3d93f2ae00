// Seals what changed here into parcels for the other tablets, and keeps them. A crash at any point
// only makes the same rows be sealed twice, which changes nothing.

import type { HlcTimestamp } from '#lib/hlc.ts';
import {
  dropSealed,
  hasNothingUnsent,
  readChangedFacts,
  readUnsent,
} from '#storage/tablets/unsent-facts.ts';
import { readParcelCounts, requestSweep, updateTabletState } from '#storage/tablets/parcels.ts';
import { countOf, withCount, type ParcelCounts } from '#domain/tablets/parcel-counts.ts';
import { allFacts } from '#domain/tablets/named-facts.ts';
import type { TabletState } from '#storage/tablets/tablets-database.ts';
import { ParcelSealer } from './parcel-sealer.ts';
import { requiredState, type TabletContext } from './tablet-context.ts';

/** Gives whether there was anything to seal. */
export async function sealChanges(context: TabletContext): Promise<boolean> {
  const { db } = context.deps;
  const state = await requiredState(context.tablets);
  const isOtherDatabase = state.database !== db.name;
  const isRosterSealed = state.rosterSealed === state.rosterChanges;
  if (await isAllSealed(context, state)) return false;
  const meta = await readUnsent(db);
  if (meta === undefined) return false;
  const sealed = isOtherDatabase ? allFacts : (meta.unsent ?? []);
  if (sealed.length === 0 && isRosterSealed) return false;
  const since = isOtherDatabase ? null : state.sealedUpTo;
  const before = countOf(await readParcelCounts(context.tablets), state.tablet);
  const { shopId: shop, deviceId: device } = meta;
  const sealer = new ParcelSealer(context, { tablet: state.tablet, shop, device });
  await readChangedFacts(db, { names: sealed, since, device }, (batch) => sealer.add(batch));
  const tablets = isRosterSealed ? [] : await context.tablets.roster.toArray();
  await sealer.finish({ tablets, emptied: [] });
  // Before the names go: whoever was erased here is taken out of older parcels also after a crash.
  if (sealed.some((name) => name === '*' || name.startsWith('erasures/')))
    await requestSweep(context.tablets, context.deps.clock.now());
  await dropSealed(db, isOtherDatabase ? (meta.unsent ?? []) : sealed);
  await noteSealed(context, { state, before, database: db.name, upTo: meta.lastStamp });
  return true;
}

// Mostly there is nothing, and no tap is to wait for that.
async function isAllSealed({ deps: { db } }: TabletContext, state: TabletState): Promise<boolean> {
  const { database, rosterSealed, rosterChanges } = state;
  return database === db.name && rosterSealed === rosterChanges && hasNothingUnsent(db);
}

interface Sealed {
  readonly state: TabletState;
  /** The number of the last parcel before. */
  readonly before: number;
  readonly database: string;
  readonly upTo: HlcTimestamp | null;
}

async function noteSealed(
  { tablets }: TabletContext,
  { state, before, database, upTo }: Sealed,
): Promise<void> {
  const { tablet } = state;
  const own = countOf(await readParcelCounts(tablets), tablet);
  await updateTabletState(tablets, ({ merged }) => ({
    database,
    sealedUpTo: upTo,
    rosterSealed: state.rosterChanges,
    merged: mergedAfter(merged),
  }));
  // A restored shop takes in again what every tablet has told, this one too.
  function mergedAfter(merged: ParcelCounts): ParcelCounts {
    if (state.database !== database) return {};
    return countOf(merged, tablet) === before ? withCount(merged, tablet, own) : merged;
  }
}
