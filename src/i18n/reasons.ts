// Reasons as sentences a person can check: each with its date or its count. A code without a sentence does not compile.

import type { Reason } from '#domain/reason.ts';
import * as m from './compiled/messages.js';
import {
  capital,
  countText,
  dayText,
  halfDaysText,
  moneyShort,
  monthYearText,
  namesText,
  ordinalText,
  quoted,
  timesText,
  weekdayDayText,
  weekdayName,
  type Wording,
} from './format.ts';

type ReasonOf<Code extends Reason['code']> = Extract<Reason, { readonly code: Code }>;

/** The why-line of a suggestion: its leading fact and one more, at most two reasons. The place kept this week is always said. */
export function whyLine(reasons: readonly Reason[], wording: Wording): string {
  const [lead, ...others] = reasons;
  const second = others.find((reason) => reason.code === 'reserved-place') ?? others[0];
  return [lead, second]
    .flatMap((reason) => (reason === undefined ? [] : [reasonSentence(reason, wording)]))
    .join(' ');
}

/** One reason as a sentence. */
export function reasonSentence(reason: Reason, wording: Wording): string {
  switch (reason.code) {
    case 'complaint-open':
      return complaint(reason, wording);
    case 'feedback-open':
      return feedback(reason, wording);
    case 'sent-people':
      return sentPeople(reason, wording);
    case 'own-rhythm':
      return ownRhythm(reason);
    case 'overdue':
      return overdue(reason, wording);
    case 'sent-someone':
    case 'shared':
    case 'brought-friends':
    case 'just-looking':
      return repeatedly(reason, wording);
    case 'told-us':
      return toldUs(reason, wording);
    default:
      return countedSentence(reason, wording);
  }
}

type CountedReason = Exclude<
  Reason,
  ReasonOf<
    | 'complaint-open'
    | 'feedback-open'
    | 'sent-people'
    | 'own-rhythm'
    | 'overdue'
    | Repeated
    | 'told-us'
  >
>;

function countedSentence(reason: CountedReason, wording: Wording): string {
  switch (reason.code) {
    case 'usual-weekday':
      return m.reasons_usual_weekday({
        weekday: weekdayName(reason.weekday),
        times: countText(reason.times),
        of: countText(reason.of),
      });
    case 'quick-and-easy':
      return m.reasons_quick_and_easy({
        marked: countText(reason.marked),
        of: countText(reason.of),
      });
    case 'pays-on-time':
      return m.reasons_pays_on_time({ times: timesText(reason.times) });
    case 'mostly-reduced':
      return m.reasons_mostly_reduced({
        reduced: capital(countText(reason.reduced)),
        of: countText(reason.of),
      });
    case 'visits-this-year':
      return m.reasons_visits_this_year({
        visits: capital(countText(reason.visitDays)),
        weeks: countText(reason.weeks),
      });
    case 'coming-more':
    case 'spending-more':
    case 'big-baskets':
      return growth(reason, wording);
    case 'reserved-place':
      return m.reasons_reserved_place();
    default:
      return datedSentence(reason, wording);
  }
}

type DatedReason = ReasonOf<
  | 'new-here'
  | 'came-once'
  | 'together'
  | 'milestone'
  | 'anniversary'
  | 'birthday'
  | 'back-again'
  | 'last-thanked'
>;

function datedSentence(reason: DatedReason, { today }: Wording): string {
  switch (reason.code) {
    case 'new-here':
      return m.reasons_new_here({ day: dayText(reason.first, today), ...visits(reason.visitDays) });
    case 'came-once':
      return m.reasons_came_once({ day: dayText(reason.day, today), silent: reason.silentDays });
    case 'together':
      return m.reasons_together({
        month: monthYearText(reason.first),
        ...visits(reason.visitDays),
      });
    case 'milestone':
      return m.reasons_milestone({
        ordinal: ordinalText(reason.visitDays),
        day: dayText(reason.day, today),
      });
    case 'anniversary':
      return anniversary(reason);
    case 'birthday':
      return reason.day === today
        ? m.reasons_birthday_today({ day: dayText(reason.day, today) })
        : m.reasons_birthday({ day: weekdayDayText(reason.day, today) });
    case 'back-again':
      return m.reasons_back_again({
        day: dayText(reason.day, today),
        days: countText(reason.awayDays),
      });
    case 'last-thanked':
      return reason.day === null
        ? m.reasons_never_thanked()
        : m.reasons_last_thanked({ day: dayText(reason.day, today) });
  }
}

function complaint(
  { day, text, visitsSince }: ReasonOf<'complaint-open'>,
  { today }: Wording,
): string {
  const when = dayText(day, today);
  const said = quoted(text);
  const times = timesText(visitsSince);
  if (said === '')
    return visitsSince > 0
      ? m.reasons_complaint_back({ day: when, times })
      : m.reasons_complaint({ day: when });
  return visitsSince > 0
    ? m.reasons_complaint_text_back({ day: when, text: said, times })
    : m.reasons_complaint_text({ day: when, text: said });
}

function feedback({ day, text, kind }: ReasonOf<'feedback-open'>, { today }: Wording): string {
  const when = dayText(day, today);
  if (quoted(text) !== '') return m.reasons_feedback_text({ day: when, text: quoted(text) });
  return kind === 'praise' ? m.reasons_praise({ day: when }) : m.reasons_idea({ day: when });
}

function sentPeople(
  { people, since, theirVisits }: ReasonOf<'sent-people'>,
  { today, nameOf }: Wording,
): string {
  const names = namesText(people.map(nameOf));
  const day = dayText(since, today);
  const times = timesText(theirVisits);
  if (people.length === 1) {
    return theirVisits > 0
      ? m.reasons_sent_one({ names, day, times })
      : m.reasons_sent_one_looking({ names, day });
  }
  const count = countText(people.length);
  return theirVisits > 0
    ? m.reasons_sent({ count, day, names, times })
    : m.reasons_sent_looking({ count, day, names });
}

function ownRhythm({ typicalDays, within, of, low, high }: ReasonOf<'own-rhythm'>): string {
  const gaps = {
    within: countText(within),
    of: countText(of),
    low: countText(low),
    high: countText(high),
  };
  return typicalDays < 1.5
    ? m.reasons_own_rhythm_daily(gaps)
    : m.reasons_own_rhythm({ days: halfDaysText(typicalDays), ...gaps });
}

function overdue(
  { typicalDays, silentDays, last }: ReasonOf<'overdue'>,
  { today }: Wording,
): string {
  const since = { day: dayText(last, today), silent: countText(silentDays) };
  return typicalDays < 1.5
    ? m.reasons_overdue_daily(since)
    : m.reasons_overdue({ days: halfDaysText(typicalDays), ...since });
}

type Repeated = 'sent-someone' | 'shared' | 'brought-friends' | 'just-looking';

function repeatedly(reason: ReasonOf<Repeated>, { today }: Wording): string {
  const count = reason.code === 'just-looking' ? reason.visits : reason.times;
  const day = dayText(reason.last, today);
  const said = { day, times: timesText(count) };
  switch (reason.code) {
    case 'sent-someone':
      return count === 1 ? m.reasons_sent_someone_once({ day }) : m.reasons_sent_someone(said);
    case 'shared':
      return count === 1 ? m.reasons_shared_once({ day }) : m.reasons_shared(said);
    case 'brought-friends':
      return count === 1 ? m.reasons_brought_friend_once({ day }) : m.reasons_brought_friends(said);
    case 'just-looking':
      return count === 1 ? m.reasons_just_looking_once({ day }) : m.reasons_just_looking(said);
  }
}

function toldUs({ kind, day }: ReasonOf<'told-us'>, { today }: Wording): string {
  const when = { day: dayText(day, today) };
  switch (kind) {
    case 'praise':
      return m.reasons_told_praise(when);
    case 'complaint':
      return m.reasons_told_complaint(when);
    case 'idea':
      return m.reasons_told_idea(when);
    case 'something':
      return m.reasons_told_something(when);
  }
}

function growth(
  reason: ReasonOf<'coming-more' | 'spending-more' | 'big-baskets'>,
  { currency }: Wording,
): string {
  if (reason.code === 'big-baskets') {
    return m.reasons_big_baskets({
      sum: moneyShort(reason.yearlySum, currency),
      ...visits(reason.visitDays),
    });
  }
  const weeks = {
    recentWeeks: countText(reason.recentWeeks),
    earlierWeeks: countText(reason.earlierWeeks),
  };
  return reason.code === 'coming-more'
    ? m.reasons_coming_more({
        recent: capital(countText(reason.recentVisits)),
        earlier: countText(reason.earlierVisits),
        ...weeks,
      })
    : m.reasons_spending_more({
        recent: moneyShort(reason.recentSum, currency),
        earlier: moneyShort(reason.earlierSum, currency),
        ...weeks,
      });
}

function anniversary({ years, first }: ReasonOf<'anniversary'>): string {
  const day = dayText(first, first);
  return years === 1
    ? m.reasons_anniversary_first({ day })
    : m.reasons_anniversary({ years: capital(countText(years)), day });
}

function visits(visitDays: number): { readonly visits: number; readonly words: string } {
  return { visits: visitDays, words: countText(visitDays) };
}
