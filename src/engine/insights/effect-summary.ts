// Did it help: the effects of what was given, for the page, with what was handed over and what it
// cost. A reason is shown only with enough data; a word costs nothing and is not counted as given.

import type { EffectsReport } from '#domain/week/insights.ts';
import { dayAt } from '#lib/day.ts';
import { sumOf } from '#lib/statistics.ts';
import { gestureEffectsOf } from '#engine/experiments/effects.ts';
import { isGiven, type ObservationSource } from '#engine/experiments/observations.ts';

/** What became of everything handed over until today. */
export function effectSummaryOf(source: ObservationSource): EffectsReport {
  const { all, byReason } = gestureEffectsOf(source);
  const given = source.histories.flatMap(({ gestures }) => gestures.filter(isGiven));
  const days = given.flatMap(({ handedOver }) => handedOver ?? []);
  return {
    all,
    byReason: [...byReason]
      .flatMap(([reason, facts]) => (facts.hasEnoughData ? [{ ...facts, reason }] : []))
      .toSorted((a, b) => b.given - a.given || (a.reason < b.reason ? -1 : 1)),
    since: days.length === 0 ? null : dayAt(Math.min(...days)),
    cards: given.filter(({ kind }) => kind === 'card').length,
    offers: given.filter(({ kind }) => kind === 'offer').length,
    open: given.length - all.given,
    cost: sumOf(given.map(({ cost }) => cost)),
  };
}
