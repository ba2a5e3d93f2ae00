// Who belongs to the shop, as this tablet knows it.

import { withChanges } from '#domain/shop/versioned-row.ts';
import { countOf } from '#domain/tablets/parcel-counts.ts';
import { mergeTablets, presentTablets, type Tablet } from '#domain/tablets/tablet.ts';
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

/** What another tablet says may be new, and may be that one was taken out. */
export interface RosterNews {
  readonly isNew: boolean;
  readonly isAnyGone: boolean;
}

/** Merges what another tablet says. */
export async function mergeRoster(
  tablets: TabletsDexie,
  roster: readonly Tablet[],
): Promise<RosterNews> {
  if (roster.length === 0) return { isNew: false, isAnyGone: false };
  return tablets.transaction('rw', tablets.roster, async () => {
    let isNew = false;
    let isAnyGone = false;
    for (const row of roster) {
      const known = await tablets.roster.get(row.id);
      const merged = known === undefined ? row : mergeTablets(known, row);
      if (JSON.stringify(merged) === JSON.stringify(known)) continue;
      await tablets.roster.put(merged);
      isNew = true;
      isAnyGone ||= merged.goneOn !== null && known?.goneOn === null;
    }
    return { isNew, isAnyGone };
  });
}

/**
 * Whether what `tablet` said is left to others to say again. This one joined after it was taken
 * out, and so could be given other parcels than those that were merged then. Who is here longest
 * was there then; once that is this tablet, nobody is left who could say it again.
 */
export async function isLeftToOthers(tablets: TabletsDexie, tablet: string): Promise<boolean> {
  const { leftToOthers = [], tablet: own } = await requiredState(tablets);
  if (!leftToOthers.includes(tablet)) return false;
  const [oldest] = presentTablets(await tablets.roster.toArray());
  return oldest !== undefined && oldest.id !== own;
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
