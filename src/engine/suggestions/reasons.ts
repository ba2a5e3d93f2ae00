// Facts as reasons: each function gives the fact with all its figures when it holds, and nothing
// when it does not. A figure in a reason is a count of the log: whoever counts the visits by hand
// must come to the same.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { HistoryMoment } from '#domain/visits/history-facts.ts';
import type { Reason } from '#domain/week/reason.ts';
import type { SegmentRules } from '#domain/week/segment.ts';
import { dayAt, monthDayOf, nextAnniversary, type Day } from '#lib/day.ts';
import { yearDays, type Features } from '#engine/profile/features.ts';
import type { SignalDays } from '#engine/profile/signals.ts';
import type { Profile } from '#engine/profile/profile.ts';
import type { VisitInterval } from '#engine/profile/visit-interval.ts';

/**
 * Feedback that waits for an answer, a complaint before an idea before praise, the oldest first of
 * each.
 */
export function openFeedbackOf({ history, features }: Profile): Reason | undefined {
  if (history.moments.length === 0) return undefined;
  const open = history.moments.filter(
    (moment) => moment.answered === null && moment.day <= features.today,
  );
  const complaint = open.find((moment) => moment.kind === 'complaint');
  if (complaint !== undefined) {
    const visitsSince = features.days.filter((day) => day > complaint.day).length;
    return { code: 'complaint-open', day: dayAt(complaint.day), text: complaint.text, visitsSince };
  }
  const told =
    open.find((moment) => moment.kind === 'idea') ??
    open.find((moment) => moment.kind === 'praise');
  if (told === undefined || told.kind === 'complaint') return undefined;
  return {
    code: 'feedback-open',
    kind: told.kind === 'idea' ? 'idea' : 'praise',
    day: dayAt(told.day),
    text: told.text,
  };
}

/** The people they sent who first came after the day `after` (a day number). */
export function sentPeopleOf({ sent, features }: Profile, after: number): Reason | undefined {
  if (sent.length === 0) return undefined;
  const people = sent.filter((person) => person.since > after && person.since <= features.today);
  const first = people[0];
  if (first === undefined) return undefined;
  const ids: readonly CustomerId[] = people.map((person) => person.customerId);
  const theirVisits = people.reduce((sum, person) => sum + person.visitDays, 0);
  return { code: 'sent-people', people: ids, since: dayAt(first.since), theirVisits };
}

/** People sent whose names the shop does not know, after the day `after`. */
export function sentSomeoneOf({ features }: Profile, after: number): Reason | undefined {
  const counted = countedAfter(features.signals.sentUnknown, after, features.today);
  return counted && { code: 'sent-someone', ...counted };
}

/** Shares of the shop after the day `after`. */
export function sharedOf({ features }: Profile, after: number): Reason | undefined {
  const counted = countedAfter(features.signals.shared, after, features.today);
  return counted && { code: 'shared', ...counted };
}

/** Visits with a friend after the day `after`. */
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
 * The own rhythm as counts: how many of the latest gaps lie close to the typical one. Three gaps
 * are needed, and half of them close.
 */
export function ownRhythmOf({ features }: Pick<Profile, 'features'>): OwnRhythm | undefined {
  const { interval } = features;
  if (interval === null || interval.latestGaps.length < 3) return undefined;
  const { low, high } = medianRange(interval);
  const within = interval.latestGaps.filter((gap) => gap >= low && gap <= high).length;
  if (2 * within < interval.latestGaps.length) return undefined;
  return {
    code: 'own-rhythm',
    typicalDays: interval.medianDays,
    within,
    of: interval.latestGaps.length,
    low,
    high,
  };
}

/** The weekday that most of the latest visit days share. */
export function usualWeekdayOf({ features }: Profile): Reason | undefined {
  return features.weekday === null ? undefined : { code: 'usual-weekday', ...features.weekday };
}

/** How long the silence is beside the own rhythm. Says nothing of whether that is long. */
export function overdueOf({ features }: Profile): Reason | undefined {
  const { interval, daysSinceLast, last } = features;
  if (interval === null || daysSinceLast === null || last === null) return undefined;
  return {
    code: 'overdue',
    typicalDays: interval.medianDays,
    silentDays: daysSinceLast,
    last: dayAt(last),
  };
}

/** The place among the biggest yearly spends, with the noted sum of 52 weeks. */
export function bigBasketsOf({ spendRank, features }: Profile): Reason | undefined {
  if (spendRank === null) return undefined;
  const { visitDays, sum } = features.year;
  return { code: 'big-baskets', yearlySum: sum, visitDays, rank: spendRank.rank, of: spendRank.of };
}

/** A customer for as long as the rules call long, with all visit days. */
export function togetherOf({ features, rules }: Profile): Reason | undefined {
  const { first, visitDays, today } = features;
  if (first === null || today - first < rules.togetherDays) return undefined;
  return { code: 'together', first: dayAt(first), visitDays };
}

/**
 * Visit days in the last 52 weeks, when there are at least three and the customer is older than
 * new.
 */
export function visitsThisYearOf({ features, rules }: Profile): Reason | undefined {
  const { first, year, today } = features;
  if (first === null || year.visitDays < 3 || today - first <= rules.newWeeks * 7) return undefined;
  const weeks = Math.min(yearDays / 7, Math.ceil((today - first + 1) / 7));
  return { code: 'visits-this-year', visitDays: year.visitDays, weeks };
}

/** The first weeks: first day and visit days. */
export function newHereOf({ features }: Profile): Reason | undefined {
  const { first, visitDays } = features;
  return first === null ? undefined : { code: 'new-here', first: dayAt(first), visitDays };
}

/** Visits marked quick and easy, or tabs paid on time in a row, whichever the rules accept. */
export function quickAndEasyOf({ features, rules }: Profile): Reason | undefined {
  const { signals, visits } = features;
  const marked = visits >= rules.timeSaverVisits && signals.easy >= rules.timeSaverShare * visits;
  if (signals.complaints > 0) return undefined;
  if (marked) return { code: 'quick-and-easy', marked: signals.easy, of: visits };
  return signals.tabsOnTime >= rules.timeSaverTabs
    ? { code: 'pays-on-time', times: signals.tabsOnTime }
    : undefined;
}

/**
 * The share of purchases at a reduced price, when it is as high as the rules ask. The fewest visits
 * are for the caller to ask.
 */
export function mostlyReducedOf({ features, rules }: Profile): Reason | undefined {
  const { signals, visits } = features;
  if (visits === 0 || signals.reduced < rules.priceLedShare * visits) return undefined;
  return { code: 'mostly-reduced', reduced: signals.reduced, of: visits };
}

/**
 * Whether somebody comes mainly for reduced prices: the share that the rules ask for, of as many
 * purchases as they ask for.
 */
export function isMostlyReduced({ signals, visits }: Features, rules: SegmentRules): boolean {
  return visits >= rules.priceLedVisits && signals.reduced >= rules.priceLedShare * visits;
}

/** Visits without a purchase, of somebody who never bought. */
export function justLookingOf({ features }: Profile): Reason | undefined {
  const { visitDays, browsed, lastSeen } = features;
  if (visitDays > 0 || browsed === 0 || lastSeen === null) return undefined;
  return { code: 'just-looking', visits: browsed, last: dayAt(lastSeen) };
}

/** The birthday, when it falls on one of the days from today to `until`. */
export function birthdayUntil({ history, features }: Profile, until: Day): Reason | undefined {
  const { birthday } = history.facts;
  const today = dayAt(features.today);
  if (birthday === null || !mayFallBetween(birthday, monthDayOf(today), monthDayOf(until)))
    return undefined;
  const next = nextAnniversary(birthday, today);
  return next === undefined || next > until ? undefined : { code: 'birthday', day: next };
}

/**
 * Whether the first visit day noted (a day number) is sure to be somebody's first. In the first
 * eight weeks of a log it is not: most of those who come then have been coming all along.
 */
export function isSurelyFirst(first: number, logSince: number): boolean {
  return first - logSince >= logWarmUpDays;
}

/**
 * Whole years since the first visit day, when the day falls from today to `until` and it was sure
 * to be the first.
 */
export function anniversaryUntil({ features, cohort }: Profile, until: Day): Reason | undefined {
  if (features.first === null || !isNearAnniversary(features.today - features.first))
    return undefined;
  if (!isSurelyFirst(features.first, cohort.clock.firstDay)) return undefined;
  const first = dayAt(features.first);
  const next = nextAnniversary(monthDayOf(first), dayAt(features.today));
  if (next === undefined || next > until) return undefined;
  const years = Number(next.slice(0, 4)) - Number(first.slice(0, 4));
  return years < 1 ? undefined : { code: 'anniversary', years, first };
}

const logWarmUpDays = 56;

/** Visit days that are worth a word. */
export const milestones: readonly number[] = [10, 50, 100];

/** The greatest milestone reached after the day `after` (a day number), with its day. */
export function milestoneAfter({ features }: Profile, after: number): Reason | undefined {
  const { days, visitDays } = features;
  for (const visits of milestones.toReversed()) {
    const day = days[days.length - 1 - (visitDays - visits)];
    if (visits <= visitDays && day !== undefined && day > after)
      return { code: 'milestone', visitDays: visits, day: dayAt(day) };
  }
  return undefined;
}

/** The day (number) of the last gesture handed over, or null. */
export function lastThankedOf({ history }: Pick<Profile, 'history'>): number | null {
  return history.gestures.reduce<number | null>((last, gesture) => {
    if (gesture.state !== 'handed-over' || gesture.handedOver === null) return last;
    return Math.max(last ?? gesture.handedOver, gesture.handedOver);
  }, null);
}

// Spares most people the calendar, as does the next one. All are `MM-DD`; the year may turn between
// them, and 29 February is looked up.
function mayFallBetween(monthDay: string, from: string, to: string): boolean {
  if (monthDay === '02-29') return true;
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to;
}

// Only near a whole number of years can the day fall within the next weeks.
function isNearAnniversary(days: number): boolean {
  const years = Math.round((days + 7) / 365.2425);
  return Math.abs(days - years * 365.2425) < 21;
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
