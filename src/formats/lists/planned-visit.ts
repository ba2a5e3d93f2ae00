// The visit of a row: when and for how much. What cannot be read is reported, never guessed.

import type { ColumnMeaning } from '#domain/import/column-meaning.ts';
import type { RowProblemCode } from '#domain/import/shop-import.ts';
import { dayNumber, msPerDay, type Day } from '#lib/day.ts';
import { amountOf, type DecimalSign } from '../cells/cell-amount.ts';
import { currencyCode, currencyIn } from '../cells/cell-currency.ts';
import { dateTimeOf, isNoDay, type CellTime, type DayRules } from '../cells/cell-day.ts';
import { flagOf } from '../cells/cell-flag.ts';
import { minuteOf } from '../cells/cell-minute.ts';
import { textOf } from '../cells/cell-text.ts';
import type { NameRules } from '../cells/name-order.ts';
import { rejectedAs } from '../cells/row-words.ts';
import type { ZoneClock } from '../cells/zone-clock.ts';
import { foldedHeading, isUtcHeading } from '../columns/headings.ts';
import {
  cellOf,
  cellsOf,
  headingOf,
  type ColumnsByMeaning,
} from '../columns/columns-by-meaning.ts';

/** One visit of a list. `person` is an index into the plan's people, or null when anonymous. */
export interface PlannedVisit {
  readonly person: number | null;
  /** Epoch ms; local noon when the time is unknown. */
  readonly at: number;
  readonly day: Day;
  /** 0–1439, or null when unknown. */
  readonly minute: number | null;
  /** Minor units, or null. */
  readonly amount: number | null;
  /** The till's number of the receipt, or null. */
  readonly receipt: string | null;
}

/** How the rows of one list are read. */
export interface VisitRules extends DayRules, NameRules {
  readonly clock: ZoneClock;
  readonly decimal: DecimalSign;
  /** The currency that amounts are taken in. */
  readonly currency: string;
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
export type RowTime =
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
  columns: ColumnsByMeaning,
  cells: readonly string[],
  rules: VisitRules,
): RowTime {
  const text = textOf(cellOf(columns, cells, 'visit-day'));
  if (text === '' || isNoDay(text)) return { kind: 'blank' };
  const read = dateTimeOf(text, rules);
  if (read === undefined)
    return { kind: 'problem', problem: { code: 'not-a-day', meaning: 'visit-day', text } };
  const timeText = textOf(cellOf(columns, cells, 'visit-time'));
  const isUtc = isUtcHeading(headingOf(columns, 'visit-day'));
  const { wall, at, problem } = wallTimeOf(isUtc ? inUtc(read) : read, timeText, rules);
  if (wall.day > rules.today)
    return { kind: 'problem', problem: { code: 'day-ahead', meaning: 'visit-day', text } };
  return { kind: 'time', at, ...wall, problem };
}

// "Created date (UTC)": the shop's own time is another.
function inUtc(read: CellTime): CellTime {
  return read.kind === 'wall' && read.minute !== null
    ? { kind: 'instant', at: dayNumber(read.day) * msPerDay + read.minute * 60_000 }
    : read;
}

interface ReadTime {
  readonly wall: { readonly day: Day; readonly minute: number | null };
  readonly at: number;
  readonly problem: CellProblem | null;
}

// A separate time counts only where the day's own cell has none; midnight there is none.
function wallTimeOf(read: CellTime, timeText: string, { clock }: VisitRules): ReadTime {
  if (read.kind === 'instant')
    return { wall: clock.wallTimeAt(read.at), at: read.at, problem: null };
  const own = read.minute === 0 && timeText !== '' ? null : read.minute;
  const minute = own ?? minuteOf(timeText) ?? read.minute;
  const isUnread = timeText !== '' && minute === null;
  return {
    wall: { day: read.day, minute },
    at: clock.instantOf({ day: read.day, minute: minute ?? 720 }),
    problem: isUnread ? { code: 'not-a-time', meaning: 'visit-time', text: timeText } : null,
  };
}

/** What a row says of money. */
export interface RowMoney {
  /** Minor units with taxes added, tips and refunds taken off; null without an amount. */
  readonly amount: number | null;
  /** What of it was given back, minor units. */
  readonly givenBack: number;
  readonly problem: CellProblem | null;
}

/** The money of one row. An amount in another currency is none. */
export function parseMoney(
  columns: ColumnsByMeaning,
  cells: readonly string[],
  rules: VisitRules,
): RowMoney {
  const text = textOf(cellOf(columns, cells, 'amount'));
  if (text === '') return { amount: null, givenBack: 0, problem: null };
  const currency = currencyOfRow(columns, cells, text);
  if (currency !== null && currency !== rules.currency)
    return noAmount('other-currency', `${text} ${currency}`);
  const amount = amountOf(text, rules.decimal, rules.digits);
  if (amount === undefined) return noAmount('not-an-amount', text);
  const sum = (meaning: ColumnMeaning): number =>
    cellsOf(columns, cells, meaning).reduce(
      (total, cell) => total + Math.abs(amountOf(cell, rules.decimal, rules.digits) ?? 0),
      0,
    );
  const givenBack = sum('amount-minus');
  return { amount: amount + sum('amount-plus') - givenBack, givenBack, problem: null };
}

function noAmount(code: RowProblemCode, text: string): RowMoney {
  return { amount: null, givenBack: 0, problem: { code, meaning: 'amount', text } };
}

/** The currency that a row, its cell or the heading names; null when none does. */
export function currencyOfRow(
  columns: ColumnsByMeaning,
  cells: readonly string[],
  amount: string,
): string | null {
  return (
    currencyCode(cellOf(columns, cells, 'currency')) ??
    currencyIn(amount) ??
    currencyIn(headingOf(columns, 'amount'))
  );
}

/** Why a row is no visit (cancelled, refunded, not turned up); null when it is one. */
export function rejectionOf(
  columns: ColumnsByMeaning,
  cells: readonly string[],
): CellProblem | null {
  const cancelled = cancelledCell(columns, cells);
  if (cancelled !== null) return cancelled;
  for (const meaning of ['receipt-type', 'receipt-status'] as const) {
    const text = cellOf(columns, cells, meaning);
    const code = text === '' ? null : rejectedAs(text);
    // A type of goods may be "Open sandwich".
    if (code !== null && !(code === 'pending' && meaning === 'receipt-type'))
      return { code, meaning, text };
  }
  return null;
}

function cancelledCell(
  { columns, headings }: ColumnsByMeaning,
  cells: readonly string[],
): CellProblem | null {
  for (const index of columns.get('cancelled') ?? []) {
    const text = textOf(cells[index] ?? '');
    const heading = foldedHeading(headings[index] ?? '');
    const code = cancelCode(heading, text);
    if (code !== null) return { code, meaning: 'cancelled', text };
  }
  return null;
}

// "Attended: no" is the other way round.
const cameHeading =
  /^(?:(?:has |have )?(?:attended|showed up|turned up|arrived|present|came)|erschienen|anwesend|presente|asistio|asistencia|aanwezig|narvarande|obecn[ya]|compareceu)\b/u;

// "No", an empty day, and nothing refunded.
function saysNothing(text: string): boolean {
  return text === '' || isNoDay(text) || flagOf(text) === 'no' || /^[\s\p{Sc}0.,]*$/u.test(text);
}

function cancelCode(heading: string, text: string): RowProblemCode | null {
  if (cameHeading.test(heading)) return flagOf(text) === 'no' ? 'no-show' : null;
  if (saysNothing(text)) return null;
  const code = rejectedAs(heading);
  return code === null || code === 'pending' || code === 'not-a-sale' ? 'cancelled' : code;
}
