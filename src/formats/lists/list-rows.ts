// Gathers the rows of one list: who is named, what was bought, and what was left out and why. The
// only state of a reading; every row that is left out is among the problems.

import {
  maxStoredProblems,
  shortenedProblemText,
  type RowProblem,
} from '#domain/import/shop-import.ts';
import type { ColumnMeaning } from '#domain/import/column-meaning.ts';
import type { Day } from '#lib/day.ts';
import { dateTimeOf } from '../cells/cell-day.ts';
import { isReportLine, isTotalWord } from '../cells/row-words.ts';
import { textOf } from '../cells/cell-text.ts';
import {
  cellOf,
  hasColumn,
  headingOf,
  isRagged,
  type ColumnsByMeaning,
} from '../columns/columns-by-meaning.ts';
import { repeatsHeadings } from '../table/find-tables.ts';
import type { CsvRow } from '../table/parser.ts';
import { isAnonymous, parsePerson, type PlannedPerson } from './planned-person.ts';
import {
  parseMoney,
  rejectionOf,
  visitTimeIn,
  type CellProblem,
  type RowTime,
  type VisitRules,
} from './planned-visit.ts';
import type { ReceiptLine } from './receipt-rules.ts';

/** A visit whose receipt may have more lines. */
export interface OpenVisit {
  readonly row: number;
  /** Which record is its person, or null. */
  record: number | null;
  readonly at: number;
  readonly day: Day;
  readonly minute: number | null;
  readonly receipt: string | null;
  readonly lines: ReceiptLine[];
  /** Minor units that were given back. */
  givenBack: number;
}

interface ReadPerson {
  /** Null for a row that names nobody. */
  readonly record: number | null;
  readonly problems: readonly CellProblem[];
}

// Columns that say nothing of the person.
const ofSales: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>([
  'visit-day',
  'visit-time',
  'amount',
  'amount-plus',
  'amount-minus',
  'currency',
  'receipt',
  'receipt-type',
  'receipt-status',
  'cancelled',
]);

/** What is read of a list before its people are put together. */
export class ListRows {
  readonly records: PlannedPerson[] = [];
  readonly visits: OpenVisit[] = [];
  /** Records that stand in the list without a visit. */
  readonly listed = new Set<number>();
  readonly problems: RowProblem[] = [];
  problemCount = 0;
  rows = 0;
  leftOutRows = 0;
  readonly #columns: ColumnsByMeaning;
  readonly #rules: VisitRules;
  readonly #headings: readonly string[];
  readonly #recordByKey = new Map<string, number>();
  readonly #readPeople = new Map<string, ReadPerson>();
  readonly #personColumns: readonly number[];
  // Null for a receipt that was left out: its other rows are left out too.
  readonly #visitByReceipt = new Map<string, OpenVisit | CellProblem>();

  #groupDay = '';

  constructor(columns: ColumnsByMeaning, rules: VisitRules, headings: readonly string[]) {
    this.#columns = columns;
    this.#rules = rules;
    this.#headings = headings;
    this.#personColumns = [...columns.columns]
      .filter(([meaning]) => !ofSales.has(meaning))
      .flatMap(([, indexes]) => indexes);
  }

  add(given: CsvRow): void {
    const row = this.#inGroup(given);
    if (row === null) return;
    this.rows += 1;
    const time = hasColumn(this.#columns, 'visit-day')
      ? visitTimeIn(this.#columns, row.cells, this.#rules)
      : null;
    const reason = this.#unusableAs(row, time);
    if (reason !== null) return this.rejectRow(row.number, reason);
    if (row.hasStrayQuote)
      this.rejectCell(row.number, { code: 'stray-quote', meaning: 'skip', text: beginningOf(row) });
    if (time === null) this.#addPerson(row);
    else this.#addVisit(row, time);
  }

  rejectRow(row: number, problem: CellProblem): void {
    this.leftOutRows += 1;
    this.#addProblem(row, problem, 'row');
  }

  rejectCell(row: number, problem: CellProblem): void {
    this.#addProblem(row, problem, 'part');
  }

  // A report that is grouped by days has each day in a row of its own, above its lines.
  #inGroup(row: CsvRow): CsvRow | null {
    const place = this.#columns.columns.get('visit-day')?.[0];
    if (place === undefined || this.#columns.columns.size < 2) return row;
    const own = row.cells[place]?.trim() ?? '';
    if (own === '' && this.#groupDay !== '')
      return { ...row, cells: row.cells.map((cell, at) => (at === place ? this.#groupDay : cell)) };
    const isAlone = own !== '' && row.cells.every((cell, at) => at === place || cell.trim() === '');
    this.#groupDay = isAlone && this.#isDay(own) ? own : '';
    return this.#groupDay === '' ? row : null;
  }

  #isDay(text: string): boolean {
    return dateTimeOf(textOf(text), this.#rules) !== undefined;
  }

  #unusableAs(row: CsvRow, time: RowTime | null): CellProblem | null {
    const text = beginningOf(row);
    const reject = (code: CellProblem['code'], meaning: ColumnMeaning = 'skip'): CellProblem => ({
      code,
      meaning,
      text,
    });
    if (row.tooLong) return reject('too-long');
    if (repeatsHeadings(row.cells, this.#headings)) return reject('headings-again');
    if (isRagged(this.#columns, row.cells)) return reject('ragged-row');
    // A sum names itself where the name or the day would stand, and has no day.
    const isTotal = time?.kind !== 'time' && row.cells.slice(0, 8).some(isTotalWord);
    if (isTotal) return reject('total-row');
    const isOfReport = time?.kind !== 'time' && row.cells.slice(0, 3).some(isReportLine);
    return isOfReport ? { code: 'stand-in', meaning: 'name', text: reportLineOf(row) } : null;
  }

  #addPerson(row: CsvRow): void {
    const record = this.#recordOf(row);
    if (record === null)
      this.rejectRow(row.number, { code: 'no-name', meaning: 'name', text: beginningOf(row) });
    else this.listed.add(record);
  }

  #addVisit(row: CsvRow, time: RowTime): void {
    const { cells, number } = row;
    const receipt = textOf(cellOf(this.#columns, cells, 'receipt')) || null;
    const key = receiptKey(receipt, time.kind === 'time' ? time.day : null);
    const reason = rejectionOf(this.#columns, cells);
    const begun = key === null ? undefined : this.#visitByReceipt.get(key);
    if (reason !== null) {
      if (begun === undefined) this.#rememberReceipt(key, receipt, reason);
      return this.rejectRow(number, reason);
    }
    if (begun === undefined) return this.#beginVisit(row, time, { receipt, key });
    if ('code' in begun) return this.rejectRow(number, begun);
    this.#addLine(begun, row);
  }

  #beginVisit(
    row: CsvRow,
    time: RowTime,
    { receipt, key }: { readonly receipt: string | null; readonly key: string | null },
  ): void {
    if (time.kind === 'problem') return this.rejectRow(row.number, time.problem);
    const record = this.#recordOf(row);
    if (time.kind === 'blank') {
      const problem: CellProblem = { code: 'no-day', meaning: 'visit-day', text: '' };
      if (record === null) return this.rejectRow(row.number, problem);
      this.listed.add(record);
      return this.rejectCell(row.number, problem);
    }
    if (time.problem !== null) this.rejectCell(row.number, time.problem);
    const { at, day, minute } = time;
    const visit: OpenVisit = {
      row: row.number,
      record,
      at,
      day,
      minute,
      receipt,
      lines: [],
      givenBack: 0,
    };
    this.visits.push(visit);
    this.#rememberReceipt(key, receipt, visit);
    this.#addMoney(visit, row);
  }

  // Later lines of a receipt may leave its day blank.
  #rememberReceipt(
    key: string | null,
    receipt: string | null,
    what: OpenVisit | CellProblem,
  ): void {
    if (key === null) return;
    this.#visitByReceipt.set(key, what);
    this.#visitByReceipt.set(receiptKey(receipt, null) ?? key, what);
  }

  #addLine(visit: OpenVisit, row: CsvRow): void {
    visit.record ??= this.#recordOf(row);
    this.#addMoney(visit, row);
  }

  #addMoney(visit: OpenVisit, row: CsvRow): void {
    const money = parseMoney(this.#columns, row.cells, this.#rules);
    if (money.problem !== null) this.rejectCell(row.number, money.problem);
    const type = cellOf(this.#columns, row.cells, 'receipt-type');
    visit.lines.push({ type, amount: money.amount });
    visit.givenBack += money.givenBack;
  }

  /** The record of the row's person, one for each distinct text of a person. */
  #recordOf({ number, cells }: CsvRow): number | null {
    const raw = this.#personColumns.map((index) => cells[index] ?? '').join('\u0000');
    const read = this.#readPeople.get(raw) ?? this.#readPerson(raw, cells, number);
    for (const problem of read.problems) this.rejectCell(number, problem);
    return read.record;
  }

  // Most rows name somebody whom an earlier row named in the very same words.
  #readPerson(raw: string, cells: readonly string[], row: number): ReadPerson {
    const { person, problems } = parsePerson(this.#columns, cells, this.#rules);
    const record = isAnonymous(person) ? null : this.#addRecord({ ...person, row });
    const read = { record, problems };
    this.#readPeople.set(raw, read);
    return read;
  }

  #addRecord(person: PlannedPerson): number {
    const { row: _row, ...said } = person;
    const key = JSON.stringify(said);
    const known = this.#recordByKey.get(key);
    if (known !== undefined) return known;
    this.#recordByKey.set(key, this.records.length);
    return this.records.push(person) - 1;
  }

  #addProblem(row: number, { code, meaning, text }: CellProblem, left: RowProblem['left']): void {
    this.problemCount += 1;
    if (this.problems.length >= maxStoredProblems) return;
    this.problems.push({
      row,
      column: shortenedProblemText(headingOf(this.#columns, meaning)),
      code,
      text: shortenedProblemText(text),
      left,
    });
  }
}

// Some tills begin again with receipt 1 each day.
function receiptKey(receipt: string | null, day: Day | null): string | null {
  if (receipt === null) return null;
  return day === null ? `of any day ${receipt}` : `${day} ${receipt}`;
}

function reportLineOf({ cells }: CsvRow): string {
  return cells.find(isReportLine)?.trim() ?? '';
}

function beginningOf({ cells }: CsvRow): string {
  return cells.slice(0, 4).join(' | ');
}
