// The criteria of a segment that has several: which hold and what each other one lacks, so that
// nobody has to guess why a customer is in it or not. Codes and figures only, never a sentence.

import type { Coded } from '#lib/coded.ts';
import type { Day } from '#lib/day.ts';
import type { Reason } from './reason.ts';
import type { Segment } from './segment.ts';

/** The segments that are explained criterion by criterion. */
export type CriteriaSegment = Extract<Segment, 'valued' | 'price-led'>;

export type CriterionName =
  | 'regular'
  | 'big-baskets'
  | 'word-spread'
  | 'told-us'
  | 'together'
  | 'enough-visits'
  | 'reduced';

/** The figures of each way in which a criterion does not hold. Money in minor units. */
interface UnmetFacts {
  /** Own gaps known, and how many are needed. */
  'few-gaps': { gaps: number; needed: number };
  /** The latest gaps differ too much: the shortest and the longest of the last `of`, in days. */
  'gaps-differ': { of: number; low: number; high: number };
  'comes-less': { last: Day; silentDays: number };
  /** Visit days, or visits, so far and how many are needed. */
  'few-visits': { visits: number; needed: number };
  'no-amounts': object;
  /** The own yearly spend, and where the top `share` (0–1) begins; rounded to two figures. */
  'below-top': { yearly: number; from: number; share: number };
  'no-word': { months: number };
  'told-nothing': object;
  /** A customer since `first`; long together from the day `from` on. */
  'not-long': { first: Day; from: Day };
  /** Visits at a reduced price, of how many, and how many would be needed. */
  'few-reduced': { reduced: number; of: number; needed: number };
}

/** Why a criterion does not hold, with its figures. */
export type UnmetCriterion = Coded<UnmetFacts>;

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
