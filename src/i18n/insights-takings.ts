import type { Takings } from '#domain/week/insights.ts';
import type { Currency } from '#domain/shop/money.ts';
import { m } from './catalogue.ts';
import { money, moneyShort } from './format.ts';

/** "£1,240 noted in the last four weeks, £1,180 in the four before." */
export function takingsText({ lastFour, fourBefore }: Takings, currency: Currency): string {
  const sum = moneyShort(lastFour, currency);
  return fourBefore === 0
    ? m.insights_takings_four({ sum })
    : m.insights_takings_both({ sum, before: moneyShort(fourBefore, currency) });
}

/** "An average basket was £8.40, £8.10 in the four weeks before."; undefined without an amount. */
export function basketText(
  { basketLastFour, basketFourBefore }: Takings,
  currency: Currency,
): string | undefined {
  if (basketLastFour === null) return undefined;
  const basket = money(basketLastFour, currency);
  return basketFourBefore === null
    ? m.insights_takings_basket({ basket })
    : m.insights_takings_baskets({ basket, before: money(basketFourBefore, currency) });
}
