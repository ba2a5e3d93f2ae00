// What an offer to one person should be: as large as what they usually take, on the day they
// usually come, and a price off only for those who come for the price. A habit that the visits do
// not show is not said.

import type { History } from '#domain/visits/history.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { OfferAdvice } from '#domain/week/suggestion.ts';
import type { Day } from '#lib/day.ts';
import { isMostlyReduced } from '#engine/segments/reasons.ts';
import { featuresOf, type Features } from '#engine/profile/features.ts';
import { usualAmountOf } from '#engine/amounts/usual-amount.ts';

/** The advice from known features; null when nothing is known that an offer could lean on. */
export function offerAdviceOf(
  history: History,
  features: Features,
  { currency, kindRules }: Pick<Settings, 'currency' | 'kindRules'>,
): OfferAdvice | null {
  const usualAmount = usualAmountOf(history, currency) ?? null;
  const weekday = features.weekday?.weekday ?? null;
  const fromHour = features.hour?.fromHour ?? null;
  const isPriceLed = isMostlyReduced(features, kindRules);
  const isKnown = usualAmount !== null || weekday !== null || fromHour !== null || isPriceLed;
  return isKnown ? { usualAmount, weekday, fromHour, isPriceLed } : null;
}

/** The advice for one person alone, as on a printed list. */
export function offerAdviceFor(
  history: History,
  settings: Settings,
  today: Day,
): OfferAdvice | null {
  return offerAdviceOf(history, featuresOf(history, settings, today), settings);
}
