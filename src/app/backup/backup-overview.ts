// How far behind the copies are: told from what was noted with the last one, the meta row and a few day rows; never from the visits
// themselves, for it is shown on every screen.

import { hoursOn } from '#domain/shop/calendar.ts';
import { copyState, type CopyState } from '#domain/backup/backup-freshness.ts';
import { comersOn, type ShopDay } from '#domain/visits/day-summary.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { addDays, dayFrom, type Day } from '#lib/day.ts';
import { sumOf } from '#lib/statistics.ts';
import { stampTime } from '#lib/hlc.ts';
import { instantOf, wallTimeAt } from '#lib/time-zone.ts';
import { readShopDays } from '#storage/tables/days.ts';
import { readMeta, readSettings } from '#storage/tables/settings.ts';
import { folderStanding, type FolderStanding } from './backup-folder.ts';
import { lastCopy, type CopyKeeping, type CopyNote } from './backup-history.ts';
import type { Deps } from '#app/deps.ts';

/** The copies of the open shop, as they stand. */
export interface CopyStanding {
  readonly state: CopyState;
  readonly last: CopyNote | null;
  readonly unsavedVisits: number;
  readonly folder: FolderStanding;
  /** The last change that no copy holds, epoch ms; null when there is none. */
  readonly changedAt: number | null;
  /** When the shop closes today, epoch ms; null on a closed day. */
  readonly closesAt: number | null;
}

/** More days than that need not be looked at: three are red. */
const daysLookedAt = 30;

/** How the copies of the open shop stand at this moment. */
export async function copyStanding(keeping: CopyKeeping, deps: Deps): Promise<CopyStanding> {
  const last = lastCopy(keeping.notes, deps.db.name);
  const [settings, folder] = await Promise.all([readSettings(deps.db), folderStanding()]);
  const today = wallTimeAt(deps.clock.now(), settings?.zone ?? 'UTC').day;
  const unsaved = await unsavedSince(last, deps, today);
  const isFolderShut = folder.kind === 'asks' || folder.kind === 'lost';
  return {
    state: copyState({
      isAnythingUnsaved: unsaved.changedAt !== null,
      unsavedVisits: unsaved.visits,
      unsavedDays: unsaved.days,
      isFolderShut,
    }),
    last,
    folder,
    unsavedVisits: unsaved.visits,
    changedAt: unsaved.changedAt,
    closesAt: settings === undefined ? null : closingOf(settings, today),
  };
}

interface Unsaved {
  readonly visits: number;
  /** Days that are over. */
  readonly days: number;
  readonly changedAt: number | null;
}

async function unsavedSince(last: CopyNote | null, { db }: Deps, today: Day): Promise<Unsaved> {
  const meta = await readMeta(db);
  const stamp = meta?.lastStamp ?? null;
  if (stamp === null || stamp === last?.stamp) return { visits: 0, days: 0, changedAt: null };
  const rows = await readShopDays(db, addDays(today, -daysLookedAt), today);
  const unsaved = unsavedIn(rows, last);
  const counted = visitsSince(last, meta?.rows?.visits ?? null);
  return {
    visits: counted ?? sumOf(unsaved.map(visitsOf)),
    days: unsaved.filter(({ row }) => row.day < today).length,
    changedAt: stampTime(stamp),
  };
}

interface UnsavedDay {
  readonly row: ShopDay;
  /** Of its visits, those that a copy holds. */
  readonly saved: number;
}

// Days on which somebody came since the last copy; of its own day only when more came after it.
function unsavedIn(rows: readonly ShopDay[], last: CopyNote | null): readonly UnsavedDay[] {
  const since = last === null ? null : dayOf(last);
  return rows
    .filter((row) => since === null || row.day >= since)
    .map((row) => ({ row, saved: row.day === since ? (last?.visitsThatDay ?? 0) : 0 }))
    .filter((day) => visitsOf(day) > 0);
}

function visitsOf({ row, saved }: UnsavedDay): number {
  return Math.max(0, comersOn(row) - saved);
}

function visitsSince(last: CopyNote | null, visitRows: number | null): number | null {
  const saved = last === null ? 0 : last.visitRows;
  return visitRows === null || saved === null ? null : Math.max(0, visitRows - saved);
}

// Notes of a shop that was brought back know only the moment; the day in another zone is near enough.
function dayOf({ day, at }: CopyNote): Day {
  return (day === null ? undefined : dayFrom(day)) ?? wallTimeAt(at, 'UTC').day;
}

function closingOf(settings: Settings, today: Day): number | null {
  const hours = hoursOn(settings, today);
  return hours === null ? null : instantOf({ day: today, minute: hours.closes }, settings.zone);
}
