// The first reading of a file: its width, what its columns hold, and which order its dates have.
// Keeps a few cells of each column, never the file.

import {
  maxImportRows,
  type ImportProblem,
  type KnownExportName,
} from '#domain/import/import-problem.ts';
import type { ColumnMeaning, DayOrder } from '#domain/import/column-meaning.ts';
import type { Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { decimalSignOf, type DecimalSign } from './cell-amount.ts';
import {
  noDayOrderEvidence,
  dayOrderFrom,
  withDayOrderEvidence,
  type DayOrderEvidence,
} from './cell-day.ts';
import { guessColumns, isHeadingRow, knownExportOf } from './guess-columns.ts';
import { columnCutOf } from './column-cut.ts';
import { csvParser, type CsvRow } from './parser.ts';

interface ColumnProfile {
  /** The cell of the first row. */
  readonly first: string;
  /** Non-blank cells after the first row, in file order; at most 300. */
  readonly cells: readonly string[];
  readonly dayOrderEvidence: DayOrderEvidence;
}

/** What the first reading gives. */
export interface CsvProfile {
  readonly delimiter: string;
  /** Non-blank rows, the first one included. */
  readonly rows: number;
  readonly firstIsHeadings: boolean;
  readonly columns: readonly ColumnProfile[];
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

/** Takes the text in chunks and gives the profile at the end. */
export interface CsvInspector {
  readonly feed: (text: string) => void;
  readonly end: () => Result<CsvProfile, ImportProblem>;
}

interface ColumnDraft {
  first: string;
  readonly cells: string[];
  dayOrderEvidence: DayOrderEvidence;
}

const maxSampleCells = 300;
const visibleSamples = 3;
// A file with more columns is something else.
const maxColumns = 1000;

/** `head` is the beginning of the text, `today` the shop's day. */
export function csvInspector(head: string, today: Day): CsvInspector {
  const cut = columnCutOf(head);
  const columns: ColumnDraft[] = [];
  let rows = 0;
  let second: readonly string[] = [];

  function addRow(row: CsvRow): void {
    rows += 1;
    if (row.tooLong || rows > maxImportRows) return;
    if (rows === 2) second = row.cells;
    row.cells.slice(0, maxColumns).forEach((cell, index) => {
      const column = (columns[index] ??= {
        first: '',
        cells: [],
        dayOrderEvidence: noDayOrderEvidence,
      });
      if (rows === 1) column.first = cell;
      else if (cell.trim() !== '' && column.cells.length < maxSampleCells) column.cells.push(cell);
      if (/\d/u.test(cell))
        column.dayOrderEvidence = withDayOrderEvidence(column.dayOrderEvidence, cell);
    });
  }

  const reader = csvParser(cut.delimiter, addRow);
  return {
    feed: reader.feed,
    end() {
      reader.end();
      if (rows === 0) return failed({ kind: 'empty' });
      if (rows > maxImportRows) return failed({ kind: 'too-many-rows', greatest: maxImportRows });
      const width = widthOf(columns, rows);
      const first = columns.map((column) => column.first);
      const firstIsHeadings = isHeadingRow(first, second, today);
      const { delimiter, agreement } = cut;
      const profile = { delimiter, rows, firstIsHeadings, columns: columns.slice(0, width), today };
      return checked(profile, agreement);
    },
  };
}

/** What the columns probably mean, with or without the first row as headings. */
export function guessMapping(profile: CsvProfile, firstIsHeadings: boolean): MappingGuess {
  const raw = profile.columns.map(({ first, cells }) => ({
    heading: firstIsHeadings ? first : '',
    cells: firstIsHeadings || first.trim() === '' ? cells : [first, ...cells],
  }));
  const guess = guessColumns(raw, profile.today);
  return {
    list: guess.list,
    columns: raw.map((column, index) => ({
      heading: column.heading.trim(),
      samples: column.cells.slice(0, visibleSamples),
      meaning: guess.meanings[index] ?? 'skip',
    })),
  };
}

/** The order of days in the columns with these meanings, or null when it must be asked. */
export function knownDayOrder(
  profile: CsvProfile,
  meanings: readonly ColumnMeaning[],
): DayOrder | null {
  const evidence = dayColumns(profile, meanings).reduce(
    (sum, { dayOrderEvidence }) => sumOfEvidence(sum, dayOrderEvidence),
    noDayOrderEvidence,
  );
  return (
    dayOrderFrom(evidence) ??
    knownExportOf(profile.columns.map((column) => column.first))?.order ??
    null
  );
}

/** A date that can be read both ways, to ask with; undefined when there is none. */
export function ambiguousDay(
  profile: CsvProfile,
  meanings: readonly ColumnMeaning[],
): string | undefined {
  return dayColumns(profile, meanings)
    .flatMap((column) => column.cells)
    .find((cell) => withDayOrderEvidence(noDayOrderEvidence, cell).unclear === 1);
}

/** The decimal sign in the columns of money. */
export function decimalSignIn(
  profile: CsvProfile,
  meanings: readonly ColumnMeaning[],
): DecimalSign {
  return decimalSignOf(
    profile.columns
      .filter((_, index) => meanings[index]?.startsWith('amount') === true)
      .flatMap((column) => column.cells),
  );
}

function dayColumns(
  { columns }: CsvProfile,
  meanings: readonly ColumnMeaning[],
): readonly ColumnProfile[] {
  return columns.filter((_, index) =>
    ['visit-day', 'birthday'].includes(meanings[index] ?? 'skip'),
  );
}

function checked(profile: CsvProfile, agreement: number): Result<CsvProfile, ImportProblem> {
  if (profile.firstIsHeadings) {
    const guess = guessMapping(profile, true);
    if (guess.list === 'sumup-totals') return failed({ kind: 'no-customers-in-it' });
    const knows = guess.columns.some((column) => column.meaning !== 'skip');
    if (profile.rows === 1 && knows) return failed({ kind: 'no-rows' });
    if (knows) return ok(profile);
  }
  // Prose with commas splits into rows of every length.
  const isTable = profile.columns.length > 1 && agreement >= 0.5 && profile.rows > 1;
  return isTable ? ok(profile) : failed({ kind: 'not-a-table' });
}

// Delimiters at line ends make columns that are blank throughout; a column without a heading counts
// if it is mostly filled.
function widthOf(columns: readonly ColumnDraft[], rows: number): number {
  const filled = Math.max(1, Math.min(rows - 1, maxSampleCells) / 2);
  return (
    columns.findLastIndex(({ first, cells }) => first.trim() !== '' || cells.length >= filled) + 1
  );
}

function sumOfEvidence(a: DayOrderEvidence, b: DayOrderEvidence): DayOrderEvidence {
  return {
    dayFirst: a.dayFirst + b.dayFirst,
    monthFirst: a.monthFirst + b.monthFirst,
    unclear: a.unclear + b.unclear,
  };
}
