// Why a list, or a line of one, could not be used: said in words, with what to do. A code without a
// sentence does not compile.

import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { RowProblem, RowProblemCode } from '#domain/import/shop-import.ts';
import * as m from './compiled/messages.js';
import { numberText } from './format.ts';

const bytesPerMegabyte = 1_000_000;

/** What the shopkeeper reads when a whole file cannot be imported. */
export function importProblemSentence(problem: ImportProblem): string {
  if (problem.kind === 'too-big')
    return m.import_problem_too_big({
      size: numberText(Math.round(problem.bytes / bytesPerMegabyte)),
      greatest: numberText(Math.floor(problem.greatest / bytesPerMegabyte)),
    });
  if (problem.kind === 'too-many-rows')
    return m.import_problem_too_many_rows({ greatest: numberText(problem.greatest) });
  if (problem.kind === 'too-many-columns')
    return m.import_problem_too_many_columns({ greatest: numberText(problem.greatest) });
  return plainProblems[problem.kind]();
}

/** What the shopkeeper reads about one line: what stood there, and what became of it. */
export function rowProblemSentence({ row, code, text, left }: RowProblem): string {
  const kept = left === 'row' ? m.import_row_left_row : (keptParts[code] ?? m.import_row_left_part);
  return m.import_row_row({
    row: numberText(row),
    what: rowProblems[code]({ text }),
    left: kept(),
  });
}

type PlainKind = Exclude<ImportProblem['kind'], 'too-big' | 'too-many-rows' | 'too-many-columns'>;

const plainProblems: Readonly<Record<PlainKind, () => string>> = {
  unreadable: m.import_problem_unreadable,
  empty: m.import_problem_empty,
  spreadsheet: m.import_problem_spreadsheet,
  binary: m.import_problem_binary,
  picture: m.import_problem_picture,
  pdf: m.import_problem_pdf,
  packed: m.import_problem_packed,
  'old-workbook': m.import_problem_old_workbook,
  'binary-workbook': m.import_problem_binary_workbook,
  'locked-workbook': m.import_problem_locked_workbook,
  'damaged-workbook': m.import_problem_damaged_workbook,
  'too-much-in-workbook': m.import_problem_too_much_in_workbook,
  'open-document': m.import_problem_open_document,
  'numbers-document': m.import_problem_numbers_document,
  'text-document': m.import_problem_text_document,
  json: m.import_problem_json,
  'contact-cards': m.import_problem_contact_cards,
  'not-a-table': m.import_problem_not_a_table,
  'no-rows': m.import_problem_no_rows,
  'no-customers-in-it': m.import_problem_no_customers_in_it,
  'no-name-column': m.import_problem_no_name_column,
  'no-day-column': m.import_problem_no_day_column,
  'day-order-unknown': m.import_problem_day_order_unknown,
  'already-imported': m.import_problem_imported_before,
};

const rowProblems: Readonly<Record<RowProblemCode, (facts: { readonly text: string }) => string>> =
  {
    'no-name': () => m.import_row_no_name(),
    'no-day': () => m.import_row_no_day(),
    'not-a-day': m.import_row_not_a_day,
    'day-ahead': m.import_row_day_ahead,
    'not-a-time': m.import_row_not_a_time,
    'not-an-amount': m.import_row_not_an_amount,
    'negative-amount': m.import_row_negative_amount,
    'not-a-birthday': m.import_row_not_a_birthday,
    'ragged-row': () => m.import_row_ragged_row(),
    cancelled: () => m.import_row_cancelled(),
    refund: () => m.import_row_refund(),
    'too-long': () => m.import_row_too_long(),
  };

const keptParts: Readonly<Partial<Record<RowProblemCode, () => string>>> = {
  'no-day': m.import_row_no_day_left,
  'not-a-time': m.import_row_not_a_time_left,
  'not-an-amount': m.import_row_not_an_amount_left,
  'not-a-birthday': m.import_row_not_a_birthday_left,
};
