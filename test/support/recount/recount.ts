// Each fact of a suggestion counted anew from the raw rows: what the reason must say, or nothing
// when the fact does not hold. Every code has its recount; a new one does not compile without.
import type { ReasonCode } from '#domain/week/reason.ts';
import type { VisitMark } from '#domain/visits/visit.ts';
import type { MomentKind } from '#domain/visits/moment.ts';
import {
  addDays,
  dayAt,
  dayFrom,
  dayNumber,
  mondayOf,
  weekdayOfNumber,
  type Day,
} from '#lib/day.ts';
import {
  bothCounts,
  gapsOf,
  isProvenNew,
  middleOf,
  sentBy,
  sinceOf,
  type Counted,
  type RecountedShop,
} from './raw-count.ts';
import type { Asked, Facts } from './recount-asked.ts';
import { bigBaskets } from './recount-spend.ts';
import { backAgain, comingMore, spendingMore } from './recount-trend.ts';

type Recounts = {
  readonly [Code in ReasonCode]: (asked: Asked) => Facts<Code> | undefined;
};

/** The reason with this code as the rows tell it; undefined when they do not bear it out. */
export function recounted(code: ReasonCode, asked: Asked): object | undefined {
  const facts = recounts[code](asked);
  return facts && { code, ...facts };
}

const yearOfWeeks = 364;

const recounts: Recounts = {
  'complaint-open': ({ person }) => {
    const moment = firstOpen(person, 'complaint');
    return (
      moment && {
        day: moment.day,
        text: moment.text,
        visitsSince: person.days.filter((day) => day > dayNumber(moment.day)).length,
      }
    );
  },
  'feedback-open': ({ person }) => {
    const idea = firstOpen(person, 'idea');
    const told = idea ?? firstOpen(person, 'praise');
    const kind = idea === undefined ? 'praise' : 'idea';
    return told && { kind, day: told.day, text: told.text };
  },
  'sent-people': ({ shop, person, newsAfter }) => {
    const people = sentBy(shop, person).filter((other) => sinceOf(other) > newsAfter);
    const [first] = people;
    return (
      first && {
        people: people.map((other) => other.id),
        since: dayAt(sinceOf(first)),
        theirVisits: people.reduce((sum, other) => sum + other.days.length, 0),
      }
    );
  },
  'sent-someone': ({ person, newsAfter }) =>
    times(
      person.moments.flatMap((moment) =>
        moment.kind === 'sent' && moment.about === null ? [dayNumber(moment.day)] : [],
      ),
      newsAfter,
    ),
  shared: ({ person, newsAfter }) => {
    const noted = person.moments.filter((moment) => moment.kind === 'shared');
    const days = [...marked(person, 'shared'), ...noted.map((moment) => dayNumber(moment.day))];
    return times([...new Set(days)], newsAfter);
  },
  'brought-friends': ({ person, newsAfter }) => times(marked(person, 'friend'), newsAfter),
  'own-rhythm': ({ person }) => {
    const latest = gapsOf(person.days).slice(-6);
    const typicalDays = typicalOf(person);
    const play = Math.max(1, typicalDays / 6);
    const low = Math.max(1, Math.round(typicalDays - play));
    const high = Math.round(typicalDays + play);
    const within = latest.filter((gap) => low <= gap && gap <= high).length;
    if (latest.length < 3 || within < (2 * latest.length) / 3) return undefined;
    if (typicalDays < 1.5 && latest.length < 6) return undefined;
    return { typicalDays, within, of: latest.length, low, high };
  },
  'usual-weekday': ({ shop, person }) => {
    const latest = person.days.slice(-10).map(weekdayOfNumber);
    const weekday = latest.find(
      (each) => latest.filter((other) => other === each).length >= 0.6 * latest.length,
    );
    if (weekday === undefined || latest.length < 5) return undefined;
    const times = latest.filter((day) => day === weekday).length;
    const all = [...shop.people.values()]
      .filter((other) => other !== person)
      .flatMap(({ days }) => days.map(weekdayOfNumber))
      .concat([1, 2, 3, 4, 5, 6, 7]);
    const open = Array.from({ length: shop.today - shop.firstDay + 1 }, (_, index) => index)
      .filter((index) => shop.openBetween(shop.firstDay + index - 1, shop.firstDay + index) > 0)
      .map((index) => weekdayOfNumber(shop.firstDay + index));
    const isLuck = [all, open].some((drawn) => luckOf(times, latest.length, drawn) > 0.05);
    return isLuck ? undefined : { weekday, times, of: latest.length };
  },
  overdue: (asked) => {
    const { shop, person } = asked;
    const last = person.days.at(-1);
    if (last === undefined || person.days.length < 2) return undefined;
    const emptyDays = shop.emptyBetween(last, shop.today);
    const silentDays = shop.today - last;
    const gaps = gapsOf(person.days)
      .slice(-26)
      .toSorted((a, b) => a - b);
    const mostlyDays = gaps.find(
      (most) => gaps.filter((gap) => gap <= most).length >= 0.75 * gaps.length,
    );
    const isRhythm = recounts['own-rhythm']({ ...asked, person }) !== undefined;
    return {
      typicalDays: typicalOf(person),
      ...(isRhythm || mostlyDays === undefined || silentDays <= mostlyDays ? {} : { mostlyDays }),
      silentDays,
      last: dayAt(last),
      ...(emptyDays === 0 ? {} : { emptyDays }),
    };
  },
  'coming-more': comingMore,
  'spending-more': spendingMore,
  'new-here': ({ shop, person }) => {
    const [first] = person.days;
    return first === undefined || !isProvenNew(shop, person)
      ? undefined
      : { first: dayAt(first), ...bothCounts(person.bought) };
  },
  'came-once': ({ shop, person }) => {
    const [day] = person.days;
    if (day === undefined || person.days.length > 1) return undefined;
    return { day: dayAt(day), silentDays: shop.today - day };
  },
  'big-baskets': bigBaskets,
  together: ({ shop, person }) => {
    const [first] = person.days;
    if (first === undefined || shop.today - first < 365) return undefined;
    const isOlder = isProvenNew(shop, person) ? {} : { isOlder: true as const };
    return { first: dayAt(first), ...bothCounts(person.bought), ...isOlder };
  },
  'visits-this-year': ({ shop, person }) => {
    const since = shop.today - (person.days[0] ?? shop.today) + 1;
    const weeks = Math.min(52, Math.ceil(since / 7));
    const counts = bothCounts(
      person.bought.filter(({ day }) => dayNumber(day) > shop.today - 7 * weeks),
    );
    return counts.visitDays < 3 || since - 1 <= 56 ? undefined : { ...counts, weeks };
  },
  milestone: ({ shop, person }) => {
    const lastThanks = thankedOn(person) ?? -Infinity;
    const reached = [100, 50, 10].find((count) => {
      const day = person.days[count - 1];
      return day !== undefined && day > Math.max(shop.today - 14, lastThanks);
    });
    if (reached === undefined || !isProvenNew(shop, person)) return undefined;
    const day = dayAt(person.days[reached - 1] ?? 0);
    return { ...bothCounts(person.bought.filter((visit) => visit.day <= day)), day };
  },
  anniversary: ({ shop, person }) => {
    const [first] = person.days;
    if (first === undefined || !isProvenNew(shop, person)) return undefined;
    const found = dateWithin(shop, dayAt(first).slice(5));
    const years = found === undefined ? 0 : yearOf(found) - yearOf(dayAt(first));
    return years < 1 ? undefined : { years, first: dayAt(first) };
  },
  birthday: ({ shop, person }) => {
    const birthday =
      person.customers.find((customer) => customer.birthday !== null)?.birthday ?? null;
    const found = birthday === null ? undefined : dateWithin(shop, birthday.slice(-5));
    return found && { day: found };
  },
  'quick-and-easy': ({ person }) => {
    const easy = person.bought.filter((visit) => visit.marks.includes('easy')).length;
    const of = person.bought.length;
    if (hasComplained(person) || of < 3 || 10 * easy < 6 * of) return undefined;
    return { marked: easy, of };
  },
  'pays-on-time': ({ person }) => {
    let running = 0;
    for (const { kind } of person.moments) {
      if (kind === 'paid-on-time') running += 1;
      if (kind === 'paid-late') running = 0;
    }
    return running < 3 || hasComplained(person) ? undefined : { times: running };
  },
  'mostly-reduced': ({ person }) => {
    const reduced = person.bought.filter((visit) => visit.reduced).length;
    const of = person.bought.length;
    return of === 0 || 10 * reduced < 6 * of ? undefined : { reduced, of };
  },
  'just-looking': ({ person }) => {
    const last = person.visits.at(-1);
    if (last === undefined || person.days.length > 0) return undefined;
    return { visits: person.visits.length, last: last.day };
  },
  'back-again': backAgain,
  'told-us': ({ shop, person }) => {
    const since = shop.today - yearOfWeeks;
    const moment = person.moments.findLast(
      ({ kind, day }) =>
        (kind === 'praise' || kind === 'complaint' || kind === 'idea') && dayNumber(day) > since,
    );
    if (moment !== undefined) return { kind: toldKind(moment.kind), day: moment.day };
    const last = marked(person, 'told').findLast((day) => day > since);
    return last === undefined ? undefined : { kind: 'something', day: dayAt(last) };
  },
  'last-thanked': ({ person }) => {
    const thanked = thankedOn(person);
    return { day: thanked === null ? null : dayAt(thanked) };
  },
  'reserved-place': ({ shop }) => ({ week: mondayOf(shop.raw.today) }),
};

/** Every code there is. */
export const reasonCodes: readonly string[] = Object.keys(recounts);

/** The day of the last card, offer or word handed over (day number), or null. */
export function thankedOn({ gestures }: Counted): number | null {
  const days = gestures.flatMap(({ handedOverOn, skippedOn }) =>
    handedOverOn === null || skippedOn !== null ? [] : [dayNumber(handedOverOn)],
  );
  return days.length === 0 ? null : Math.max(...days);
}

// How likely some weekday comes up so often, when each visit is on one of these weekdays by lot.
function luckOf(times: number, of: number, drawn: readonly number[]): number {
  return [1, 2, 3, 4, 5, 6, 7].reduce((sum, weekday) => {
    const share = drawn.filter((each) => each === weekday).length / drawn.length;
    // The chances of 0, 1, 2 … visits on it, one visit after the other.
    let chances = [1];
    for (let visit = 0; visit < of; visit += 1)
      chances = [...chances, 0].map(
        (chance, count) => chance * (1 - share) + (chances[count - 1] ?? 0) * share,
      );
    return sum + chances.slice(times).reduce((tail, chance) => tail + chance, 0);
  }, 0);
}

// To the half day, over the last half year or so of somebody who comes every week.
function typicalOf({ days }: Counted): number {
  return Math.round(2 * middleOf(gapsOf(days).slice(-26))) / 2;
}

function firstOpen(person: Counted, kind: MomentKind): Counted['moments'][number] | undefined {
  return person.moments.find((moment) => moment.kind === kind && moment.answeredOn === null);
}

function hasComplained(person: Counted): boolean {
  return person.moments.some((moment) => moment.kind === 'complaint');
}

function marked(person: Counted, mark: VisitMark): readonly number[] {
  return person.visits
    .filter((visit) => visit.marks.includes(mark))
    .map((visit) => dayNumber(visit.day));
}

function times(days: readonly number[], after: number): { times: number; last: Day } | undefined {
  const counted = days.filter((day) => day > after);
  return counted.length === 0
    ? undefined
    : { times: counted.length, last: dayAt(Math.max(...counted)) };
}

function toldKind(kind: MomentKind): Facts<'told-us'>['kind'] {
  return kind === 'praise' || kind === 'complaint' || kind === 'idea' ? kind : 'something';
}

// The day of this week or the next, from today on, that is `monthDay`; the 28th stands in for a
// missing 29 February.
function dateWithin({ raw: { today } }: RecountedShop, monthDay: string): Day | undefined {
  const until = addDays(mondayOf(today), 13);
  for (let day = today; day <= until; day = addDays(day, 1)) {
    const isShortYear = dayFrom(`${yearOf(day)}-02-29`) === undefined;
    const wanted = monthDay === '02-29' && isShortYear ? '02-28' : monthDay;
    if (day.slice(5) === wanted) return day;
  }
  return undefined;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
