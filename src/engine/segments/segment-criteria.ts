// The segments that have several criteria, one by one: what holds and by which reasons, what is
// missing and by how much. By the same rules and reasons as segments.ts, so that the criteria and
// the badge cannot disagree.

import type {
  SegmentCriteria,
  UnmetCriterion,
  SegmentCriterion,
  CriterionName,
} from '#domain/week/segment-criteria.ts';
import type { Reason } from '#domain/week/reason.ts';
import { dayAt } from '#lib/day.ts';
import { feedbackGivenOf, mostlyReducedOf, togetherOf } from './reasons.ts';
import { evidenceOf, isSlipping, listed } from './segments.ts';
import { twoFigures } from '#engine/amounts/two-figures.ts';
import type { Profile } from '#engine/profile/profile.ts';

/**
 * Valued, and price-led for somebody who ever bought at a reduced price. Empty before the first
 * purchase.
 */
export function segmentCriteriaOf(profile: Profile): readonly SegmentCriteria[] {
  if (profile.features.visitDays === 0) return [];
  return profile.features.signals.reduced === 0
    ? [valuedCriteria(profile)]
    : [valuedCriteria(profile), priceLedCriteria(profile)];
}

function valuedCriteria(profile: Profile): SegmentCriteria {
  return {
    segment: 'valued',
    holds: evidenceOf(profile, 'valued').length > 0,
    needed: profile.rules.valuedSigns,
    criteria: [
      criterionOf('regular', evidenceOf(profile, 'regular'), regularLack(profile)),
      criterionOf('big-baskets', evidenceOf(profile, 'big-spender'), bigBasketsLack(profile)),
      criterionOf('word-spread', evidenceOf(profile, 'advocate'), {
        code: 'no-word',
        months: profile.rules.advocateMonths,
      }),
      criterionOf('told-us', listed(feedbackGivenOf(profile)), { code: 'told-nothing' }),
      criterionOf('together', listed(togetherOf(profile)), togetherLack(profile)),
    ],
  };
}

function priceLedCriteria(profile: Profile): SegmentCriteria {
  const { visits, signals } = profile.features;
  const { priceLedVisits, priceLedShare } = profile.rules;
  return {
    segment: 'price-led',
    holds: evidenceOf(profile, 'price-led').length > 0,
    needed: 1,
    criteria: [
      {
        criterion: 'enough-visits',
        evidence: [],
        unmet:
          visits < priceLedVisits ? { code: 'few-visits', visits, needed: priceLedVisits } : null,
      },
      criterionOf('reduced', listed(mostlyReducedOf(profile)), {
        code: 'few-reduced',
        reduced: signals.reduced,
        of: visits,
        needed: Math.ceil(priceLedShare * visits),
      }),
    ],
  };
}

function criterionOf(
  part: CriterionName,
  evidence: readonly Reason[],
  lack: UnmetCriterion,
): SegmentCriterion {
  return { criterion: part, evidence, unmet: evidence.length > 0 ? null : lack };
}

function regularLack(profile: Profile): UnmetCriterion {
  const { interval, last, daysSinceLast, today } = profile.features;
  const { regularGaps } = profile.rules;
  if (interval === null || interval.gaps < regularGaps)
    return { code: 'few-gaps', gaps: interval?.gaps ?? 0, needed: regularGaps };
  if (isSlipping(profile))
    return { code: 'comes-less', last: dayAt(last ?? today), silentDays: daysSinceLast ?? 0 };
  const { latestGaps } = interval;
  return {
    code: 'gaps-differ',
    of: latestGaps.length,
    low: Math.min(...latestGaps),
    high: Math.max(...latestGaps),
  };
}

function bigBasketsLack({ history, features, rules, cohort }: Profile): UnmetCriterion {
  const own = cohort.spenders.find(({ customerId }) => customerId === history.customerId);
  if (own === undefined) return { code: 'no-amounts' };
  const { bigSpenderVisitDays: needed, bigSpenderTopShare: share } = rules;
  if (cohort.bigSpenders.has(history.customerId))
    return { code: 'few-visits', visits: features.visitDays, needed };
  const from = Math.min(...[...cohort.bigSpenders.values()].map(({ yearlySpend }) => yearlySpend));
  // Rounded away from each other, so that what is less never looks the same.
  return {
    code: 'below-top',
    yearly: twoFigures(own.yearlySpend, Math.floor),
    from: twoFigures(from, Math.ceil),
    share,
  };
}

function togetherLack({ features, rules }: Profile): UnmetCriterion {
  const first = features.first ?? features.today;
  return { code: 'not-long', first: dayAt(first), from: dayAt(first + rules.togetherDays) };
}
