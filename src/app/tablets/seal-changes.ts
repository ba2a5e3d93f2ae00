// Seals what changed here into parcels for the other tablets, and keeps them. A crash at any point
// only makes the same rows be sealed twice, which changes nothing.

import type { Tablet } from '#domain/tablets/tablet.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';
import { byFactTable, factTables, mergeBatches, type FactBatch } from '#schema/tables.ts';
import { appVersion } from '#platform/app-version.ts';
import { dropSealed, readChangedFacts, readUnsent } from '#storage/tablets/unsent-facts.ts';
import { keepParcel, readParcelCounts, updateTabletState } from '#storage/tablets/parcels.ts';
import { countOf, withCount } from '#domain/tablets/parcel-counts.ts';
import { allFacts } from '#domain/tablets/named-facts.ts';
import { parcelText } from '#formats/parcel/parcel-text.ts';
import type { TabletState } from '#storage/tablets/tablets-database.ts';
import { requiredState, type TabletContext } from './tablet-context.ts';
import { lastKey, sealText } from './parcel-seal.ts';

const maxRows = 2_000;

/** Gives whether there was anything to seal. */
export async function sealChanges(context: TabletContext): Promise<boolean> {
  const { db } = context.deps;
  const state = await requiredState(context.tablets);
  const isOtherDatabase = state.database !== db.name;
  const meta = await readUnsent(db);
  if (meta === undefined) return false;
  const sealed = isOtherDatabase ? allFacts : (meta.unsent ?? []);
  const isRosterSealed = state.rosterSealed === state.rosterChanges;
  if (sealed.length === 0 && isRosterSealed) return false;
  const since = isOtherDatabase ? null : state.sealedUpTo;
  const sealer = new ParcelSealer(context, state, meta.shopId);
  await readChangedFacts(db, { names: sealed, since, device: meta.deviceId }, (batch) =>
    sealer.add(batch),
  );
  await sealer.finish(isRosterSealed ? [] : await context.tablets.roster.toArray());
  await dropSealed(db, isOtherDatabase ? (meta.unsent ?? []) : sealed);
  await noteSealed(context, { state, database: db.name, upTo: meta.lastStamp });
  return true;
}

interface Sealed {
  readonly state: TabletState;
  readonly database: string;
  readonly upTo: HlcTimestamp | null;
}

async function noteSealed(
  { tablets }: TabletContext,
  { state, database, upTo }: Sealed,
): Promise<void> {
  const own = countOf(await readParcelCounts(tablets), state.tablet);
  await updateTabletState(tablets, ({ merged }) => ({
    database,
    sealedUpTo: upTo,
    rosterSealed: state.rosterChanges,
    // A restored shop takes in again what every tablet has told.
    merged: state.database === database ? withCount(merged, state.tablet, own) : {},
  }));
}

class ParcelSealer {
  readonly #context: TabletContext;
  readonly #state: TabletState;
  readonly #shop: string;
  #waiting: FactBatch[] = [];
  #rows = 0;

  constructor(context: TabletContext, state: TabletState, shop: string) {
    this.#context = context;
    this.#state = state;
    this.#shop = shop;
  }

  async add(batch: FactBatch): Promise<void> {
    for (const piece of piecesOf(batch, maxRows)) {
      this.#waiting.push(piece);
      this.#rows += rowsIn(piece);
      if (this.#rows >= maxRows) await this.#seal([]);
    }
  }

  async finish(roster: readonly Tablet[]): Promise<void> {
    if (this.#rows > 0 || roster.length > 0) await this.#seal(roster);
  }

  async #seal(roster: readonly Tablet[]): Promise<void> {
    const { tablets } = this.#context;
    const { tablet } = this.#state;
    const facts = mergeBatches(this.#waiting);
    this.#waiting = [];
    this.#rows = 0;
    const number = countOf(await readParcelCounts(tablets), tablet) + 1;
    const text = parcelText({ shop: this.#shop, tablet, number, app: appVersion }, facts, roster);
    // The key may have changed since the state was read.
    const { keys } = await requiredState(tablets);
    const bytes = await sealText(text, lastKey(keys));
    await keepParcel(tablets, { tablet, number, bytes });
  }
}

/** `batch` in pieces of at most `size` rows, in the order of tables. */
export function piecesOf(batch: FactBatch, size: number): readonly FactBatch[] {
  return factTables.flatMap((table) => {
    const rows = batch[table];
    const starts = Array.from(
      { length: Math.ceil(rows.length / size) },
      (_, index) => index * size,
    );
    return starts.map((start) => ({
      ...byFactTable(() => []),
      [table]: rows.slice(start, start + size),
    }));
  });
}

export function rowsIn(batch: FactBatch): number {
  return factTables.reduce((sum, table) => sum + batch[table].length, 0);
}
