// A log of visits as the evaluation reads it: `customer,at,amount`, times and amounts optional. A
// row that cannot be read is answered with a sentence that names it; a log is never read in part.
import { openDayTest, withClosures, type Calendar } from '#domain/shop/calendar.ts';
import { visitTimesOn, type VisitTimes } from '#engine/forecast/recency-frequency.ts';
import { countUntil } from '#engine/math/count-until.ts';
import { clockBetween, weeksAt, type BusinessClock } from '#engine/profile/business-clock.ts';
import { quietDaysIn } from '#engine/profile/quiet-days.ts';
import { dayFrom, dayNumber, type Day } from '#lib/day.ts';
import { groupBy } from '#lib/group-by.ts';
import { failed, ok, type Result } from '#lib/result.ts';

export interface LoggedVisit {
  readonly day: number;
  /** Local minutes since 1970-01-01; midnight where the time is not known. */
  readonly epochMinute: number;
  readonly amount: number | null;
  /** Whether the row carried a time of day. */
  readonly isTimed: boolean;
}

export interface LoggedCustomer {
  readonly id: string;
  /** In order of time. */
  readonly visits: readonly LoggedVisit[];
  /** Visit days, each once, in order. */
  readonly days: Int32Array;
}

/** The shop's clock on a log: everybody's visits in weeks, and the time of a day. */
export interface LogClock {
  readonly visitTimes: VisitTimes;
  readonly clock: BusinessClock;
  readonly quietDays: number;
  readonly weeksAt: (day: number) => number;
}

/** Open every day: a log keeps no hours. */
const always: Calendar = { openings: [], closures: [] };

/** The clock as the engine knows it on the day number `today`, or one that counts every day. */
export function clockOn(
  { customers, firstDay }: VisitLog,
  today: number,
  quiet: 'quiet days learned' | 'every day counts' = 'quiet days learned',
): LogClock {
  const people = customers.map(({ days }) => days.subarray(0, countUntil(days, today)));
  const known = people.filter((days) => days.length > 0);
  const quietDays =
    quiet === 'every day counts' ? [] : quietDaysIn({ people: known, calendar: always, today });
  const visited = new Set(known.flatMap((days) => Array.from(days)));
  const isOpen = openDayTest(withClosures(always, quietDays));
  const clock = clockBetween(firstDay, today, (day) => visited.has(day) || isOpen(day));
  return {
    clock,
    // Beyond today the clock runs as the calendar: nobody knows the closures to come.
    visitTimes: visitTimesOn(
      clock,
      customers.map(({ days }) => days),
    ),
    quietDays: quietDays.reduce(
      (sum, { from, to }) => sum + dayNumber(to) - dayNumber(from) + 1,
      0,
    ),
    weeksAt: (day) => weeksAt(clock, day),
  };
}

export interface VisitLog {
  readonly rows: number;
  readonly customers: readonly LoggedCustomer[];
  readonly firstDay: number;
  readonly lastDay: number;
  /** Whether most rows carry a time of day. */
  readonly isTimed: boolean;
}

interface Row extends LoggedVisit {
  readonly customer: string;
}

/** The log in `text`, or a sentence with the row that is wrong. */
export function readLog(text: string): Result<VisitLog, string> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const header = (lines[0] ?? '').split(',').map((name) => name.trim().toLowerCase());
  if (header[0] !== 'customer' || header[1] !== 'at')
    return failed('Row 1 should be the header "customer,at,amount" and is not.');
  const rows: Row[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue;
    const row = readRow(line, index + 1);
    if (!row.ok) return row;
    rows.push(row.value);
  }
  if (rows.length === 0) return failed('The log holds no visits.');
  return ok(logOf(rows));
}

/** The log of these rows. */
export function logOf(rows: readonly Row[]): VisitLog {
  const byCustomer = groupBy(rows, ({ customer }) => customer);
  const customers = [...byCustomer]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, visits]) => customerOf(id, visits));
  const days = rows.map(({ day }) => day);
  return {
    rows: rows.length,
    customers,
    firstDay: days.reduce((minimum, day) => Math.min(minimum, day)),
    lastDay: days.reduce((maximum, day) => Math.max(maximum, day)),
    isTimed: rows.filter(({ isTimed }) => isTimed).length > rows.length / 2,
  };
}

function customerOf(id: string, rows: readonly Row[]): LoggedCustomer {
  const visits = rows.toSorted((a, b) => a.epochMinute - b.epochMinute);
  const days = Int32Array.from(new Set(visits.map(({ day }) => day)));
  return { id, visits, days };
}

function readRow(line: string, number: number): Result<Row, string> {
  const cells = line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const [customer = '', at = '', amountText = ''] = cells;
  if (cells.length > 3)
    return failed(`Row ${number} has ${cells.length} cells; customer, at and amount are three.`);
  if (customer === '') return failed(`Row ${number} names no customer.`);
  const time = readTime(at);
  if (time === undefined)
    return failed(
      `Row ${number} has "${at}" where a day such as 2024-03-01 or a minute such as 2024-03-01T10:15 should be.`,
    );
  const amount = amountText === '' ? null : Number(amountText);
  if (amount !== null && !Number.isFinite(amount))
    return failed(`Row ${number} has "${amountText}" where an amount should be.`);
  return ok({ customer, ...time, amount });
}

function readTime(at: string): Pick<Row, 'day' | 'epochMinute' | 'isTimed'> | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2})?)?$/.exec(at);
  const named: Day | undefined = dayFrom(parts?.[1] ?? '');
  if (named === undefined) return undefined;
  const [hour, minute] = [Number(parts?.[2] ?? 0), Number(parts?.[3] ?? 0)];
  if (hour > 23 || minute > 59) return undefined;
  const day = dayNumber(named);
  return { day, epochMinute: day * 1440 + hour * 60 + minute, isTimed: parts?.[2] !== undefined };
}
