// Which copies in a folder stay: the last one of each of seven days, of four weeks and of twelve months, so that a mistake found late can
// still be undone and the folder does not grow for ever. The copy just written always stays, whatever the clock said.

import { dayNumber, weekdayOfNumber, type Day } from '#lib/day.ts';

/** Days, weeks and months of which the last copy is kept, the latest ones. */
export const kept = { days: 7, weeks: 4, months: 12 } as const;

/** A copy, as far as keeping it is concerned. */
export interface DatedCopy {
  readonly name: string;
  /** Epoch ms of its making, and the shop's day it was made on. */
  readonly at: number;
  readonly day: Day;
}

/**
 * Those of `known` and the one just `written` that stay, latest first. Only spans with a copy count: a shop that was shut for a month loses
 * nothing by that.
 */
export function copiesToKeep<Copy extends DatedCopy>(
  known: readonly Copy[],
  written: Copy,
): readonly Copy[] {
  const latestFirst = [...known, written].toSorted(
    (a, b) => b.at - a.at || (a.name < b.name ? 1 : -1),
  );
  const staying = new Set([
    written,
    ...lastOfEach(latestFirst, ({ day }) => day, kept.days),
    ...lastOfEach(latestFirst, ({ day }) => weekOf(day), kept.weeks),
    ...lastOfEach(latestFirst, ({ day }) => day.slice(0, 7), kept.months),
  ]);
  return latestFirst.filter((copy) => staying.has(copy));
}

function lastOfEach<Copy>(
  latestFirst: readonly Copy[],
  spanOf: (copy: Copy) => string | number,
  spans: number,
): readonly Copy[] {
  const last = new Map<string | number, Copy>();
  for (const copy of latestFirst) if (!last.has(spanOf(copy))) last.set(spanOf(copy), copy);
  return [...last.values()].slice(0, spans);
}

// The number of its Monday.
function weekOf(day: Day): number {
  const number = dayNumber(day);
  return number - (weekdayOfNumber(number) - 1);
}
