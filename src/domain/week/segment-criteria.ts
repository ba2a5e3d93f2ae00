// The parts of a kind that is made of several: which of them hold and what each other one lacks, so
// that nobody has to guess why a word stands beside a name, or does not. Codes and figures only;
// must never hold a sentence.

import type { Day } from '#lib/day.ts';
import type { Reason } from './reason.ts';
import type { Segment } from './segment.ts';

/** The kinds that are told part by part. */
export type CriteriaSegment = Extract<Segment, 'valued' | 'price-led'>;

/** What a part is about. */
export type CriterionName =
  | 'regular'
  | 'big-baskets'
  | 'word-spread'
  | 'told-us'
  | 'together'
  | 'enough-visits'
  | 'reduced';

/** Why a part does not hold, with its figures. Money in minor units. */
export type UnmetCriterion =
  /** Own gaps known, and how many are needed. */
  | { readonly code: 'few-gaps'; readonly gaps: number; readonly needed: number }
  /** The latest gaps differ too much: the shortest and the longest of the last `of`, in days. */
  | {
      readonly code: 'gaps-differ';
      readonly of: number;
      readonly low: number;
      readonly high: number;
    }
  | { readonly code: 'comes-less'; readonly last: Day; readonly silentDays: number }
  /** Visit days, or visits, so far and how many are needed. */
  | { readonly code: 'few-visits'; readonly visits: number; readonly needed: number }
  | { readonly code: 'no-amounts' }
  /**
   * The own yearly spend as the shop reckons it, and where the top `share` (0–1) of customers
   * begins; both rounded to two figures.
   */
  | {
      readonly code: 'below-top';
      readonly yearly: number;
      readonly from: number;
      readonly share: number;
    }
  | { readonly code: 'no-word'; readonly months: number }
  | { readonly code: 'told-nothing' }
  /** A customer since `first`; long together from the day `from` on. */
  | { readonly code: 'not-long'; readonly first: Day; readonly from: Day }
  /** Visits at a reduced price, of how many, and how many would be needed. */
  | {
      readonly code: 'few-reduced';
      readonly reduced: number;
      readonly of: number;
      readonly needed: number;
    };

/** One part: `unmet` is null when it holds, and the evidence then says by what. */
export interface SegmentCriterion {
  readonly criterion: CriterionName;
  readonly evidence: readonly Reason[];
  readonly unmet: UnmetCriterion | null;
}

/** A kind in its parts. `needed`: how many of the parts after the first must hold beside it. */
export interface SegmentCriteria {
  readonly segment: CriteriaSegment;
  readonly holds: boolean;
  readonly needed: number;
  readonly criteria: readonly SegmentCriterion[];
}
