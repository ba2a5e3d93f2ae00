// Which backups stay in a folder: the last one of each of some days, weeks and months, and the one
// just written, whatever the clock said.

import { retentionPolicy } from '#domain/backup/retention-policy.ts';
import { dayNumber, weekdayOfNumber, type Day } from '#lib/day.ts';

export interface DatedBackup {
  readonly name: string;
  /** When it was made: epoch ms, and the shop's day. */
  readonly at: number;
  readonly day: Day;
}

/** Those that stay, latest first. Only spans with a backup count: a closed shop loses nothing. */
export function retainedBackups<Backup extends DatedBackup>(
  known: readonly Backup[],
  written: Backup,
): readonly Backup[] {
  const latestFirst = [...known, written].toSorted(
    (a, b) => b.at - a.at || (a.name < b.name ? 1 : -1),
  );
  const retained = new Set([
    written,
    ...lastOfEach(latestFirst, ({ day }) => day, retentionPolicy.days),
    ...lastOfEach(latestFirst, ({ day }) => weekOf(day), retentionPolicy.weeks),
    ...lastOfEach(latestFirst, ({ day }) => day.slice(0, 7), retentionPolicy.months),
  ]);
  return latestFirst.filter((backup) => retained.has(backup));
}

function lastOfEach<Backup>(
  latestFirst: readonly Backup[],
  spanOf: (backup: Backup) => string | number,
  spans: number,
): readonly Backup[] {
  const last = new Map<string | number, Backup>();
  for (const backup of latestFirst) if (!last.has(spanOf(backup))) last.set(spanOf(backup), backup);
  return [...last.values()].slice(0, spans);
}

// The number of its Monday.
function weekOf(day: Day): number {
  const number = dayNumber(day);
  return number - (weekdayOfNumber(number) - 1);
}
