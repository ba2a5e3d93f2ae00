// The first reading of a list: where its table is, what its columns hold, and which order its dates
// have. Keeps some rows, never the list.

import {
  maxImportRows,
  type ImportProblem,
  type KnownExportName,
} from '#domain/import/import-problem.ts';
import type { ColumnMeaning, DayOrder } from '#domain/import/column-meaning.ts';
import type { Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import {
  decimalSignFrom,
  withDecimalEvidence,
  type DecimalEvidence,
  type DecimalSign,
} from '../cells/cell-amount.ts';
import {
  dayOrderFrom,
  noDayOrderEvidence,
  withDayOrderEvidence,
  type DayOrderEvidence,
} from '../cells/cell-day.ts';
import { guessColumns, knownExportOf } from '../columns/guess-columns.ts';
import { dayOrderIn } from '../columns/headings.ts';
import { columnCutOf, cutBy } from '../table/column-cut.ts';
import { tableFinder, type FoundTable } from '../table/find-tables.ts';
import { forEachRow, parseRows, type CsvRow } from '../table/parser.ts';

interface ColumnProfile {
  readonly heading: string;
  readonly dayOrder: DayOrderEvidence;
  readonly decimal: DecimalEvidence;
}

/** What the first reading gives. */
export interface ListProfile {
  readonly delimiter: string;
  readonly width: number;
  /** The table that is read, and whatever else the text holds. */
  readonly table: FoundTable;
  readonly otherTables: readonly FoundTable[];
  readonly columns: readonly ColumnProfile[];
  /** Some rows of the table, from its beginning and from further on, in order. */
  readonly sample: readonly (readonly string[])[];
  readonly today: Day;
}

/** Our guess, ready to be shown. */
export interface MappingGuess {
  readonly list: KnownExportName | null;
  readonly columns: readonly {
    readonly heading: string;
    /** Up to three real cells. */
    readonly samples: readonly string[];
    readonly meaning: ColumnMeaning;
  }[];
}

const firstSampledRows = 300;
const sampledLater = 100;
const visibleSamples = 3;
const headRows = 400;
// A file with more columns is something else.
const maxColumns = 1000;

/** Reads `text` for the first time; `delimiter` null when it must be found. */
export function inspectList(
  text: string,
  { delimiter, today }: { readonly delimiter: string | null; readonly today: Day },
): Result<ListProfile, ImportProblem> {
  const { width, ...cut } = delimiter === null ? columnCutOf(text) : cutBy(text, delimiter);
  const rowCut = { delimiter: cut.delimiter, width };
  const finder = tableFinder(parseRows(text, rowCut, headRows), today);
  let rows = 0;
  forEachRow(text, rowCut, (row) => {
    rows += 1;
    if (!row.tooLong) finder.add(row);
    return rows > maxImportRows ? 'stop' : undefined;
  });
  if (rows === 0) return failed({ kind: 'empty' });
  if (rows > maxImportRows) return failed({ kind: 'too-many-rows', greatest: maxImportRows });
  const tables = finder.end();
  const table = largestTable(tables);
  const otherTables = tables.filter((each) => each !== table && each.rows > 0);
  const profile = profileOf(text, rowCut, { table, otherTables, today });
  return checked(profile, cut.agreement);
}

/** What the columns probably mean, with or without the heading row as headings. */
export function guessMapping(profile: ListProfile, firstIsHeadings: boolean): MappingGuess {
  const raw = profile.columns.map(({ heading }, index) => ({
    heading: firstIsHeadings ? heading : '',
    cells: [
      ...(firstIsHeadings || profile.table.headingRow === null ? [] : [heading]),
      ...profile.sample.map((cells) => cells[index] ?? ''),
    ],
  }));
  const guess = guessColumns(raw, profile.today);
  return {
    list: guess.list,
    columns: raw.map((column, index) => ({
      heading: column.heading.trim(),
      samples: [...new Set(column.cells.filter((cell) => cell.trim() !== ''))].slice(
        0,
        visibleSamples,
      ),
      meaning: guess.meanings[index] ?? 'skip',
    })),
  };
}

/** The order of days in the columns with these meanings, or null when it must be asked. */
export function knownDayOrder(
  profile: ListProfile,
  meanings: readonly ColumnMeaning[],
): DayOrder | null {
  const evidence = dayColumns(profile, meanings).reduce(
    (sum, { dayOrder }) => sumOfEvidence(sum, dayOrder),
    noDayOrderEvidence,
  );
  return (
    dayOrderFrom(evidence) ??
    orderInHeadings(profile, meanings) ??
    knownExportOf(profile.columns.map((column) => column.heading))?.order ??
    null
  );
}

function orderInHeadings(
  profile: ListProfile,
  meanings: readonly ColumnMeaning[],
): DayOrder | null {
  const orders = dayColumns(profile, meanings).flatMap(({ heading }) => dayOrderIn(heading) ?? []);
  return orders[0] ?? null;
}

/** A date that can be read both ways, to ask with; undefined when there is none. */
export function ambiguousDay(
  profile: ListProfile,
  meanings: readonly ColumnMeaning[],
): string | undefined {
  for (const cells of profile.sample) {
    const cell = cells.find(
      (each, index) =>
        isDayColumn(meanings[index]) &&
        withDayOrderEvidence(noDayOrderEvidence, each).unclear === 1,
    );
    if (cell !== undefined) return cell;
  }
  return undefined;
}

/** The decimal sign in the columns of money. */
export function decimalSignIn(
  profile: ListProfile,
  meanings: readonly ColumnMeaning[],
): DecimalSign {
  const evidence = profile.columns
    .filter((_, index) => meanings[index]?.startsWith('amount') === true)
    .reduce(
      (sum, { decimal }) => ({
        dots: sum.dots + decimal.dots,
        commas: sum.commas + decimal.commas,
      }),
      { dots: 0, commas: 0 },
    );
  return decimalSignFrom(evidence);
}

interface Found {
  readonly table: FoundTable;
  readonly otherTables: readonly FoundTable[];
  readonly today: Day;
}

interface ColumnDraft {
  dayOrder: DayOrderEvidence;
  decimal: DecimalEvidence;
}

function profileOf(
  text: string,
  cut: { readonly delimiter: string; readonly width: number },
  found: Found,
): ListProfile {
  const { table } = found;
  const drafts: ColumnDraft[] = [];
  const sample: (readonly string[])[] = [];
  const step = Math.max(1, Math.floor((table.rows - firstSampledRows) / sampledLater));
  let seen = 0;
  forEachRow(text, cut, (row) => {
    if (row.number > table.lastRow) return 'stop';
    if (row.number < table.firstRow || row.tooLong) return undefined;
    if (seen < firstSampledRows || seen % step === 0) sample.push(row.cells.slice(0, maxColumns));
    seen += 1;
    addEvidence(drafts, row);
    return undefined;
  });
  const width = widthOf(sample, table.headings);
  const columns = Array.from({ length: Math.min(width, maxColumns) }, (_, index) => ({
    heading: table.headings[index] ?? '',
    ...(drafts[index] ?? noEvidence()),
  }));
  return { ...cut, ...found, columns, sample };
}

function addEvidence(drafts: ColumnDraft[], row: CsvRow): void {
  row.cells.slice(0, maxColumns).forEach((cell, index) => {
    const draft = (drafts[index] ??= noEvidence());
    if (!/\d/u.test(cell)) return;
    draft.dayOrder = withDayOrderEvidence(draft.dayOrder, cell);
    draft.decimal = withDecimalEvidence(draft.decimal, cell);
  });
}

function noEvidence(): ColumnDraft {
  return { dayOrder: noDayOrderEvidence, decimal: { dots: 0, commas: 0 } };
}

// Delimiters at line ends make columns that are blank throughout; a column without a heading counts
// if it is mostly filled.
function widthOf(sample: readonly (readonly string[])[], headings: readonly string[]): number {
  const filled = new Map<number, number>();
  for (const cells of sample)
    cells.forEach((cell, index) => {
      if (cell.trim() !== '') filled.set(index, (filled.get(index) ?? 0) + 1);
    });
  const last = [...filled].reduce(
    (max, [index, count]) => (count * 2 >= sample.length ? Math.max(max, index) : max),
    lastFilled(headings),
  );
  return last + 1;
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '');
}

function largestTable(tables: readonly FoundTable[]): FoundTable {
  const [first, ...others] = tables;
  const none = { headingRow: null, headings: [], firstRow: 1, lastRow: 0, rows: 0 };
  return others.reduce((best, next) => (next.rows > best.rows ? next : best), first ?? none);
}

function isDayColumn(meaning: ColumnMeaning | undefined): boolean {
  return meaning === 'visit-day' || meaning === 'birthday';
}

function dayColumns(
  { columns }: ListProfile,
  meanings: readonly ColumnMeaning[],
): readonly ColumnProfile[] {
  return columns.filter((_, index) => isDayColumn(meanings[index]));
}

function sumOfEvidence(a: DayOrderEvidence, b: DayOrderEvidence): DayOrderEvidence {
  return {
    dayFirst: a.dayFirst + b.dayFirst,
    monthFirst: a.monthFirst + b.monthFirst,
    unclear: a.unclear + b.unclear,
  };
}

function checked(profile: ListProfile, agreement: number): Result<ListProfile, ImportProblem> {
  const { table, columns } = profile;
  const isHeaded = table.headingRow !== null;
  if (isHeaded && guessMapping(profile, true).columns.some(({ meaning }) => meaning !== 'skip'))
    return table.rows === 0 ? failed({ kind: 'no-rows' }) : ok(profile);
  // Prose with commas splits into rows of every length.
  const isTable = columns.length > 1 && agreement >= 0.5 && table.rows + (isHeaded ? 1 : 0) > 1;
  return isTable ? ok(profile) : failed({ kind: 'not-a-table' });
}
