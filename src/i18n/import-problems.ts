// Why a list, or a line of one, could not be used: said in words, with what to do. A code without a
// sentence does not compile.

import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { RowProblem, RowProblemCode } from '#domain/import/shop-import.ts';
import { m } from './catalogue.ts';
import { numberText } from './format.ts';

const bytesPerMegabyte = 1_000_000;

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

/** What lines with this problem have in common: "Not a date". */
export function rowProblemKind(code: RowProblemCode): string {
  return problemKinds[code]();
}

type PlainKind = Exclude<ImportProblem['kind'], 'too-big' | 'too-many-rows' | 'too-many-columns'>;

const plainProblems: Readonly<Record<PlainKind, () => string>> = {
  unreadable: m.import_problem_unreadable,
  empty: m.import_problem_empty,
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
  'not-a-table': m.import_problem_not_a_table,
  'no-rows': m.import_problem_no_rows,
  'day-totals': m.import_problem_day_totals,
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
    'not-a-phone': m.import_row_not_a_phone,
    'not-a-mail': m.import_row_not_a_mail,
    'not-yes-or-no': m.import_row_not_yes_or_no,
    'rounded-number': m.import_row_rounded_number,
    'text-cut': m.import_row_text_cut,
    'other-currency': m.import_row_other_currency,
    'no-show': () => m.import_row_no_show(),
    pending: () => m.import_row_pending(),
    'not-a-sale': m.import_row_not_a_sale,
    'total-row': () => m.import_row_total_row(),
    'headings-again': () => m.import_row_headings_again(),
    'other-table': () => m.import_row_other_table(),
    'stand-in': m.import_row_stand_in,
    'stray-quote': () => m.import_row_stray_quote(),
    forgotten: () => m.import_row_forgotten(),
  };

const keptParts: Readonly<Partial<Record<RowProblemCode, () => string>>> = {
  'no-day': m.import_row_no_day_left,
  'not-a-time': m.import_row_not_a_time_left,
  'not-an-amount': m.import_row_not_an_amount_left,
  'not-a-birthday': m.import_row_not_a_birthday_left,
  'other-currency': m.import_row_not_an_amount_left,
  'not-yes-or-no': m.import_row_not_yes_or_no_left,
  'rounded-number': m.import_row_rounded_number_left,
  'text-cut': m.import_row_text_cut_left,
  'stray-quote': m.import_row_stray_quote_left,
};

const problemKinds: Readonly<Record<RowProblemCode, () => string>> = {
  'no-name': m.import_kind_no_name,
  'no-day': m.import_kind_no_day,
  'not-a-day': m.import_kind_not_a_day,
  'day-ahead': m.import_kind_day_ahead,
  'not-a-time': m.import_kind_not_a_time,
  'not-an-amount': m.import_kind_not_an_amount,
  'negative-amount': m.import_kind_negative_amount,
  'not-a-birthday': m.import_kind_not_a_birthday,
  'ragged-row': m.import_kind_ragged_row,
  'not-a-phone': m.import_kind_not_a_phone,
  'not-a-mail': m.import_kind_not_a_mail,
  'not-yes-or-no': m.import_kind_not_yes_or_no,
  'rounded-number': m.import_kind_rounded_number,
  'text-cut': m.import_kind_text_cut,
  'other-currency': m.import_kind_other_currency,
  cancelled: m.import_kind_cancelled,
  refund: m.import_kind_refund,
  'no-show': m.import_kind_no_show,
  pending: m.import_kind_pending,
  'not-a-sale': m.import_kind_not_a_sale,
  'total-row': m.import_kind_total_row,
  'headings-again': m.import_kind_headings_again,
  'other-table': m.import_kind_other_table,
  'stand-in': m.import_kind_stand_in,
  'stray-quote': m.import_kind_stray_quote,
  forgotten: m.import_kind_forgotten,
  'too-long': m.import_kind_too_long,
};
