// A first reading of a list, from end to end: how wide it is, what its columns hold, whether its dates say which order they have.
// Keeps a few cells of each column, never the list.

import {
  greatestListRows,
  type ImportProblem,
  type KnownList,
} from '#domain/import/import-problem.ts';
import type { ColumnMeaning, DayOrder } from '#domain/import/column-meaning.ts';
import type { Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { decimalSignOf, type DecimalSign } from './cell-amount.ts';
import { noOrderSigns, orderFrom, withOrderSign, type OrderSigns } from './cell-day.ts';
import { guessedColumns, isHeadingRow, layoutOf } from './guess-columns.ts';
import { columnCutOf } from './delimiter.ts';
import { rowReader, type Row } from './parser.ts';

/** One column as it was met. */
export interface SurveyedColumn {
  /** The cell of the first row. */
  readonly first: string;
  /** Cells that are not blank, without the first row's, in the order of the file; at most 300. */
  readonly cells: readonly string[];
  readonly orderSigns: OrderSigns;
}

/** What a first reading tells. */
export interface ListSurvey {
  readonly delimiter: string;
  /** Rows that are not blank, the first one included. */
  readonly rows: number;
  readonly firstIsHeadings: boolean;
  readonly columns: readonly SurveyedColumn[];
  readonly today: Day;
}

/** Our guess at a list, ready to be shown: one entry for each column. */
export interface ListGuess {
  readonly list: KnownList | null;
  readonly columns: readonly {
    readonly heading: string;
    /** Up to three real cells. */
    readonly samples: readonly string[];
    readonly meaning: ColumnMeaning;
  }[];
}

/** Takes the text of a list in pieces and gives the survey at the end. */
export interface Surveyor {
  readonly feed: (text: string) => void;
  readonly end: () => Result<ListSurvey, ImportProblem>;
}

interface ColumnNotes {
  first: string;
  readonly cells: string[];
  orderSigns: OrderSigns;
}

const keptCells = 300;
const shownCells = 3;
// So many cells of one row are honest; more is a file of something else.
const greatestWidth = 1000;

/** Begins a survey. `head` is the beginning of the text, `today` the shop's day. */
export function surveyor(head: string, today: Day): Surveyor {
  const cut = columnCutOf(head);
  const columns: ColumnNotes[] = [];
  let rows = 0;
  let second: readonly string[] = [];

  function take(row: Row): void {
    rows += 1;
    if (row.tooLong || rows > greatestListRows) return;
    if (rows === 2) second = row.cells;
    row.cells.slice(0, greatestWidth).forEach((cell, index) => {
      const notes = (columns[index] ??= { first: '', cells: [], orderSigns: noOrderSigns });
      if (rows === 1) notes.first = cell;
      else if (cell.trim() !== '' && notes.cells.length < keptCells) notes.cells.push(cell);
      if (/\d/u.test(cell)) notes.orderSigns = withOrderSign(notes.orderSigns, cell);
    });
  }

  const reader = rowReader(cut.delimiter, take);
  return {
    feed: reader.feed,
    end() {
      reader.end();
      if (rows === 0) return failed({ kind: 'empty' });
      if (rows > greatestListRows)
        return failed({ kind: 'too-many-rows', greatest: greatestListRows });
      const width = widthOf(columns, rows);
      const first = columns.map((column) => column.first);
      const firstIsHeadings = isHeadingRow(first, second, today);
      const survey = {
        delimiter: cut.delimiter,
        rows,
        firstIsHeadings,
        columns: columns.slice(0, width),
        today,
      };
      return checked(survey, cut.agreement);
    },
  };
}

/** What the columns probably mean, with the first row read as headings or as a row like the others. */
export function guessOf(survey: ListSurvey, firstIsHeadings: boolean): ListGuess {
  const raw = survey.columns.map(({ first, cells }) => ({
    heading: firstIsHeadings ? first : '',
    cells: firstIsHeadings || first.trim() === '' ? cells : [first, ...cells],
  }));
  const guess = guessedColumns(raw, survey.today);
  return {
    list: guess.list,
    columns: raw.map((column, index) => ({
      heading: column.heading.trim(),
      samples: column.cells.slice(0, shownCells),
      meaning: guess.meanings[index] ?? 'skip',
    })),
  };
}

/** The order of days in the columns with these meanings, or null when it must be asked. */
export function knownOrderOf(
  survey: ListSurvey,
  meanings: readonly ColumnMeaning[],
): DayOrder | null {
  const signs = survey.columns
    .filter((_, index) => meanings[index] === 'visit-day' || meanings[index] === 'birthday')
    .reduce((sum, { orderSigns }) => addedSigns(sum, orderSigns), noOrderSigns);
  return orderFrom(signs) ?? layoutOf(survey.columns.map((column) => column.first))?.order ?? null;
}

/** A date of the list that can be read both ways, to ask with; undefined when there is none. */
export function ambiguousDay(
  survey: ListSurvey,
  meanings: readonly ColumnMeaning[],
): string | undefined {
  return survey.columns
    .filter((_, index) => meanings[index] === 'visit-day' || meanings[index] === 'birthday')
    .flatMap((column) => column.cells)
    .find((cell) => withOrderSign(noOrderSigns, cell).unclear === 1);
}

/** The sign before fractions in the columns of money. */
export function decimalSignIn(survey: ListSurvey, meanings: readonly ColumnMeaning[]): DecimalSign {
  return decimalSignOf(
    survey.columns
      .filter((_, index) => meanings[index]?.startsWith('amount') === true)
      .flatMap((column) => column.cells),
  );
}

function checked(survey: ListSurvey, agreement: number): Result<ListSurvey, ImportProblem> {
  if (survey.firstIsHeadings) {
    const guess = guessOf(survey, true);
    if (guess.list === 'sumup-totals') return failed({ kind: 'no-customers-in-it' });
    const knows = guess.columns.some((column) => column.meaning !== 'skip');
    if (survey.rows === 1 && knows) return failed({ kind: 'no-rows' });
    if (knows) return ok(survey);
  }
  // Prose with a comma here and there falls into rows of every length.
  const isTable = survey.columns.length > 1 && agreement >= 0.5 && survey.rows > 1;
  return isTable ? ok(survey) : failed({ kind: 'not-a-table' });
}

// Separators at the ends of lines make columns that are blank from top to bottom; a column without a heading that is mostly filled is one.
function widthOf(columns: readonly ColumnNotes[], rows: number): number {
  const filled = Math.max(1, Math.min(rows - 1, keptCells) / 2);
  return (
    columns.findLastIndex(({ first, cells }) => first.trim() !== '' || cells.length >= filled) + 1
  );
}

function addedSigns(a: OrderSigns, b: OrderSigns): OrderSigns {
  return {
    dayFirst: a.dayFirst + b.dayFirst,
    monthFirst: a.monthFirst + b.monthFirst,
    unclear: a.unclear + b.unclear,
  };
}
