// Why somebody is suggested: a code with its facts, every figure recountable from the visits. Its
// words are in i18n.

import type { Day, Weekday } from '#lib/day.ts';
import type { Coded } from '#lib/coded.ts';
import type { CustomerId } from '#domain/customers/customer.ts';

/**
 * The facts of each reason, by its code. Amounts are minor units. `visits` stands beside
 * `visitDays` only where somebody came more than once a day.
 */
interface ReasonFacts {
  /** Feedback not answered yet. `visitsSince`: visits after that day. */
  'complaint-open': { day: Day; text: string; visitsSince: number };
  'feedback-open': { kind: 'praise' | 'idea'; day: Day; text: string };
  /** People they sent who are known to the shop, first to last, and how often those came. */
  'sent-people': { people: readonly CustomerId[]; since: Day; theirVisits: number };
  /** Sent somebody whose name the shop does not know. */
  'sent-someone': { times: number; last: Day };
  /** Shared the shop, or brought a friend, in the last twelve months. */
  shared: { times: number; last: Day };
  'brought-friends': { times: number; last: Day };
  /** Own rhythm: `within` of the last `of` gaps were `low`–`high` days; typical gap in days. */
  'own-rhythm': { typicalDays: number; within: number; of: number; low: number; high: number };
  /** Usually on this weekday: `times` of the last `of` visit days. */
  'usual-weekday': { weekday: Weekday; times: number; of: number };
  /**
   * Silent for longer than their own gaps. `mostlyDays` are given where these are no rhythm: three
   * in four were as short. On `emptyDays` of the silence nobody came at all.
   */
  overdue: {
    typicalDays: number;
    mostlyDays?: number;
    silentDays: number;
    last: Day;
    emptyDays?: number;
  };
  'coming-more': {
    recentVisits: number;
    recentWeeks: number;
    earlierVisits: number;
    earlierWeeks: number;
  };
  'spending-more': {
    recentSum: number;
    recentWeeks: number;
    earlierSum: number;
    earlierWeeks: number;
  };
  'new-here': { first: Day; visitDays: number; visits?: number };
  'came-once': { day: Day; silentDays: number };
  /**
   * The noted sum of 52 weeks, or of the `weeks` since the first visit. `noted` amounts stand
   * beside the visits only where they are fewer.
   */
  'big-baskets': {
    yearlySum: number;
    visitDays: number;
    visits?: number;
    weeks?: number;
    noted?: number;
    rank: number;
    of: number;
  };
  /** `isOlder`: the first visit noted need not be the first one. */
  together: { first: Day; visitDays: number; visits?: number; isOlder?: true };
  'visits-this-year': { visitDays: number; visits?: number; weeks: number };
  milestone: { visitDays: number; visits?: number; day: Day };
  anniversary: { years: number; first: Day };
  birthday: { day: Day };
  'quick-and-easy': { marked: number; of: number };
  'pays-on-time': { times: number };
  'mostly-reduced': { reduced: number; of: number };
  'just-looking': { visits: number; last: Day };
  'back-again': { day: Day; awayDays: number; emptyDays?: number };
  /** `something`: marked on a visit, without what it was. */
  'told-us': { kind: 'praise' | 'idea' | 'complaint' | 'something'; day: Day };
  /** The last card or offer handed over, or never. */
  'last-thanked': { day: Day | null };
  /** This week's place for somebody who is not a big spender. */
  'reserved-place': { week: Day };
}

/** A fact about a customer that speaks for (or explains) a gesture. */
export type Reason = Coded<ReasonFacts>;

export type ReasonCode = Reason['code'];

/** Whether a gesture with this reason answers feedback. */
export function answersFeedback(
  reason: Reason,
): reason is Extract<Reason, { readonly code: 'complaint-open' | 'feedback-open' }> {
  return reason.code === 'complaint-open' || reason.code === 'feedback-open';
}

/** Whether the reason names an amount of money: such a one is for the owner's eyes alone. */
export function mentionsMoney({ code }: Reason): boolean {
  return code === 'big-baskets' || code === 'spending-more';
}
