// How far behind the backups are: from the last record, the meta row and a few day rows, never from
// the visits themselves, as it is shown on every screen.

import { hoursOn } from '#domain/shop/calendar.ts';
import { backupFreshness, type BackupFreshness } from '#domain/backup/backup-freshness.ts';
import { visitorsOn, type DaySummary } from '#domain/visits/day-summary.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { addDays, dayFrom, type Day } from '#lib/day.ts';
import { sumOf } from '#lib/statistics.ts';
import { timestampMs } from '#lib/hlc.ts';
import { toInstant, toLocalTime, type WallTime } from '#lib/time-zone.ts';
import { readDaySummaries } from '#storage/tables/days.ts';
import { readMeta, readSettings } from '#storage/tables/settings.ts';
import { readFolderStatus, type FolderStatus } from './backup-folder.ts';
import { lastBackup, type BackupContext, type BackupRecord } from './backup-history.ts';
import type { Deps } from '#app/deps.ts';

export interface BackupOverview {
  readonly state: BackupFreshness;
  readonly last: BackupRecord | null;
  readonly unsavedVisits: number;
  readonly folder: FolderStatus;
  /** The last change that is in no backup, epoch ms; null when there is none. */
  readonly changedAt: number | null;
  /** When the shop closes today, epoch ms; null on a closed day. */
  readonly closesAt: number | null;
}

/** Three unsaved days already show red, so older ones need not be counted. */
const maxDaysRead = 30;

export async function readBackupOverview(
  backupContext: BackupContext,
  deps: Deps,
): Promise<BackupOverview> {
  const last = lastBackup(backupContext.store, deps.db.name);
  const [settings, folder] = await Promise.all([readSettings(deps.db), readFolderStatus()]);
  const now = toLocalTime(deps.clock.now(), settings?.zone ?? 'UTC');
  const unsaved = await unsavedSince(last, deps, now.day);
  const isFolderUnavailable = folder.kind === 'asks' || folder.kind === 'lost';
  return {
    state: backupFreshness({
      hasUnsavedChanges: unsaved.changedAt !== null,
      unsavedVisits: unsaved.visits,
      unsavedDays: unsaved.days,
      isFolderUnavailable,
    }),
    last,
    folder,
    unsavedVisits: unsaved.visits,
    changedAt: unsaved.changedAt,
    closesAt: settings === undefined ? null : closingOf(settings, now),
  };
}

interface Unsaved {
  readonly visits: number;
  /** Days that are over. */
  readonly days: number;
  readonly changedAt: number | null;
}

async function unsavedSince(last: BackupRecord | null, { db }: Deps, today: Day): Promise<Unsaved> {
  const meta = await readMeta(db);
  const stamp = meta?.lastStamp ?? null;
  if (stamp === null || stamp === last?.stamp) return { visits: 0, days: 0, changedAt: null };
  const rows = await readDaySummaries(db, addDays(today, -maxDaysRead), today);
  const unsaved = unsavedIn(rows, last);
  const counted = visitsSince(last, meta?.rows?.visits ?? null);
  return {
    visits: counted ?? sumOf(unsaved.map(visitsOf)),
    days: unsaved.filter(({ row }) => row.day < today).length,
    changedAt: timestampMs(stamp),
  };
}

interface UnsavedDay {
  readonly row: DaySummary;
  /** Visits of this day that are in a backup. */
  readonly saved: number;
}

// Days with visits since the last backup; its own day only when more came after it.
function unsavedIn(rows: readonly DaySummary[], last: BackupRecord | null): readonly UnsavedDay[] {
  const since = last === null ? null : dayOf(last);
  return rows
    .filter((row) => since === null || row.day >= since)
    .map((row) => ({ row, saved: row.day === since ? (last?.visitsThatDay ?? 0) : 0 }))
    .filter((day) => visitsOf(day) > 0);
}

function visitsOf({ row, saved }: UnsavedDay): number {
  return Math.max(0, visitorsOn(row) - saved);
}

function visitsSince(last: BackupRecord | null, visitRows: number | null): number | null {
  const saved = last === null ? 0 : last.visitRows;
  return visitRows === null || saved === null ? null : Math.max(0, visitRows - saved);
}

// The record of a restored shop has only the time; its day in another zone is near enough.
function dayOf({ day, at }: BackupRecord): Day {
  return (day === null ? undefined : dayFrom(day)) ?? toLocalTime(at, 'UTC').day;
}

// Before noon the day that is closing may be the one before.
function closingOf(settings: Settings, { day, minute }: WallTime): number | null {
  const before = addDays(day, -1);
  const late = hoursOn(settings, before);
  if (late !== null && late.closes > minutesPerDay && minute < minutesPerDay / 2)
    return toInstant({ day: before, minute: late.closes }, settings.zone);
  const hours = hoursOn(settings, day);
  return hours === null ? null : toInstant({ day, minute: hours.closes }, settings.zone);
}

const minutesPerDay = 1440;
