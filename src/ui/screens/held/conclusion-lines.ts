import type { CustomerDetails } from '#app/customers/customer-page.ts';
import type { SegmentIndex } from '#app/customers/segment-index.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { countText, dayText, type Wording } from '#i18n/format.ts';
import { reasonSentence } from '#i18n/reasons.ts';
import { segmentName } from '#i18n/segments.ts';
import { m } from '#ui/messages.ts';
import { aheadMoneyText, aheadVisitsText } from '#ui/screens/customer/ahead-text.ts';

/** What the app works out about somebody: kinds with their facts, rhythm, and what it expects. */
export function conclusionLines(
  page: CustomerDetails,
  segments: SegmentIndex,
  { wording, settings }: { readonly wording: Wording; readonly settings: Settings },
): readonly string[] {
  const kinds = segments.segmentsOf(page.own.id).map(({ segment, evidence }) =>
    m.held_field({
      what: segmentName(segment),
      text: evidence.map((reason) => reasonSentence(reason, wording)).join(' '),
    }),
  );
  return [...kinds, ...rhythmLines(page), ...expectedLines(page, { wording, settings })];
}

function rhythmLines({ features }: CustomerDetails): readonly string[] {
  const { interval } = features;
  if (interval === null || interval.gaps < 2) return [];
  const days = Math.max(1, Math.round(interval.medianDays));
  const count = features.year.visitDays;
  return [m.customer_year_rhythm({ count, days, words: countText(days) })];
}

function expectedLines(
  { forecast, worth }: CustomerDetails,
  { wording, settings }: { readonly wording: Wording; readonly settings: Settings },
): readonly string[] {
  const by = forecast?.expectedBy ?? null;
  const spend = settings.amounts ? (worth?.spend ?? null) : null;
  return [
    ...(by === null ? [] : [m.customer_expected({ day: dayText(by, wording.today) })]),
    ...(worth === null
      ? []
      : [m.held_field({ what: m.customer_ahead_visits(), text: aheadVisitsText(worth.visits) })]),
    ...(spend === null || spend.high === 0
      ? []
      : [m.held_field({ what: m.held_spend(), text: aheadMoneyText(spend, wording.currency) })]),
  ];
}
