// Remembers what somebody noted on one tablet and another one, which did not know of it, changed.
// It is noted before the rows are merged: a crash between the two only notes it once more.

import { deviceOf, type Knowledge } from '#domain/tablets/knowledge.ts';
import {
  isSettled,
  lastChangeBy,
  overruledIn,
  stillOverruled,
  type Overruled,
} from '#domain/tablets/overruled.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';
import type { ParcelContents } from '#formats/parcel/parcel-text.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { forgetOverruled, readWriters } from '#storage/tablets/known-writers.ts';
import type { TabletsDexie } from '#storage/tablets/tablets-database.ts';
import type { TabletContext } from './tablet-context.ts';

/** Notes what falls when these rows are merged. */
export async function noteOverruled(
  { deps: { db }, tablets }: TabletContext,
  { head: { device, knows }, facts }: ParcelContents,
): Promise<void> {
  const edited = facts.customers.filter(({ edits }) => Object.keys(edits).length > 0);
  if (edited.length === 0) return;
  const [rows, writers, meta, noted] = await Promise.all([
    db.customers.bulkGet(edited.map(({ id }) => id)),
    readWriters(tablets),
    readMeta(db),
    tablets.overruled.toArray(),
  ]);
  const writer = { device, knows, upTo: writers.get(device)?.upTo ?? null };
  function knowledgeOf(change: HlcTimestamp): Knowledge | null {
    const other = deviceOf(change);
    // What is new here was known to nobody who wrote here.
    if (other === meta?.deviceId) return {};
    const known = writers.get(other);
    // A change that came by a third tablet: its own has not said yet what it knew.
    return known === undefined || known.upTo === null || known.upTo < change ? null : known.knows;
  }
  const found = edited.flatMap((theirs, place): readonly Overruled[] => {
    const ours = rows[place];
    if (ours === undefined) return [];
    const meeting = { ours, theirs };
    return [
      ...stillOverruled(noted, meeting, writer),
      ...overruledIn(meeting, writer, knowledgeOf),
    ];
  });
  if (found.length > 0) await tablets.overruled.bulkPut([...found]);
}

/** Notes whose rows were merged, and what their writer knew. */
export async function noteWriter(
  tablets: TabletsDexie,
  { head: { device, tablet, knows }, facts }: ParcelContents,
): Promise<void> {
  if (knows === null || device === '') return;
  await tablets.transaction('rw', tablets.writers, async () => {
    const before = (await tablets.writers.get(device))?.upTo ?? null;
    const last = lastChangeBy(device, facts.customers);
    const upTo = before === null || (last !== null && last > before) ? last : before;
    await tablets.writers.put({ device, tablet, upTo, knows });
  });
}

/**
 * Forgets what is settled: the field was changed since, nobody is there any more whom it is about,
 * or it is too long ago.
 */
export async function dropSettled({ deps: { db, clock }, tablets }: TabletContext): Promise<void> {
  const all = await tablets.overruled.toArray();
  if (all.length === 0) return;
  const people = await db.customers.bulkGet(all.map(({ customerId }) => customerId));
  const settled = all.filter((each, place) => isSettled(each, people[place], clock.now()));
  if (settled.length > 0) await forgetOverruled(tablets, settled);
}
