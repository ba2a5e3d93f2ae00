// The criteria of a segment that has several: which hold and what each other one lacks, so that
// nobody has to guess why a customer is in it or not. Codes and figures only, never a sentence.

import type { Day } from '#lib/day.ts';
import type { Reason } from './reason.ts';
import type { Segment } from './segment.ts';

/** The segments that are explained criterion by criterion. */
export type CriteriaSegment = Extract<Segment, 'valued' | 'price-led'>;

/** What a criterion is about. */
export type CriterionName =
  | 'regular'
  | 'big-baskets'
  | 'word-spread'
  | 'told-us'
  | 'together'
  | 'enough-visits'
  | 'reduced';

/** Why a criterion does not hold, with its figures. Money in minor units. */
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
  /** The own yearly spend, and where the top `share` (0–1) begins; rounded to two figures. */
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

/** One criterion: `unmet` is null when it holds, and the evidence then says by what. */
export interface SegmentCriterion {
  readonly criterion: CriterionName;
  readonly evidence: readonly Reason[];
  readonly unmet: UnmetCriterion | null;
}

/** A segment with its criteria. `needed`: how many after the first must hold besides it. */
export interface SegmentCriteria {
  readonly segment: CriteriaSegment;
  readonly holds: boolean;
  readonly needed: number;
  readonly criteria: readonly SegmentCriterion[];
}
