import type { CustomerDetails } from '#app/customers/customer-page.ts';
import type { Currency } from '#domain/shop/money.ts';
import { moneyShort, numberText } from '#i18n/format.ts';
import { m } from '#ui/messages.ts';

/** How many visits the year ahead may bring. */
export function aheadVisitsText({
  low,
  high,
}: NonNullable<CustomerDetails['worth']>['visits']): string {
  if (high === 0) return m.customer_ahead_none();
  return low === 0
    ? m.customer_ahead_at_most({ high: numberText(high) })
    : m.customer_ahead_range({ low: numberText(low), high: numberText(high) });
}

/** How much they may spend in it. */
export function aheadMoneyText(
  { low, high }: { readonly low: number; readonly high: number },
  currency: Currency,
): string {
  return low === 0
    ? m.customer_ahead_money_at_most({ high: moneyShort(high, currency) })
    : m.customer_ahead_money({
        low: moneyShort(low, currency),
        high: moneyShort(high, currency),
      });
}
