// What "How we're doing" says, as facts. Its words are in i18n; every number can be counted again
// from the visits, and every number of people names the people.

import type { Day, Weekday } from '#lib/day.ts';
import type { CustomerId } from '#domain/customers/customer.ts';

/** How far back the page goes, in days: four weeks, three months, a year, in whole weeks. */
export const insightsSpans = [28, 91, 364] as const;

export type InsightsSpan = (typeof insightsSpans)[number];

/** The four numbers at the top: three segments today, and who first came in the span. */
export const insightsCounts = ['regular', 'rising', 'slipping', 'new'] as const;

export type InsightsCount = (typeof insightsCounts)[number];

/** Who moved since the span began: became a regular, comes less, came less and is back. */
export const segmentMoves = ['became-regular', 'regular-less', 'back-again'] as const;

export type SegmentMove = (typeof segmentMoves)[number];

/** A group of customers that a number of the page counts. */
export type InsightsGroup = InsightsCount | SegmentMove;

/** One span: who is meant by each number, and how large the four numbers were before. */
export interface InsightsPeriod {
  readonly span: InsightsSpan;
  /** Each group in the order of names. */
  readonly groups: Readonly<Record<InsightsGroup, readonly CustomerId[]>>;
  /**
   * The same counts when the span began (for `new`: in the span before it); null when the visits do
   * not reach back far enough.
   */
  readonly before: Readonly<Record<InsightsCount, number | null>> | null;
  /** Whether the log reaches far enough back to know who was new in the span. */
  readonly knowsNew: boolean;
  /** Of those new: how many came on a second day. */
  readonly cameAgain: number;
  /** Known customers who bought in the span, their visit days, and the regulars' part. */
  readonly share: {
    readonly people: number;
    readonly regulars: number;
    readonly visits: number;
    readonly regularVisits: number;
  };
}

/** One hour of one weekday. `isOpen`: the shop has hours in it. */
export interface BusyHour {
  readonly hour: number;
  readonly visits: number;
  readonly isOpen: boolean;
}

/** One weekday over the weeks counted. `days`: how many such days the shop was open. */
export interface BusyDay {
  readonly weekday: Weekday;
  readonly days: number;
  readonly hours: readonly BusyHour[];
}

/** When people come: visits with a known time, in the twelve weeks up to and with yesterday. */
export interface BusyHours {
  readonly from: Day;
  readonly to: Day;
  /** Monday first, without closed days on which nobody came. All rows have the same hours. */
  readonly days: readonly BusyDay[];
  readonly timed: number;
  /** Visits whose time nobody noted: they are in no hour. */
  readonly untimed: number;
  /** The hour with the most visits on an ordinary day, or null when there is none. */
  readonly busiest: ({ readonly weekday: Weekday; readonly days: number } & BusyHour) | null;
}

/** Visits, named or not, in each of the last 52 whole weeks, Monday to Sunday. */
export interface YearOfWeeks {
  /** The Monday of the first week. */
  readonly from: Day;
  readonly weeks: readonly number[];
  /** How many of them lie after the shop’s first day: the weeks that a mean is made of. */
  readonly known: number;
  readonly visits: number;
  readonly busiest: { readonly monday: Day; readonly visits: number } | null;
  /** Visits in the last four of them, and in the four before. */
  readonly lastFour: number;
  readonly fourBefore: number;
}

/** What became of the gestures of one reason, or of all. Open windows are not counted yet. */
export interface EffectCounts {
  readonly given: number;
  readonly cameBack: number;
  /** People who could have been chosen in the same weeks and got nothing. */
  readonly compared: number;
  readonly comparedBack: number;
  /**
   * Probability (0–1) that giving brings more people back than not giving; null where too few were
   * left out at random to tell: others who got nothing are no fair comparison.
   */
  readonly probability: number | null;
  /** Whether there are enough to speak of helping at all. */
  readonly hasEnoughData: boolean;
}

/** The stories that something is given for. */
export type EffectReason =
  | 'feedback'
  | 'sent-people'
  | 'spread-the-word'
  | 'slipping'
  | 'birthday'
  | 'rising'
  | 'anniversary'
  | 'milestone'
  | 'never-thanked'
  | 'back-again'
  | 'second-visit'
  | 'own-idea';

/** Did it help: all gestures together, and each reason with enough of them. */
export interface EffectsReport {
  readonly all: EffectCounts;
  /** The reason with the most gestures first. */
  readonly byReason: readonly (EffectCounts & { readonly reason: EffectReason })[];
  /** Cards and offers handed over, and since when; null when nothing was. */
  readonly since: Day | null;
  readonly cards: number;
  readonly offers: number;
  /** Cards and offers whose time to come back is not over: they are in none of the counts. */
  readonly open: number;
  readonly cost: number;
}

/** Noted amounts in each of the last 52 whole weeks, in minor units. */
export interface Takings {
  /** The Monday of the first week. */
  readonly from: Day;
  readonly weeks: readonly number[];
  /** The average of visits by name with an amount; null in a week without. */
  readonly baskets: readonly (number | null)[];
  readonly lastFour: number;
  readonly fourBefore: number;
  readonly basketLastFour: number | null;
  readonly basketFourBefore: number | null;
}

export interface NextDayForecast {
  readonly day: Day;
  /** Known people coming, in eight of ten cases; null while too little is known. */
  readonly range: { readonly low: number; readonly high: number } | null;
  /** The likeliest first, at most eight. */
  readonly likely: readonly CustomerId[];
}

export interface ShopInsights {
  readonly today: Day;
  /** Visits logged for somebody by name, and the day of the first. */
  readonly visits: number;
  readonly first: Day | null;
  readonly periods: readonly InsightsPeriod[];
  readonly busy: BusyHours;
  readonly year: YearOfWeeks;
  /** Null where no amount was noted, or none is to be shown. */
  readonly takings: Takings | null;
  readonly help: EffectsReport;
  /** Null when the shop is shut for the next weeks. */
  readonly next: NextDayForecast | null;
}

/** From so many cards and offers given on the page says whether they helped. */
export const minGivenToJudge = 30;

/** From so many visits on the page has something to say. */
export const minVisitsForInsights = 100;

/** The numbers that can be known: nobody is surely new in a log that has just begun. */
export function knownCounts({ knowsNew }: InsightsPeriod): readonly InsightsCount[] {
  return knowsNew ? insightsCounts : insightsCounts.filter((count) => count !== 'new');
}

/** The span and the group that the address of a list names ("regular-28"), or undefined. */
export function parseGroupKey(
  key: string,
): { readonly span: InsightsSpan; readonly group: InsightsGroup } | undefined {
  for (const span of insightsSpans) {
    for (const group of [...insightsCounts, ...segmentMoves]) {
      if (key === groupKey(group, span)) return { span, group };
    }
  }
  return undefined;
}

/** How the list of a group is called in addresses. */
export function groupKey(group: InsightsGroup, span: InsightsSpan): string {
  return `${group}-${span}`;
}
