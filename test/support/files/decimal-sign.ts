import {
  decimalSignFrom,
  withDecimalEvidence,
  type DecimalSign,
} from '#formats/cells/cell-amount.ts';

/** The decimal sign that the amounts of a column show. */
export function signOf(cells: readonly string[]): DecimalSign {
  return decimalSignFrom(cells.reduce(withDecimalEvidence, { dots: 0, commas: 0 }));
}
