import { amountInputText } from '#domain/shop/amount-input.ts';
import type { Currency } from '#domain/shop/money.ts';
import { decimalSign } from './decimal-sign.ts';

/** `amount` as it stands in a field to be typed over: "18.40", "18,40"; empty for null. */
export function amountFieldText(amount: number | null, currency: Currency): string {
  return amountInputText(amount, currency).replace('.', decimalSign());
}
