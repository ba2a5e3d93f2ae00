// Who belongs to the shop, as this tablet knows it.

import { withChanges } from '#domain/shop/versioned-row.ts';
import { countOf } from '#domain/tablets/parcel-counts.ts';
import { mergeTablets, type Tablet } from '#domain/tablets/tablet.ts';
import { nextTimestamp, type HlcTimestamp } from '#lib/hlc.ts';
import { newSigningPair } from '#platform/crypto/signatures.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { readParcelCounts, updateTabletState } from '#storage/tablets/parcels.ts';
import type { TabletsDexie } from '#storage/tablets/tablets-database.ts';
import { requiredState, type TabletContext } from './tablet-context.ts';

/** Puts `rows` into the roster of every tablet. */
export async function changeRoster(
  { tablets }: TabletContext,
  rows: readonly Tablet[],
): Promise<void> {
  await tablets.transaction('rw', [tablets.roster, tablets.state], async () => {
    await tablets.roster.bulkPut([...rows]);
    const state = await tablets.state.get('state');
    if (state !== undefined)
      await tablets.state.put({ ...state, rosterChanges: state.rosterChanges + 1 });
  });
}

/** Merges what another tablet says; gives whether anything of it was new. */
export async function mergeRoster(
  tablets: TabletsDexie,
  roster: readonly Tablet[],
): Promise<boolean> {
  if (roster.length === 0) return false;
  return tablets.transaction('rw', tablets.roster, async () => {
    let isNew = false;
    for (const row of roster) {
      const known = await tablets.roster.get(row.id);
      const merged = known === undefined ? row : mergeTablets(known, row);
      if (JSON.stringify(merged) === JSON.stringify(known)) continue;
      await tablets.roster.put(merged);
      isNew = true;
    }
    return isNew;
  });
}

/** A tablet that was paired before parcels were signed makes its key, and says so to the others. */
export async function ensureSigningKey(context: TabletContext): Promise<void> {
  const { tablets } = context;
  const { tablet, signingKey } = await requiredState(tablets);
  const own = await tablets.roster.get(tablet);
  if (signingKey !== undefined || own === undefined) return;
  const pair = await newSigningPair();
  const from = countOf(await readParcelCounts(tablets), tablet) + 1;
  const signing = { verifyKey: pair.verifyKey, from };
  await changeRoster(context, [withChanges(own, { signing }, await nextStamp(context))]);
  await updateTabletState(tablets, () => ({ signingKey: pair.signingKey }));
}

/** The timestamp of a change of the roster. */
export async function nextStamp({ deps }: TabletContext): Promise<HlcTimestamp> {
  const meta = await readMeta(deps.db);
  const device = meta?.deviceId ?? '';
  return nextTimestamp({ last: meta?.lastStamp ?? null, now: deps.clock.now(), device });
}
