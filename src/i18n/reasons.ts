// Reasons as sentences a person can check: each with its date or its count. A code without a
// sentence does not compile.

import type { Reason } from '#domain/week/reason.ts';
import { m } from './catalogue.ts';
import {
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
  type Wording,
  countFirst,
  weekdaysText,
} from './format.ts';

type ReasonByCode = { readonly [Each in Reason as Each['code']]: Each };
type ReasonOf<Code extends keyof ReasonByCode> = ReasonByCode[Code];
type Sayings = {
  readonly [Code in keyof ReasonByCode]: (reason: ReasonByCode[Code], wording: Wording) => string;
};

/** The leading reason and one more; the reserved place is always said. */
export function whyLine(reasons: readonly Reason[], wording: Wording): string {
  return leading(reasons)
    .map((reason) => reasonSentence(reason, wording))
    .join(' ');
}

/** The same for paper, which is found: `birthday` stands for the day of a birthday. */
export function whyLineOnPaper(
  reasons: readonly Reason[],
  wording: Wording,
  birthday: string,
): string {
  const said = reasons.filter(({ code }) => !unkindOnPaper.has(code));
  return leading(said)
    .map((reason) => (reason.code === 'birthday' ? birthday : reasonSentence(reason, wording)))
    .join(' ');
}

/** True, and nothing that anybody would like to find beside their name. */
const unkindOnPaper: ReadonlySet<Reason['code']> = new Set([
  'reserved-place',
  'mostly-reduced',
  'just-looking',
  'big-baskets',
  'spending-more',
] as const);

function leading(reasons: readonly Reason[]): readonly Reason[] {
  const [lead, ...others] = reasons;
  const second = others.find((reason) => reason.code === 'reserved-place') ?? others[0];
  return [lead, second].filter((reason) => reason !== undefined);
}

export function reasonSentence(reason: Reason, wording: Wording): string {
  return said(reason.code, reason, wording);
}

function said<Code extends keyof ReasonByCode>(
  code: Code,
  reason: ReasonByCode[Code],
  wording: Wording,
): string {
  return sayings[code](reason, wording);
}

const sayings: Sayings = {
  'complaint-open': complaint,
  'feedback-open': feedback,
  'sent-people': sentPeople,
  'sent-someone': ({ times, last }, { today }) =>
    times === 1
      ? m.reasons_sent_someone_once({ day: dayText(last, today) })
      : m.reasons_sent_someone({ day: dayText(last, today), times: timesText(times) }),
  shared: ({ times, last }, { today }) =>
    times === 1
      ? m.reasons_shared_once({ day: dayText(last, today) })
      : m.reasons_shared({ day: dayText(last, today), times: timesText(times) }),
  'brought-friends': ({ times, last }, { today }) =>
    times === 1
      ? m.reasons_brought_friend_once({ day: dayText(last, today) })
      : m.reasons_brought_friends({ day: dayText(last, today), times: timesText(times) }),
  'own-rhythm': ownRhythm,
  'usual-weekday': ({ weekday, times, of }) =>
    m.reasons_usual_weekday({
      weekdays: weekdaysText(weekday),
      times: countText(times),
      of: countText(of),
    }),
  overdue,
  'coming-more': ({ recentVisits, earlierVisits, recentWeeks, earlierWeeks }) =>
    m.reasons_coming_more({
      recent: countText(recentVisits),
      earlier: countText(earlierVisits),
      recentWeeks: countText(recentWeeks),
      earlierWeeks: countText(earlierWeeks),
    }),
  'spending-more': ({ recentSum, earlierSum, recentWeeks, earlierWeeks }, { currency }) =>
    m.reasons_spending_more({
      recent: moneyShort(recentSum, currency),
      earlier: moneyShort(earlierSum, currency),
      recentWeeks: countText(recentWeeks),
      earlierWeeks: countText(earlierWeeks),
    }),
  'new-here': ({ first, ...counts }, { today }) =>
    m.reasons_new_here({ day: dayText(first, today), visits: visitsText(counts) }),
  'came-once': ({ day, silentDays }, { today }) =>
    m.reasons_came_once({ day: dayText(day, today), silent: silentDays }),
  'big-baskets': bigBaskets,
  together: ({ first, isOlder, ...counts }) => {
    const facts = { month: monthYearText(first), visits: visitsText(counts) };
    return isOlder ? m.reasons_together_or_longer(facts) : m.reasons_together(facts);
  },
  'visits-this-year': ({ weeks, ...counts }) =>
    m.reasons_visits_this_year({ visits: visitsText(counts), weeks: countText(weeks) }),
  milestone: ({ visitDays, day }, { today }) =>
    m.reasons_milestone({ ordinal: ordinalText(visitDays), day: dayText(day, today) }),
  anniversary,
  birthday: ({ day }, { today }) =>
    day === today
      ? m.reasons_birthday_today({ day: dayText(day, today) })
      : m.reasons_birthday({ day: weekdayDayText(day, today) }),
  'quick-and-easy': ({ marked, of }) =>
    m.reasons_quick_and_easy({ marked: countText(marked), of: countText(of) }),
  'pays-on-time': ({ times }) => m.reasons_pays_on_time({ times: timesText(times) }),
  'mostly-reduced': ({ reduced, of }) =>
    m.reasons_mostly_reduced({ reduced: countFirst(reduced), of: countText(of) }),
  'just-looking': ({ visits: looked, last }, { today }) =>
    looked === 1
      ? m.reasons_just_looking_once({ day: dayText(last, today) })
      : m.reasons_just_looking({ day: dayText(last, today), times: timesText(looked) }),
  'back-again': ({ day, awayDays, emptyDays }, { today }) => {
    const facts = { day: dayText(day, today), days: countText(awayDays) };
    return emptyDays === undefined
      ? m.reasons_back_again(facts)
      : m.reasons_back_again_empty({ ...facts, empty: countText(emptyDays) });
  },
  'told-us': ({ kind, day }, { today }) => told[kind]({ day: dayText(day, today) }),
  'last-thanked': ({ day }, { today }) =>
    day === null ? m.reasons_never_thanked() : m.reasons_last_thanked({ day: dayText(day, today) }),
  'reserved-place': () => m.reasons_reserved_place(),
};

const told = {
  praise: m.reasons_told_praise,
  complaint: m.reasons_told_complaint,
  idea: m.reasons_told_idea,
  something: m.reasons_told_something,
};

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

// Of amounts noted now and then the sum alone would say that the baskets are small.
function bigBaskets(
  { yearlySum, weeks, noted, ...counts }: ReasonOf<'big-baskets'>,
  { currency }: Wording,
): string {
  const sum = moneyShort(yearlySum, currency);
  const span =
    weeks === undefined
      ? m.reasons_span_year()
      : m.reasons_span_weeks({ count: weeks, words: countText(weeks) });
  if (noted === undefined) return m.reasons_big_baskets({ sum, span, visits: visitsText(counts) });
  const of = countText(counts.visits ?? counts.visitDays);
  return m.reasons_big_baskets_noted({ sum, span, noted: countText(noted), of });
}

function ownRhythm({ typicalDays, within, of, low, high }: ReasonOf<'own-rhythm'>): string {
  const gaps = {
    within: countText(within),
    of: countText(of),
    low: countText(low),
    high: countText(high),
  };
  return typicalDays < 1.5 ? m.reasons_own_rhythm_daily(gaps) : m.reasons_own_rhythm(gaps);
}

function overdue(
  { typicalDays, mostlyDays, silentDays, last, emptyDays }: ReasonOf<'overdue'>,
  { today }: Wording,
): string {
  const since = { day: dayText(last, today), silent: countText(silentDays) };
  const unseen =
    emptyDays === undefined
      ? m.reasons_unseen(since)
      : m.reasons_unseen_empty({ ...since, empty: countText(emptyDays) });
  if (mostlyDays !== undefined)
    return m.reasons_overdue_mostly({ days: countText(mostlyDays), unseen });
  return typicalDays < 1.5
    ? m.reasons_overdue_daily({ unseen })
    : m.reasons_overdue({ days: halfDaysText(typicalDays), unseen });
}

function anniversary({ years, first }: ReasonOf<'anniversary'>): string {
  const day = dayText(first, first);
  return years === 1
    ? m.reasons_anniversary_first({ day })
    : m.reasons_anniversary({ years: countFirst(years), yearsInside: countText(years), day });
}

/** "Twelve visits", or "76 days, 129 visits" of somebody who comes several times a day. */
function visitsText({
  visitDays,
  visits,
}: {
  readonly visitDays: number;
  readonly visits?: number;
}): string {
  return visits === undefined
    ? m.reasons_visits({ count: visitDays, words: countText(visitDays) })
    : m.reasons_days_and_visits({
        days: visitDays,
        dayWords: countText(visitDays),
        visits: countText(visits),
      });
}
