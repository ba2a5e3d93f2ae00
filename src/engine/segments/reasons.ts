// Reasons with all their figures where they hold, undefined where they do not. A figure is a count
// of the log: whoever counts the visits by hand must come to the same.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { HistoryMoment } from '#domain/visits/history-facts.ts';
import type { Reason } from '#domain/week/reason.ts';
import type { SegmentRules } from '#domain/week/segment.ts';
import { dayAt, type Day } from '#lib/day.ts';
import { sumOf } from '#lib/statistics.ts';
import { toldApart, yearDays, type Features } from '#engine/profile/features.ts';
import { isSurelyFirst } from '#engine/profile/log-reach.ts';
import { isBeyondLuck, weekdayCountsOf } from '#engine/profile/habits.ts';
import type { SignalDays } from '#engine/profile/signals.ts';
import type { Profile } from '#engine/profile/profile.ts';
import { hasEnoughDays, type VisitInterval } from '#engine/profile/visit-interval.ts';

/** The people they sent who first came after the day number `after`. */
export function sentPeopleOf({ sent, features }: Profile, after: number): Reason | undefined {
  if (sent.length === 0) return undefined;
  const people = sent.filter((person) => person.since > after && person.since <= features.today);
  const first = people[0];
  if (first === undefined) return undefined;
  const ids: readonly CustomerId[] = people.map((person) => person.customerId);
  const theirVisits = people.reduce((sum, person) => sum + person.visitDays, 0);
  return { code: 'sent-people', people: ids, since: dayAt(first.since), theirVisits };
}

/** People sent whose names the shop does not know, after the day number `after`. */
export function sentSomeoneOf({ features }: Profile, after: number): Reason | undefined {
  const counted = countedAfter(features.signals.sentUnknown, after, features.today);
  return counted && { code: 'sent-someone', ...counted };
}

/** Shares of the shop after the day number `after`. */
export function sharedOf({ features }: Profile, after: number): Reason | undefined {
  const counted = countedAfter(features.signals.shared, after, features.today);
  return counted && { code: 'shared', ...counted };
}

/** Visits with a friend after the day number `after`. */
export function broughtFriendsOf({ features }: Profile, after: number): Reason | undefined {
  const counted = countedAfter(features.signals.friend, after, features.today);
  return counted && { code: 'brought-friends', ...counted };
}

/** Something they told the shop within 52 weeks, the latest. */
export function feedbackGivenOf({ history, features }: Profile): Reason | undefined {
  const since = features.today - yearDays;
  const moment = history.moments.findLast(
    (each) => isFeedback(each) && each.day > since && each.day <= features.today,
  );
  if (moment !== undefined && isFeedback(moment))
    return { code: 'told-us', kind: moment.kind, day: dayAt(moment.day) };
  const marked = countedAfter(features.signals.feedback, since, features.today);
  return marked && { code: 'told-us', kind: 'something', day: marked.last };
}

/** The own rhythm as a reason. */
export type OwnRhythm = Extract<Reason, { readonly code: 'own-rhythm' }>;

/**
 * How many of the latest gaps lie close to the median. Three gaps are needed, and two in three of
 * them close: two of the last four are no rhythm.
 */
export function ownRhythmOf({ features }: Pick<Profile, 'features'>): OwnRhythm | undefined {
  const { interval } = features;
  if (interval === null || interval.latestGaps.length < 3 || !hasEnoughDays(interval))
    return undefined;
  const { low, high } = medianRange(interval);
  const within = interval.latestGaps.filter((gap) => gap >= low && gap <= high).length;
  if (3 * within < 2 * interval.latestGaps.length) return undefined;
  return {
    code: 'own-rhythm',
    typicalDays: interval.medianDays,
    within,
    of: interval.latestGaps.length,
    low,
    high,
  };
}

/** The weekday that most of the latest visit days share, more than those of others would. */
export function usualWeekdayOf({ features, cohort }: Profile): Reason | undefined {
  const { weekday, days } = features;
  if (weekday === null) return undefined;
  const own = weekdayCountsOf(days);
  // With nobody else to look at, one day is as good as another.
  const others = cohort.weekdayVisits().map((visits, index) => visits - (own[index] ?? 0) + 1);
  const all = sumOf(others);
  const isOwn = isBeyondLuck(
    weekday,
    others.map((visits) => visits / all),
  );
  return isOwn ? { code: 'usual-weekday', ...weekday } : undefined;
}

/**
 * How long the silence is, beside the own interval, or beside what most gaps did not exceed where
 * they are no rhythm. It does not say whether that is long.
 */
export function overdueOf({ features }: Profile): Reason | undefined {
  const { interval, daysSinceLast, last, emptyDaysSinceLast: emptyDays } = features;
  if (interval === null || daysSinceLast === null || last === null) return undefined;
  const { medianDays: typicalDays, mostlyDays } = interval;
  const hasRhythm = ownRhythmOf({ features }) !== undefined;
  return {
    code: 'overdue',
    typicalDays,
    ...(hasRhythm || daysSinceLast <= mostlyDays ? {} : { mostlyDays }),
    silentDays: daysSinceLast,
    last: dayAt(last),
    ...(emptyDays === 0 ? {} : { emptyDays }),
  };
}

/**
 * The rank among the biggest yearly spends, with the noted sum of 52 weeks. Where they are not all
 * of it, it says the weeks since the first visit, and how many visits have an amount.
 */
export function bigBasketsOf({ spendRank, features }: Profile): Reason | undefined {
  const { first, today } = features;
  if (spendRank === null || first === null) return undefined;
  const { sum, visits, amounts } = features.year;
  const { rank, of } = spendRank;
  const weeks = Math.ceil((today - first + 1) / 7);
  return {
    code: 'big-baskets',
    yearlySum: sum,
    ...toldApart(features.year),
    ...(weeks < yearDays / 7 ? { weeks } : {}),
    ...(amounts < visits ? { noted: amounts } : {}),
    rank,
    of,
  };
}

/**
 * A customer for as long as the rules call long, with all visit days: at least so long, where the
 * log does not reach back far enough to know.
 */
export function togetherOf({ features, rules, cohort }: Profile): Reason | undefined {
  const { first, today } = features;
  if (first === null || today - first < rules.togetherDays) return undefined;
  const isOlder = isSurelyFirst(first, cohort.logSince) ? {} : { isOlder: true as const };
  return { code: 'together', first: dayAt(first), ...toldApart(features), ...isOlder };
}

/** Visit days in the last 52 weeks, at least three, of a customer who is no longer new. */
export function visitsThisYearOf({ features, rules }: Profile): Reason | undefined {
  const { first, year, today } = features;
  if (first === null || year.visitDays < 3 || today - first <= rules.newWeeks * 7) return undefined;
  const weeks = Math.min(yearDays / 7, Math.ceil((today - first + 1) / 7));
  return { code: 'visits-this-year', ...toldApart(year), weeks };
}

/** The first weeks: first day and visit days. */
export function newHereOf({ features }: Profile): Reason | undefined {
  const { first } = features;
  return first === null
    ? undefined
    : { code: 'new-here', first: dayAt(first), ...toldApart(features) };
}

/** Visits marked quick and easy, or tabs paid on time in a row, as the rules accept. */
export function quickAndEasyOf({ features, rules }: Profile): Reason | undefined {
  const { signals, visits } = features;
  const marked = visits >= rules.timeSaverVisits && signals.easy >= rules.timeSaverShare * visits;
  if (signals.complaints > 0) return undefined;
  if (marked) return { code: 'quick-and-easy', marked: signals.easy, of: visits };
  return signals.tabsOnTime >= rules.timeSaverTabs
    ? { code: 'pays-on-time', times: signals.tabsOnTime }
    : undefined;
}

/** Purchases at a reduced price, when their share is as high as the rules ask. */
export function mostlyReducedOf({ features, rules }: Profile): Reason | undefined {
  const { signals, visits } = features;
  if (visits === 0 || signals.reduced < rules.priceLedShare * visits) return undefined;
  return { code: 'mostly-reduced', reduced: signals.reduced, of: visits };
}

/** Whether somebody comes mainly for reduced prices, by the share and purchases of the rules. */
export function isMostlyReduced({ signals, visits }: Features, rules: SegmentRules): boolean {
  return visits >= rules.priceLedVisits && signals.reduced >= rules.priceLedShare * visits;
}

/** Visits without a purchase, of somebody who never bought. */
export function justLookingOf({ features }: Profile): Reason | undefined {
  const { visitDays, browsed, lastSeen } = features;
  if (visitDays > 0 || browsed === 0 || lastSeen === null) return undefined;
  return { code: 'just-looking', visits: browsed, last: dayAt(lastSeen) };
}

function countedAfter(
  marked: SignalDays,
  after: number,
  today: number,
): { readonly times: number; readonly last: Day } | undefined {
  if (marked.days.length === 0) return undefined;
  const days = marked.days.filter((day) => day > after && day <= today);
  const last = days.at(-1);
  return last === undefined ? undefined : { times: days.length, last: dayAt(last) };
}

function isFeedback(
  moment: HistoryMoment,
): moment is HistoryMoment & { readonly kind: 'praise' | 'complaint' | 'idea' } {
  return moment.kind === 'praise' || moment.kind === 'complaint' || moment.kind === 'idea';
}

// A sixth to either side, and at least a day: "6–8 days" for a week.
function medianRange({ medianDays }: VisitInterval): {
  readonly low: number;
  readonly high: number;
} {
  const tolerance = Math.max(1, medianDays / 6);
  return {
    low: Math.max(1, Math.round(medianDays - tolerance)),
    high: Math.round(medianDays + tolerance),
  };
}
