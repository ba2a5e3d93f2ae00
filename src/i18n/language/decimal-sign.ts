import { locale } from './locale.ts';

/** The sign between whole numbers and parts where the shop is: a point or a comma. */
export function decimalSign(): '.' | ',' {
  const parts = new Intl.NumberFormat(locale()).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.';
}
