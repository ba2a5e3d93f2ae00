// The segments of customers, and the one table of rules that decide them. Somebody may be in
// several.

import type { Reason } from './reason.ts';

/** All segments, in the order in which somebody's segments are shown. */
export const allSegments = [
  'slipping',
  'been-away',
  'rising',
  'advocate',
  'valued',
  'regular',
  'big-spender',
  'time-saver',
  'new',
  'one-off',
  'price-led',
  'browser',
] as const;

export type Segment = (typeof allSegments)[number];

export interface Membership {
  readonly segment: Segment;
  readonly evidence: readonly Reason[];
}

/** Thresholds of the segments. Shares are 0–1. */
export interface SegmentRules {
  /** Big baskets: share of customers at the top of shrunk yearly spend, and visit days needed. */
  readonly bigSpenderTopShare: number;
  readonly bigSpenderVisitDays: number;
  /** Regular: own gaps needed, and greatest interquartile range over median. */
  readonly regularGaps: number;
  readonly regularSpread: number;
  /** Spreads the word: how many months back a share or a person sent counts. */
  readonly advocateMonths: number;
  /** Quick and easy: share of visits so marked, visits needed, tabs paid on time in a row. */
  readonly timeSaverShare: number;
  readonly timeSaverVisits: number;
  readonly timeSaverTabs: number;
  /** Coming more: weeks of the recent window, times the own rate before, visits needed in it. */
  readonly risingWeeks: number;
  readonly risingFactor: number;
  readonly risingVisits: number;
  /**
   * Coming less: times the own median gap, own gaps needed, and the fewest days of silence: three
   * days without a daily coffee are no sign.
   */
  readonly slippingFactor: number;
  readonly slippingGaps: number;
  readonly slippingDays: number;
  /** New: weeks since the first visit. Once: weeks of silence after the only one. */
  readonly newWeeks: number;
  readonly oneOffWeeks: number;
  /** For the offers: share of visits at a reduced price, and visits needed. */
  readonly priceLedShare: number;
  readonly priceLedVisits: number;
  /** Valued: how many other signs besides being regular, and days that count as long together. */
  readonly valuedSigns: number;
  readonly togetherDays: number;
}

/** Where segments begin and end until the owner says otherwise. */
export const defaultSegmentRules: SegmentRules = {
  bigSpenderTopShare: 0.1,
  bigSpenderVisitDays: 3,
  regularGaps: 4,
  regularSpread: 0.75,
  advocateMonths: 12,
  timeSaverShare: 0.6,
  timeSaverVisits: 3,
  timeSaverTabs: 3,
  risingWeeks: 8,
  risingFactor: 1.5,
  risingVisits: 3,
  slippingFactor: 2.5,
  slippingGaps: 3,
  slippingDays: 8,
  newWeeks: 8,
  oneOffWeeks: 12,
  priceLedShare: 0.6,
  priceLedVisits: 3,
  valuedSigns: 2,
  togetherDays: 365,
};
