// How the sample shop is set up: a butcher's that does not exist, in the zone and currency of the
// tablet.

import type { Calendar } from '#domain/shop/calendar.ts';
import { defaultOpening, type SettingsValues } from '#domain/shop/settings.ts';
import { addDays, dayAt, type Day } from '#lib/day.ts';
import { sampleText } from './sample-text.ts';

/** The sample shop is the same for everybody, but for the day on which it is opened. */
export const sampleSeed = 'pell-and-daughter';

export const sampleSize = { customers: 60, visits: 3_000 } as const;

/** Open Monday to Saturday, with one closure four months before `today`. */
export function sampleCalendar(today: Day): Calendar {
  return {
    openings: [defaultOpening(dayAt(0))],
    closures: [{ from: addDays(today, -124), to: addDays(today, -113) }],
  };
}

export function sampleSettings(
  today: Day,
  {
    zone,
    currency,
    language,
  }: Pick<SettingsValues, 'zone' | 'currency'> & { readonly language: string },
): Partial<SettingsValues> {
  const unit = 10 ** (currency.digits - 2);
  return {
    shopName: sampleText('Pell & Daughter', language),
    shopKind: 'butcher',
    zone,
    currency,
    language,
    currencyFixed: true,
    ...sampleCalendar(today),
    budgetMoney: Math.round(3_000 * unit),
    cardCost: Math.round(120 * unit),
    offers: [
      { words: sampleText('Sausages, no charge', language), cost: Math.round(400 * unit) },
      { words: sampleText('A joint for Sunday', language), cost: Math.round(900 * unit) },
      { words: sampleText('A pot of dripping', language), cost: Math.round(150 * unit) },
    ],
  };
}
