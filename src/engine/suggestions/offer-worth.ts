// What an offer may cost: a share of what it may bring. It brings something only if it is handed
// over at all and makes the difference; then a year of visits by the own rhythm, at the own mean
// amount. Coarse, and on the careful side: nobody's whole future hangs on some sausages.

import type { OfferWorth } from '#domain/week/suggestion.ts';
import { yearDays } from '#engine/profile/features.ts';
import type { Profile } from '#engine/profile/profile.ts';
import { upliftPrior } from '#engine/experiments/uplift.ts';
import type { SuggestParams } from './params.ts';

/** The arithmetic for one person; null where no amounts or no rhythm are known. */
export function offerWorthOf(
  { features, cohort, churnProbability }: Profile,
  { offerShare }: SuggestParams,
): OfferWorth | null {
  const { interval, year } = features;
  if (year.amounts === 0 || interval === null) return null;
  // By the mean gap: whoever comes twice a week and then not for a month has no hundred visits a
  // year. One gap of the shop's is counted beside the own ones.
  const { gaps, meanDays } = interval;
  const gapDays = (gaps * meanDays + cohort.medianGapDays) / (gaps + 1);
  const visitsAYear = Math.round(Math.min(yearDays, yearDays / Math.max(1, gapDays)));
  const meanAmount = Math.round(year.sum / year.amounts);
  // A gift at the till waits for somebody who may never come; unknown before a model is fitted.
  const handedOver = 1 - (churnProbability() ?? 0);
  const gain = Math.round(upliftPrior.mean * handedOver * visitsAYear * meanAmount);
  return { visitsAYear, meanAmount, handedOver, gain, limit: Math.round(offerShare * gain) };
}
