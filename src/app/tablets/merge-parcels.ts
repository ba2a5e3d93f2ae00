// Merges the parcels of other tablets into the open shop, in pieces so small that no tap waits
// long. All of it strictly: what a crash took back would leave the integrity marker ahead.

import { maxMsAhead } from '#domain/tablets/clocks.ts';
import { withOwnSettings } from '#domain/tablets/own-settings.ts';
import { countOf, withCount, type ParcelCounts } from '#domain/tablets/parcel-counts.ts';
import { isGone } from '#domain/tablets/tablet.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { groupBy } from '#lib/group-by.ts';
import { timestampMs } from '#lib/hlc.ts';
import { ok, type Result } from '#lib/result.ts';
import {
  byFactTable,
  factBatch,
  factTables,
  keyOfFact,
  mergeBatches,
  type FactBatch,
  type FactRows,
  type FactTable,
} from '#schema/tables.ts';
import { differenceOf, mergeFacts } from '#formats/backup/merge-facts.ts';
import { namesErased } from '#formats/parcel/names-erased.ts';
import type { ParcelContents } from '#formats/parcel/parcel-text.ts';
import { readExistingRows } from '#storage/bulk/existing-rows.ts';
import { eraseCustomers, readErasures } from '#storage/tables/erasures.ts';
import {
  emptyParcels,
  isEmptied,
  readParcelCounts,
  readParcelsAfter,
  requestSweep,
  updateTabletState,
} from '#storage/tablets/parcels.ts';
import { putMerged } from '#storage/tablets/put-merged.ts';
import type { AsideReason, KeptParcel, TabletsDexie } from '#storage/tablets/tablets-database.ts';
import { announceFacts } from '#storage/tablets/note-changes.ts';
import { write } from '#storage/transaction.ts';
import { latestTimestampIn } from '#app/backup/bulk-loader.ts';
import type { Deps } from '#app/deps.ts';
import { noteOverruled, noteWriter } from './note-overruled.ts';
import { readParcel } from './parcel-seal.ts';
import { rowsIn } from './parcel-sealer.ts';
import { isLeftToOthers, mergeRoster } from './tablet-roster.ts';
import { requiredState, type TabletContext } from './tablet-context.ts';

/**
 * Merged before what changed here meanwhile is sealed and sent, and the screen says how far it is:
 * so many parcels, or as many as have so many rows.
 */
const parcelsAtOnce = 20;
const rowsAtOnce = 4_000;
/** A tap waits for one piece at most: so many rows, or more where they are quickly written. */
const minRowsOfPiece = 100;
const maxRowsOfPiece = 800;
const shortMs = 25;
const longMs = 60;
const othersSweepAfterMs = 10 * 60_000;

/** Merges the next parcels that are kept; gives whether there were any. */
export async function mergeNextParcels(
  context: TabletContext,
): Promise<Result<boolean, WriteProblem>> {
  const { tablets } = context;
  const { merged } = await requiredState(tablets);
  const next = await nextParcels(tablets, merged);
  const plain: ParcelContents[] = [];
  const taken: KeptParcel[] = [];
  let rows = 0;
  for (const parcel of next) {
    if (rows >= rowsAtOnce) break;
    taken.push(parcel);
    const contents = await openOrPutAside(context, parcel);
    if (contents === null) continue;
    rows += rowsIn(contents.facts);
    // Visits of many tablets are written at once; what people are is merged one after another.
    if (isPlain(contents)) plain.push(contents);
    else {
      const done = await mergeParcel(context, contents);
      if (!done.ok) return done;
    }
  }
  const came = mergeBatches(plain.map((each) => each.facts));
  const done = await mergePieces(context.deps, mergeFacts(noFacts, came), came);
  if (!done.ok) return done;
  if (taken.length > 0) await noteMerged(tablets, taken);
  return ok(next.length > 0);
}

async function noteMerged(tablets: TabletsDexie, parcels: readonly KeptParcel[]): Promise<void> {
  await updateTabletState(tablets, (state) => ({
    merged: parcels.reduce<ParcelCounts>(
      (counts, { tablet, number }) => withCount(counts, tablet, number),
      state.merged,
    ),
  }));
}

const noFacts: FactBatch = byFactTable(() => []);

/** Nothing but visits in it. */
function isPlain({ facts, tablets, emptied }: ParcelContents): boolean {
  const others = factTables.filter((table) => table !== 'visits' && facts[table].length > 0);
  return others.length === 0 && tablets.length === 0 && emptied.length === 0;
}

async function nextParcels(
  tablets: TabletsDexie,
  merged: ParcelCounts,
): Promise<readonly KeptParcel[]> {
  const next: KeptParcel[] = [];
  for (const [tablet, count] of Object.entries(await readParcelCounts(tablets))) {
    const number = countOf(merged, tablet);
    if (number < count)
      next.push(...(await readParcelsAfter(tablets, { tablet, number }, parcelsAtOnce)));
    if (next.length >= parcelsAtOnce) break;
  }
  return next;
}

/** Tries those once more that were laid aside: a key, an update or a later hour may have come. */
export async function retryAside(context: TabletContext): Promise<void> {
  for (const { tablet, number, why } of await context.tablets.aside.toArray()) {
    // There may be thousands of these, and opening them would tell nothing.
    if (why === 'said-again' && (await isLeftToOthers(context.tablets, tablet))) continue;
    const parcel = await context.tablets.parcels.get([tablet, number]);
    const contents = parcel === undefined ? null : await openOrPutAside(context, parcel);
    if (contents === null) continue;
    const merged = await mergeParcel(context, contents);
    if (merged.ok) await context.tablets.aside.delete([tablet, number]);
  }
}

/** What is in the parcel; null where there is nothing to merge of it now. */
async function openOrPutAside(
  context: TabletContext,
  parcel: KeptParcel,
): Promise<ParcelContents | null> {
  const { deps, tablets } = context;
  const { tablet, number } = parcel;
  // Its rows have come, or will come, in a later one.
  if (await isEmptied(tablets, parcel)) return null;
  const opened = await readParcel(context, parcel);
  const why = opened.ok ? aheadOf(opened.value, deps.clock.now()) : opened.problem;
  if (opened.ok && why === null) {
    await sweepLaterIfNeeded(context, tablet, opened.value);
    return opened.value;
  }
  await tablets.aside.put({ tablet, number, why: why ?? 'damaged' });
  return null;
}

async function mergeParcel(
  context: TabletContext,
  contents: ParcelContents,
): Promise<Result<null, WriteProblem>> {
  const { deps, tablets } = context;
  // Before: what stands here is what the others' words meet.
  await noteOverruled(context, contents);
  const merged = await mergePieces(deps, contents.facts, contents.facts);
  if (!merged.ok) return merged;
  await noteWriter(tablets, contents);
  const { isNew, isAnyGone } = await mergeRoster(tablets, contents.tablets);
  await emptyParcels(tablets, contents.emptied);
  // Some may be of a tablet that is known from now on.
  if (isNew) await retryAside(context);
  if (isAnyGone) await requestSweep(tablets, deps.clock.now() + othersSweepAfterMs);
  return merged;
}

// The tablet that erased somebody takes them out of all parcels, and the one that took another out
// empties that one's. Should it go off before it has, or an absent one come back with older
// parcels, or one be readable only later, the others do it.
async function sweepLaterIfNeeded(
  { deps: { db, clock }, tablets }: TabletContext,
  from: string,
  { facts }: ParcelContents,
): Promise<void> {
  const isOfGone = isGone(await tablets.roster.get(from));
  const erased = new Set((await readErasures(db)).map(({ customerId }) => customerId));
  const isNew = facts.erasures.some(({ customerId }) => !erased.has(customerId));
  if (isOfGone || isNew || namesErased(facts, { erased, nameless: new Set() }))
    await requestSweep(tablets, clock.now() + othersSweepAfterMs);
}

function aheadOf({ facts }: ParcelContents, now: number): AsideReason | null {
  const latest = latestTimestampIn(facts, null);
  return latest !== null && timestampMs(latest) > now + maxMsAhead ? 'ahead' : null;
}

/** `facts` are `came`, some of them merged with each other already. */
async function mergePieces(
  deps: Deps,
  facts: FactBatch,
  came: FactBatch,
): Promise<Result<null, WriteProblem>> {
  const versions = versionsIn(came);
  let size = minRowsOfPiece;
  for (const table of factTables) {
    for (let from = 0; from < facts[table].length;) {
      const rows = facts[table].slice(from, from + size);
      const piece = { ...noFacts, [table]: rows };
      const merged = await mergePiece(deps, piece, versions);
      if (!merged.ok) return merged;
      from += size;
      size = nextSize(size, merged.value);
    }
  }
  return ok(null);
}

/** Gives for how many milliseconds nothing else could be written. */
async function mergePiece(
  { db, clock }: Deps,
  piece: FactBatch,
  versions: Versions,
): Promise<Result<number, WriteProblem>> {
  // What is written here later must come after it, whatever this tablet's clock says.
  const latest = latestTimestampIn(piece, null);
  const now = Math.max(clock.now(), latest === null ? 0 : timestampMs(latest) + 1);
  let begun = 0;
  const written = await write<null, WriteProblem>(db, now, async (writer) => {
    begun = performance.now();
    const before = await readExistingRows(writer.db, piece);
    const erased = new Set((await readErasures(writer.db)).map((each) => each.customerId));
    const merged = withOwn(mergeFacts(before, piece, erased), before);
    const changed = differing(merged, before);
    await putMerged(writer, changed, before);
    await eraseCustomers(writer, changed.erasures);
    announceDifferences(merged, versions);
    return ok(null);
  });
  return written.ok ? ok(performance.now() - begun) : written;
}

function nextSize(size: number, ms: number): number {
  if (ms < shortMs) return Math.min(size * 2, maxRowsOfPiece);
  return ms > longMs ? Math.max(size / 2, minRowsOfPiece) : size;
}

function withOwn(merged: FactBatch, before: FactBatch): FactBatch {
  const [ours] = before.settings;
  if (ours === undefined) return merged;
  return { ...merged, settings: merged.settings.map((row) => withOwnSettings(row, ours)) };
}

/** The rows of `some` that are not the same in `others`. */
function differing(some: FactBatch, others: FactBatch): FactBatch {
  return factBatch(<Table extends FactTable>(table: Table): readonly FactRows[Table][] => {
    const known = new Map(others[table].map((row) => [keyOfFact(row), row]));
    return some[table].filter((row) => differenceOf(known.get(keyOfFact(row)), row) !== 'same');
  });
}

/** What came of each row, by its name: one that changed often comes often. */
type Versions = ReadonlyMap<string, readonly FactRows[FactTable][]>;

function versionsIn(came: FactBatch): Versions {
  const rows = factTables.flatMap((table) =>
    came[table].map((row) => ({ name: `${table}/${keyOfFact(row)}`, row })),
  );
  const byName = groupBy(rows, ({ name }) => name);
  return new Map([...byName].map(([name, all]) => [name, all.map(({ row }) => row)]));
}

// Where both sides knew something, each says once more what it has now: what nobody has said in
// these words. Two versions of a row may mean the same and be written differently, and a home that
// one tablet emptied of its name, because everybody it knew there was erased, has the timestamps
// it had.
function announceDifferences(merged: FactBatch, versions: Versions): void {
  for (const table of factTables) {
    // In settings each tablet keeps something of its own.
    const rows = table === 'settings' ? [] : merged[table];
    const unsaid = rows.map(keyOfFact).filter((key, index) => {
      const came = versions.get(`${table}/${key}`) ?? [];
      return came.every((version) => differenceOf(rows[index], version) !== 'same');
    });
    announceFacts(table, unsaid);
  }
}
