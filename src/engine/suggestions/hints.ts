// What to say to the person who was just tapped: something to hand over, a date this week, what
// they like or last said, a habit. At most three lines, and nothing the person in front of the
// counter should not read: no money, no segment, no "coming less".

import type { Calendar } from '#domain/shop/calendar.ts';
import { isLive, type Preference } from '#domain/customers/preference.ts';
import { visitFlags, type History } from '#domain/visits/history.ts';
import type { Hint } from '#domain/week/hint.ts';
import type { SegmentRules } from '#domain/week/segment.ts';
import { addDays, dayAt, dayNumber, type Day } from '#lib/day.ts';
import { monthDayOf, nextAnniversary } from '#lib/anniversary.ts';
import { isGestureWaiting } from './exclusions.ts';
import {
  businessClockOf,
  emptyDaysAfter,
  type BusinessClock,
} from '#engine/profile/business-clock.ts';
import { featuresAt, isBought, toldApart, type Features } from '#engine/profile/features.ts';
import { milestones } from './news-reasons.ts';
import { isSurelyFirst } from '#engine/profile/log-reach.ts';

/** What hints are made from. The history may hold this visit already, or not yet. */
export interface HintSource {
  readonly history: History;
  readonly preferences: readonly Preference[];
  /** The shop's settings, as far as hints need them. */
  readonly settings: Calendar & { readonly kindRules: SegmentRules };
  readonly today: Day;
  /** Said at the visit of today, or at the one that comes next. */
  readonly visit: 'this' | 'next';
  /** From when the log is kept (log-reach.ts); null when unknown: then nobody is surely new. */
  readonly logSince: Day | null;
}

/** What a tile shows before somebody comes in: something to hand over or to say. */
export type TileMark = 'to-hand-over' | 'something-to-say' | null;

export const maxHints = 3;
const talkDays = 60;
const latestVisits = 5;
const minTimes = 3;
const minAwayDays = 28;

/** The hints for the visit strip in order, at most three. */
export function hintsFor(source: HintSource): readonly Hint[] {
  const { history, preferences, settings, today } = source;
  if (history.facts.died) return [];
  const clock = businessClockOf({ histories: [history], calendar: settings, today });
  const features = featuresAt(history, clock);
  const hints = [
    ...(history.facts.young ? [] : greetings(source, features, clock)),
    ...preferences.filter(isLive).toSorted(latestFirst).map(preference),
    lastTalk(history, today),
    likesItQuick(history),
    usualWeekday(features),
  ];
  return hints.filter((hint) => hint !== undefined).slice(0, maxHints);
}

// What the shop says or gives of its own accord: nothing to a child.
function greetings(
  source: HintSource,
  features: Features,
  clock: BusinessClock,
): readonly (Hint | undefined)[] {
  const { history, today } = source;
  return [
    toHandOver(history, today),
    birthday(history, today),
    milestone(features, source),
    anniversary(features, source),
    welcome(features, source) ?? back(features, source, clock),
  ];
}

/** The mark for a tile, from the same hints. A mere habit is no reason for one. */
export function tileMarkOf(hints: readonly Hint[]): TileMark {
  if (hints.some((hint) => hint.code === 'to-hand-over')) return 'to-hand-over';
  return hints.some((hint) => worthSaying.includes(hint.code)) ? 'something-to-say' : null;
}

const worthSaying: readonly Hint['code'][] = [
  'birthday',
  'milestone',
  'anniversary',
  'second-visit',
  'back-since',
  'preference',
  'last-talk',
];

function toHandOver(history: History, today: Day): Hint | undefined {
  const waiting = history.gestures.find((gesture) => isGestureWaiting(gesture, dayNumber(today)));
  // A perk is given and a message sent at once: neither ever waits.
  if (waiting === undefined || waiting.kind === 'perk' || waiting.kind === 'message')
    return undefined;
  return { code: 'to-hand-over', gesture: waiting.kind, words: waiting.words };
}

function birthday({ facts }: History, today: Day): Hint | undefined {
  const next = facts.birthday === null ? undefined : nextAnniversary(facts.birthday, today);
  return next !== undefined && next <= addDays(today, 6)
    ? { code: 'birthday', day: next }
    : undefined;
}

function milestone(features: Features, source: HintSource): Hint | undefined {
  const coming = source.visit === 'next' ? features.visitDays + 1 : visitsWithToday(features);
  if (coming === null || !milestones.includes(coming)) return undefined;
  if (!isKnownFromFirst(features, source)) return undefined;
  const visits = features.visits + coming - features.visitDays;
  return { code: 'milestone', ...toldApart({ visitDays: coming, visits }) };
}

/** Days of visits up to today; null before somebody was here today. */
function visitsWithToday({ days, visitDays, today }: Features): number | null {
  return days.at(-1) === today ? visitDays : null;
}

/** Whether all visits of this person are known, the first one among them. */
function isKnownFromFirst({ first, today }: Features, { logSince }: HintSource): boolean {
  // Who stands here for the first time has no first day yet but this one.
  return logSince !== null && isSurelyFirst(first ?? today, dayNumber(logSince));
}

function anniversary(features: Features, source: HintSource): Hint | undefined {
  const { first } = features;
  const { today } = source;
  if (first === null || !isKnownFromFirst(features, source)) return undefined;
  const day = nextAnniversary(monthDayOf(dayAt(first)), today);
  if (day === undefined || day > addDays(today, 6)) return undefined;
  const years = Number(day.slice(0, 4)) - Number(dayAt(first).slice(0, 4));
  return years < 1 ? undefined : { code: 'anniversary', years, day };
}

function welcome(features: Features, source: HintSource): Hint | undefined {
  const here = source.visit === 'next' ? null : visitsWithToday(features);
  const coming = here ?? features.visitDays + 1;
  if (coming > 2 || !isKnownFromFirst(features, source)) return undefined;
  if (coming === 1) return here === null ? undefined : { code: 'first-visit' };
  return { code: 'second-visit' };
}

// Whoever is back today is no longer away next time.
function back(
  features: Features,
  { settings, visit }: HintSource,
  clock: BusinessClock,
): Hint | undefined {
  const isHere = visitsWithToday(features) !== null;
  return isHere && visit === 'next' ? undefined : backSince(features, settings.kindRules, clock);
}

// Long by their own interval and by anybody's: four weeks, so that nobody is greeted like a lost
// son after a holiday of ten days.
function backSince(
  features: Features,
  rules: SegmentRules,
  clock: BusinessClock,
): Hint | undefined {
  const { days, openGaps, interval, openDaysSinceLast, today } = features;
  const isHere = days.at(-1) === today;
  const before = days.at(isHere ? -2 : -1);
  if (before === undefined || interval === null) return undefined;
  const away = today - before - emptyDaysAfter(clock, before, today);
  const awayOpen = isHere ? (openGaps.at(-1) ?? 0) : (openDaysSinceLast ?? 0);
  const isLong =
    away >= minAwayDays && awayOpen > rules.slippingFactor * Math.max(1, interval.medianOpenDays);
  return isLong ? { code: 'back-since', day: dayAt(before) } : undefined;
}

function preference({ text, day }: Preference): Hint {
  return { code: 'preference', text, day };
}

function latestFirst(a: Preference, b: Preference): number {
  return a.day < b.day ? 1 : a.day > b.day ? -1 : 0;
}

function lastTalk({ moments }: History, today: Day): Hint | undefined {
  const from = dayNumber(today) - talkDays;
  const talk = moments.findLast(
    ({ kind, day, text }) => (kind === 'praise' || kind === 'idea') && text !== '' && day > from,
  );
  return talk && { code: 'last-talk', text: talk.text, day: dayAt(talk.day) };
}

function likesItQuick(history: History): Hint | undefined {
  let times = 0;
  let of = 0;
  for (let index = history.flags.length - 1; index >= 0 && of < latestVisits; index -= 1) {
    if (!isBought(history, index)) continue;
    of += 1;
    if (((history.flags[index] ?? 0) & visitFlags.easy) !== 0) times += 1;
  }
  return times >= minTimes ? { code: 'likes-it-quick', times, of } : undefined;
}

function usualWeekday({ weekday }: Features): Hint | undefined {
  return weekday === null ? undefined : { code: 'usual-weekday', ...weekday };
}
