// What "How we're doing" says of people: sentences first, each with its figures. Facts come in,
// words go out; a share is never said without the counts that it is made of.

import type {
  InsightsCount,
  InsightsGroup,
  SegmentMove,
  InsightsPeriod,
  InsightsSpan,
} from '#domain/week/insights.ts';
import type { SegmentRules } from '#domain/week/segment.ts';
import { addDays, type Day } from '#lib/day.ts';
import { m } from './catalogue.ts';
import { countText, dayText, numberText, countFirst } from './format.ts';
import { segmentName } from './segments.ts';

/** "Regulars are 1 in 5 of your customers, and 6 in 10 of your visits." */
export function shareText({ share, span }: InsightsPeriod, rules: SegmentRules): string {
  if (share.people === 0) return m.insights_share_nobody({ span: spanWords[span].within() });
  if (share.regulars === 0) {
    return m.insights_share_no_regulars({
      count: share.people,
      words: countFirst(share.people),
      span: spanWords[span].within(),
      visits: countText(rules.regularGaps + 1),
    });
  }
  const people = fractionText(share.regulars, share.people);
  const visits = fractionText(share.regularVisits, share.visits);
  return people === visits
    ? m.insights_share_same({ people })
    : m.insights_share({ people, visits });
}

/** The counts behind the sentence, or undefined where it says them itself. */
export function shareCountsText({ share, span }: InsightsPeriod): string | undefined {
  if (share.regulars === 0) return undefined;
  return m.insights_share_counts({
    span: spanWords[span].first(),
    regulars: numberText(share.regulars),
    people: numberText(share.people),
    regularVisits: numberText(share.regularVisits),
    visits: numberText(share.visits),
  });
}

/** The word beside one of the four numbers: "regulars". */
export function countWord(count: InsightsCount, number: number): string {
  switch (count) {
    case 'regular':
      return m.insights_count_regular({ count: number });
    case 'rising':
      return m.insights_count_rising();
    case 'slipping':
      return m.insights_count_slipping();
    case 'new':
      return m.insights_count_new();
  }
}

/** "three more than four weeks ago", or undefined when there is nothing to compare with. */
export function changeText(count: InsightsCount, period: InsightsPeriod): string | undefined {
  const before = period.before?.[count] ?? null;
  if (before === null) return undefined;
  const change = period.groups[count].length - before;
  const words = spanWords[period.span];
  const ago = count === 'new' ? words.before() : words.ago();
  if (change === 0) return m.insights_change_same({ ago });
  const amount = countFirst(Math.abs(change));
  return change > 0
    ? m.insights_change_more({ words: amount, ago })
    : m.insights_change_fewer({ words: amount, ago });
}

/** "Four became regulars". */
export function moveText(move: SegmentMove, count: number): string {
  return moves[move]({ count, words: countFirst(count) });
}

export function movedSinceText(today: Day, span: InsightsSpan): string {
  return m.insights_moves({ day: dayText(addDays(today, -span), today) });
}

export function groupTitle(group: InsightsGroup): string {
  switch (group) {
    case 'regular':
      return m.insights_title_regular();
    case 'became-regular':
      return m.insights_title_became_regular();
    case 'regular-less':
      return m.insights_title_regular_less();
    case 'back-again':
      return m.insights_title_back_again();
    case 'rising':
    case 'slipping':
    case 'new':
      return segmentName(group);
  }
}

export function groupLead(
  group: InsightsGroup,
  period: InsightsPeriod,
  rules: SegmentRules,
): string {
  const words = spanWords[period.span];
  switch (group) {
    case 'regular':
      return m.insights_people_regular({ visits: countText(rules.regularGaps + 1) });
    case 'rising':
      return m.insights_people_rising({
        weeks: countText(rules.risingWeeks),
        factor: numberText(rules.risingFactor),
      });
    case 'slipping':
      return m.insights_people_slipping({ factor: numberText(rules.slippingFactor) });
    case 'new':
      return period.cameAgain === 0
        ? m.insights_people_new({ span: words.within() })
        : m.insights_people_new_again({
            count: period.cameAgain,
            words: countFirst(period.cameAgain),
            span: words.within(),
          });
    case 'became-regular':
      return m.insights_people_became_regular({ ago: words.ago() });
    case 'regular-less':
      return m.insights_people_regular_less({ ago: words.ago() });
    case 'back-again':
      return m.insights_people_back_again({ ago: words.ago() });
  }
}

/** "1 in 5": the nearest of the fractions that people use. */
function fractionText(part: number, whole: number): string {
  const share = part / whole;
  if (part === whole) return m.insights_fraction_all();
  if (share < 1 / 20) return m.insights_fraction_few();
  if (share > 19 / 20) return m.insights_fraction_most();
  const near = wholes.map((parts) => {
    const count = Math.min(parts - 1, Math.max(1, Math.round(share * parts)));
    return { count, parts, error: Math.abs(share - count / parts) };
  });
  const nearest = Math.min(...near.map(({ error }) => error));
  const plainest = near.find(({ error }) => error <= nearest + coarse);
  return m.insights_fraction({
    part: numberText(plainest?.count ?? part),
    whole: numberText(plainest?.parts ?? whole),
  });
}

/** Into how many parts people divide, the plainest first. */
const wholes = [2, 3, 4, 5, 10, 20] as const;
/** Two hundredths more or less are not worth a finer fraction. */
const coarse = 0.02;

interface SpanWords {
  readonly within: () => string;
  /** The same at the beginning of a sentence. */
  readonly first: () => string;
  readonly ago: () => string;
  readonly before: () => string;
}

const spanWords: Readonly<Record<InsightsSpan, SpanWords>> = {
  28: {
    within: m.insights_in_month,
    first: m.insights_in_month_first,
    ago: m.insights_ago_month,
    before: m.insights_before_month,
  },
  91: {
    within: m.insights_in_quarter,
    first: m.insights_in_quarter_first,
    ago: m.insights_ago_quarter,
    before: m.insights_before_quarter,
  },
  364: {
    within: m.insights_in_year,
    first: m.insights_in_year_first,
    ago: m.insights_ago_year,
    before: m.insights_before_year,
  },
};

const moves: Readonly<Record<SegmentMove, (inputs: { count: number; words: string }) => string>> = {
  'became-regular': m.insights_move_became_regular,
  'regular-less': m.insights_move_regular_less,
  'back-again': m.insights_move_back_again,
};
