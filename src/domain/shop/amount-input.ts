// An amount of money as an owner types it. Must never guess: what is not plainly an amount is a
// mistake to be shown.

import { isAmount, type Currency } from './money.ts';

/** The minor units in `text` ("18.40", "18,40"), null when empty, undefined when no amount. */
export function parseAmount(text: string, { digits }: Currency): number | null | undefined {
  const bare = text.replace(/[\s\u00a0]/g, '');
  if (bare === '') return null;
  const parts = /^(\d{1,9})(?:[.,](\d+))?$/.exec(bare);
  const fraction = parts?.[2] ?? '';
  if (parts === null || fraction.length > digits) return undefined;
  const amount = Number(`${parts[1] ?? ''}${fraction.padEnd(digits, '0')}`);
  return isAmount(amount) ? amount : undefined;
}

/** `amount` for a field: "18.40"; empty for null. */
export function amountInputText(amount: number | null, { digits }: Currency): string {
  if (amount === null) return '';
  const text = String(amount).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
