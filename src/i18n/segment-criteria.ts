// The parts of a kind in words: what it takes, what holds, and what is missing by how much. A lack
// without a sentence does not compile.

import type {
  SegmentCriteria,
  UnmetCriterion,
  SegmentCriterion,
  CriterionName,
  CriteriaSegment,
} from '#domain/week/segment-criteria.ts';
import { m } from './catalogue.ts';
import { countText, dayText, moneyShort, type Wording } from './format.ts';
import { segmentName } from './segments.ts';

/** "Valued: not yet" for somebody who is not of that kind. */
export function outsideSegmentText(kind: CriteriaSegment): string {
  return kind === 'valued'
    ? m.segments_not_yet({ kind: segmentName(kind) })
    : m.segments_not({ kind: segmentName(kind) });
}

/** What the kind takes: "It takes a regular, and two of the four below that." */
export function criterionText({ segment, needed }: SegmentCriteria): string {
  return segment === 'valued'
    ? m.segments_parts_valued({ count: countText(needed) })
    : m.segments_parts_price_led();
}

/** "Regular ✓" or "Big baskets: not yet". */
export function criterionName(
  { criterion, unmet }: SegmentCriterion,
  kind: CriteriaSegment,
): string {
  const name = names[criterion]();
  if (unmet === null) return m.segments_part_holds({ part: name });
  return kind === 'valued'
    ? m.segments_part_lacks({ part: name })
    : m.segments_part_not({ part: name });
}

export function unmetCriterionSentence(lack: UnmetCriterion, wording: Wording): string {
  return said(lack.code, lack, wording);
}

type UnmetCriterionByCode = { readonly [Each in UnmetCriterion as Each['code']]: Each };
type Sayings = {
  readonly [Code in keyof UnmetCriterionByCode]: (
    lack: UnmetCriterionByCode[Code],
    wording: Wording,
  ) => string;
};

function said<Code extends keyof UnmetCriterionByCode>(
  code: Code,
  lack: UnmetCriterionByCode[Code],
  wording: Wording,
): string {
  return sayings[code](lack, wording);
}

const sayings: Sayings = {
  'few-gaps': ({ gaps, needed }) =>
    m.segments_lack_few_gaps({ gaps: countText(gaps), needed: countText(needed) }),
  'gaps-differ': ({ of, low, high }) =>
    m.segments_lack_gaps_differ({ of: countText(of), low: countText(low), high: countText(high) }),
  'comes-less': ({ last, silentDays }, { today }) =>
    m.segments_lack_comes_less({ day: dayText(last, today), silent: countText(silentDays) }),
  'few-visits': ({ visits, needed }) =>
    m.segments_lack_few_visits({ visits: countText(visits), needed: countText(needed) }),
  'no-amounts': () => m.segments_lack_no_amounts(),
  'below-top': ({ yearly, from, share }, { currency }) => {
    const sums = { yearly: moneyShort(yearly, currency), from: moneyShort(from, currency) };
    return share === 0.1
      ? m.segments_lack_below_tenth(sums)
      : m.segments_lack_below_top({ ...sums, share: countText(Math.round(100 * share)) });
  },
  'no-word': ({ months }) => m.segments_lack_no_word({ months: countText(months) }),
  'told-nothing': () => m.segments_lack_told_nothing(),
  'not-long': ({ first, from }, { today }) =>
    m.segments_lack_not_long({ first: dayText(first, today), from: dayText(from, today) }),
  'few-reduced': ({ reduced, of, needed }) =>
    m.segments_lack_few_reduced({
      reduced: countText(reduced),
      of: countText(of),
      needed: countText(needed),
    }),
};

const names: Readonly<Record<CriterionName, () => string>> = {
  regular: () => segmentName('regular'),
  'big-baskets': () => segmentName('big-spender'),
  'word-spread': () => segmentName('advocate'),
  'told-us': m.segments_part_told_us,
  together: m.segments_part_together,
  'enough-visits': m.segments_part_enough_visits,
  reduced: m.segments_part_reduced,
};
