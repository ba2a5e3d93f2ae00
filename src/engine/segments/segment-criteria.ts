// The kinds that are made of several parts, part by part: what holds and by which facts, what is
// missing and by how much. The same rules and the same facts as in segments.ts, so that the parts
// and the badge cannot disagree.

import type {
  SegmentCriteria,
  UnmetCriterion,
  SegmentCriterion,
  CriterionName,
} from '#domain/week/segment-criteria.ts';
import type { Reason } from '#domain/week/reason.ts';
import { dayAt } from '#lib/day.ts';
import * as facts from '#engine/suggestions/reasons.ts';
import { evidenceOf, isSlipping, listed } from './segments.ts';
import { twoFigures } from '#engine/amounts/two-figures.ts';
import type { Profile } from '#engine/profile/profile.ts';

/**
 * Valued, and for the offers, in their parts. Nothing before the first purchase, and nothing of
 * offers for somebody who never bought at a reduced price.
 */
export function segmentCriteriaOf(person: Profile): readonly SegmentCriteria[] {
  if (person.features.visitDays === 0) return [];
  return person.features.signals.reduced === 0
    ? [valuedCriteria(person)]
    : [valuedCriteria(person), priceLedCriteria(person)];
}

function valuedCriteria(person: Profile): SegmentCriteria {
  return {
    segment: 'valued',
    holds: evidenceOf(person, 'valued').length > 0,
    needed: person.rules.valuedSigns,
    criteria: [
      criterionOf('regular', evidenceOf(person, 'regular'), regularLack(person)),
      criterionOf('big-baskets', evidenceOf(person, 'big-spender'), bigBasketsLack(person)),
      criterionOf('word-spread', evidenceOf(person, 'advocate'), {
        code: 'no-word',
        months: person.rules.advocateMonths,
      }),
      criterionOf('told-us', listed(facts.feedbackGivenOf(person)), { code: 'told-nothing' }),
      criterionOf('together', listed(facts.togetherOf(person)), togetherLack(person)),
    ],
  };
}

function priceLedCriteria(person: Profile): SegmentCriteria {
  const { visits, signals } = person.features;
  const { priceLedVisits, priceLedShare } = person.rules;
  return {
    segment: 'price-led',
    holds: evidenceOf(person, 'price-led').length > 0,
    needed: 1,
    criteria: [
      {
        criterion: 'enough-visits',
        evidence: [],
        unmet:
          visits < priceLedVisits ? { code: 'few-visits', visits, needed: priceLedVisits } : null,
      },
      criterionOf('reduced', listed(facts.mostlyReducedOf(person)), {
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

function regularLack(person: Profile): UnmetCriterion {
  const { interval, last, daysSinceLast, today } = person.features;
  const { regularGaps } = person.rules;
  if (interval === null || interval.gaps < regularGaps)
    return { code: 'few-gaps', gaps: interval?.gaps ?? 0, needed: regularGaps };
  if (isSlipping(person))
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
