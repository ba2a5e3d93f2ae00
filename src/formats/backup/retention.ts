// Which copies in a folder stay: the last one of each of seven days, of four weeks and of twelve
// months, so that a mistake found late can still be undone and the folder does not grow for ever.
// The copy just written always stays, whatever the clock said.

import { dayNumber, weekdayOfNumber, type Day } from '#lib/day.ts';

/** Days, weeks and months of which the last copy is kept, the latest ones. */
export const retentionPolicy = { days: 7, weeks: 4, months: 12 } as const;

/** A copy, as far as keeping it is concerned. */
export interface DatedBackup {
  readonly name: string;
  /** Epoch ms of its making, and the shop's day it was made on. */
  readonly at: number;
  readonly day: Day;
}

/**
 * Those of `existing` and the one just `execute` that stay, latest first. Only spans with a copy
 * count: a shop that was shut for a month loses nothing by that.
 */
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
