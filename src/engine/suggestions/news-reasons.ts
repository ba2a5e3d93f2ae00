// Reasons that are news: feedback to answer, dates of this week, milestones. What to act on now,
// where segments/reasons.ts says what holds in general.

import { stretchOf, toldApart } from '#engine/profile/features.ts';
import type { Profile } from '#engine/profile/profile.ts';
import type { Reason } from '#domain/week/reason.ts';
import { dayAt, type Day } from '#lib/day.ts';
import { monthDayOf, nextAnniversary } from '#lib/anniversary.ts';
import { isSurelyFirst } from '#engine/profile/log-reach.ts';

/** Feedback that waits for an answer, as a reason. */
export type OpenFeedback = Extract<Reason, { readonly code: 'complaint-open' | 'feedback-open' }>;

/** Feedback to answer: a complaint before an idea before praise, the oldest first. */
export function openFeedbackOf({ history, features }: Profile): OpenFeedback | undefined {
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

/** The birthday, when it falls between today and `until`. */
export function birthdayUntil({ history, features }: Profile, until: Day): Reason | undefined {
  const { birthday } = history.facts;
  const today = dayAt(features.today);
  if (birthday === null || !mayFallBetween(birthday, monthDayOf(today), monthDayOf(until)))
    return undefined;
  const next = nextAnniversary(birthday, today);
  return next === undefined || next > until ? undefined : { code: 'birthday', day: next };
}

/** Whole years since a sure first visit, when the day falls between today and `until`. */
export function anniversaryUntil({ features, cohort }: Profile, until: Day): Reason | undefined {
  if (features.first === null || !isNearAnniversary(features.today - features.first))
    return undefined;
  if (!isSurelyFirst(features.first, cohort.logSince)) return undefined;
  const first = dayAt(features.first);
  const next = nextAnniversary(monthDayOf(first), dayAt(features.today));
  if (next === undefined || next > until) return undefined;
  const years = Number(next.slice(0, 4)) - Number(first.slice(0, 4));
  return years < 1 ? undefined : { code: 'anniversary', years, first };
}

/** Visit days that are worth a word. */
export const milestones: readonly number[] = [10, 50, 100];

/**
 * The greatest milestone reached after the day number `after`, with its day. Only where all visits
 * are known: the tenth one noted of an old customer is no tenth visit.
 */
export function milestoneAfter(
  { history, features, cohort }: Profile,
  after: number,
): Reason | undefined {
  const { days, visitDays, first } = features;
  if (first === null || !isSurelyFirst(first, cohort.logSince)) return undefined;
  for (const visits of milestones.toReversed()) {
    const day = days[days.length - 1 - (visitDays - visits)];
    if (visits > visitDays || day === undefined || day <= after) continue;
    const since = stretchOf(history, { after: day, upTo: features.today, clock: cohort.clock });
    const until = { visitDays: visits, visits: features.visits - since.visits };
    return { code: 'milestone', ...toldApart(until), day: dayAt(day) };
  }
  return undefined;
}

/** The day number of the last gesture handed over, or null. */
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
