// The visit of a receipt: when and for how much. What cannot be read is reported, never guessed.

import type { RowProblemCode } from '#domain/import/shop-import.ts';
import type { Day } from '#lib/day.ts';
import { amountOf, type DecimalSign } from './cell-amount.ts';
import { minuteOf, dateTimeOf, type CellTime, type DayRules } from './cell-day.ts';
import { isCancelledWord, isRefundWord, textOf } from './cell-text.ts';
import type { ColumnMeaning } from '#domain/import/column-meaning.ts';
import { cellOf, cellsOf, type ColumnsByMeaning } from './columns-by-meaning.ts';
import type { ZoneClock } from './zone-clock.ts';

/** One visit of a file. `person` is an index into the plan's people, or null when anonymous. */
export interface PlannedVisit {
  readonly person: number | null;
  /** Epoch ms; local noon when the time is unknown. */
  readonly at: number;
  readonly day: Day;
  /** 0–1439, or null when unknown. */
  readonly minute: number | null;
  /** Minor units, or null. */
  readonly amount: number | null;
}

/** How the rows of one file are read. */
export interface VisitRules extends DayRules {
  readonly clock: ZoneClock;
  readonly decimal: DecimalSign;
  /** Digits of the currency's minor unit. */
  readonly digits: number;
}

/** A cell that could not be used. */
export interface CellProblem {
  readonly code: RowProblemCode;
  readonly meaning: ColumnMeaning;
  readonly text: string;
}

/** The time of a row: a time, nothing at all, or something that is no day. */
type RowTime =
  | {
      readonly kind: 'time';
      readonly at: number;
      readonly day: Day;
      readonly minute: number | null;
      readonly problem: CellProblem | null;
    }
  | { readonly kind: 'blank' }
  | { readonly kind: 'problem'; readonly problem: CellProblem };

/** The time of a row, from the column of days and, if there is one, the column of times. */
export function visitTimeIn(
  places: ColumnsByMeaning,
  cells: readonly string[],
  rules: VisitRules,
): RowTime {
  const text = textOf(cellOf(places, cells, 'visit-day'));
  if (text === '') return { kind: 'blank' };
  const read = dateTimeOf(text, rules);
  if (read === undefined)
    return { kind: 'problem', problem: { code: 'not-a-day', meaning: 'visit-day', text } };
  const timeText = textOf(cellOf(places, cells, 'visit-time'));
  const { wall, at, problem } = wallTimeOf(read, timeText, rules);
  if (wall.day > rules.today)
    return { kind: 'problem', problem: { code: 'day-ahead', meaning: 'visit-day', text } };
  return { kind: 'time', at, ...wall, problem };
}

interface ReadTime {
  readonly wall: { readonly day: Day; readonly minute: number | null };
  readonly at: number;
  readonly problem: CellProblem | null;
}

// A separate time counts only where the day's own cell has none.
function wallTimeOf(read: CellTime, timeText: string, { clock }: VisitRules): ReadTime {
  if (read.kind === 'instant')
    return { wall: clock.wallTimeAt(read.at), at: read.at, problem: null };
  const minute = read.minute ?? minuteOf(timeText) ?? null;
  const isUnread = timeText !== '' && minute === null;
  return {
    wall: { day: read.day, minute },
    at: clock.instantOf({ day: read.day, minute: minute ?? 720 }),
    problem: isUnread ? { code: 'not-a-time', meaning: 'visit-time', text: timeText } : null,
  };
}

/** Minor units with taxes added, tips and refunds taken off; null without an amount. */
export function parseMoney(
  places: ColumnsByMeaning,
  cells: readonly string[],
  rules: VisitRules,
): { readonly amount: number | null; readonly problem: CellProblem | null } {
  const text = cellOf(places, cells, 'amount');
  if (text === '') return { amount: null, problem: null };
  const amount = amountOf(text, rules.decimal, rules.digits);
  if (amount === undefined)
    return { amount: null, problem: { code: 'not-an-amount', meaning: 'amount', text } };
  const sum = (meaning: ColumnMeaning): number =>
    cellsOf(places, cells, meaning).reduce(
      (total, cell) => total + (amountOf(cell, rules.decimal, rules.digits) ?? 0),
      0,
    );
  return { amount: amount + sum('amount-plus') - sum('amount-minus'), problem: null };
}

/** Why a row is no visit (cancelled or refunded); null when it is one. */
export function rejectionOf(
  places: ColumnsByMeaning,
  cells: readonly string[],
): CellProblem | null {
  const cancelled = cellOf(places, cells, 'cancelled-at');
  if (cancelled !== '') return { code: 'cancelled', meaning: 'cancelled-at', text: cancelled };
  for (const meaning of ['receipt-type', 'receipt-status'] as const) {
    const text = cellOf(places, cells, meaning);
    if (isCancelledWord(text)) return { code: 'cancelled', meaning, text };
    if (isRefundWord(text)) return { code: 'refund', meaning, text };
  }
  return null;
}
