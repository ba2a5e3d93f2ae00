// When the shop is open, so that two weeks of holiday do not make every customer look late.

import { dayNumber, weekdayOfNumber, type Day } from '#lib/day.ts';

/** A stretch of time in minutes of the day it begins on: from 1440 on it is the next day. */
export interface OpenSpan {
  readonly opens: number;
  readonly closes: number;
}

/** The hours of a day from the first minute to the last, which may lie after midnight. */
export interface OpenHours extends OpenSpan {
  /** When it is shut in between, in order; absent from a day without. */
  readonly breaks?: readonly OpenBreak[];
}

interface OpenBreak {
  readonly from: number;
  readonly to: number;
}

/** The weekly hours from a day on: seven entries, Monday first, null when closed. */
export interface Opening {
  readonly from: Day;
  readonly hours: readonly (OpenHours | null)[];
}

/** Days on which the shop was or will be shut, both ends included. */
export interface Closure {
  readonly from: Day;
  readonly to: Day;
}

/** When the shop is open. `openings` are sorted; the first also covers all days before it. */
export interface Calendar {
  readonly openings: readonly Opening[];
  readonly closures: readonly Closure[];
}

/** The calendar with more closures, such as the quiet days that the shop has learned. */
export function withClosures(calendar: Calendar, closures: readonly Closure[] = []): Calendar {
  return { ...calendar, closures: [...calendar.closures, ...closures] };
}

/** Whether the shop has hours on `day`; with a visit it is open whatever this says. */
export function isOpenOn(calendar: Calendar, day: Day): boolean {
  return hoursOn(calendar, day) !== null;
}

export function hoursOn(calendar: Calendar, day: Day): OpenHours | null {
  return hoursIn(numbered(calendar), dayNumber(day));
}

/** The stretches of `hours`, without its breaks. */
export function spansOf({ opens, closes, breaks = [] }: OpenHours): readonly OpenSpan[] {
  const starts = [opens, ...breaks.map(({ to }) => to)];
  const ends = [...breaks.map(({ from }) => from), closes];
  return starts.map((start, place) => ({ opens: start, closes: ends[place] ?? closes }));
}

/**
 * Hours of stretches in order, or null when two overlap or they last longer than a day. One that
 * closes at or before the minute it opens closes on the next day.
 */
export function hoursOfSpans(spans: readonly OpenSpan[]): OpenHours | null {
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return null;
  const closes = last.closes <= last.opens ? last.closes + minutesPerDay : last.closes;
  const breaks = spans
    .slice(1)
    .map(({ opens }, place) => ({ from: spans[place]?.closes ?? opens, to: opens }));
  const isInOrder =
    spans.slice(0, -1).every((span) => span.opens < span.closes) &&
    breaks.every(({ from, to }) => from < to);
  if (!isInOrder || closes - first.opens > minutesPerDay) return null;
  return { opens: first.opens, closes, ...(breaks.length === 0 ? {} : { breaks }) };
}

/** When the shop is open on `day` by the clock: what is left of the evening before comes first. */
export function spansOn(calendar: Calendar, day: Day): readonly OpenSpan[] {
  const read = numbered(calendar);
  const number = dayNumber(day);
  const [before, own] = [hoursIn(read, number - 1), hoursIn(read, number)];
  const evening = (before === null ? [] : spansOf(before)).map(({ opens, closes }) => ({
    opens: Math.max(0, opens - minutesPerDay),
    closes: closes - minutesPerDay,
  }));
  const today = (own === null ? [] : spansOf(own)).map(({ opens, closes }) => ({
    opens,
    closes: Math.min(minutesPerDay, closes),
  }));
  return [...evening, ...today].filter(({ opens, closes }) => opens < closes);
}

/** Whether the last hours of `day` are over at `minute`; never on one that goes into the night. */
export function isAfterClosing(calendar: Calendar, day: Day, minute: number): boolean {
  const spans = spansOn(calendar, day);
  return spans.length > 0 && spans.every(({ closes }) => closes <= minute);
}

const minutesPerDay = 1440;

/** Asks the same of many days by their numbers, reading the calendar once. */
export function openDayTest(calendar: Calendar): (day: number) => boolean {
  const read = numbered(calendar);
  return (day) => hoursIn(read, day) !== null;
}

interface NumberedCalendar {
  readonly openings: readonly { readonly from: number; readonly hours: Opening['hours'] }[];
  readonly closures: readonly { readonly from: number; readonly to: number }[];
}

function numbered({ openings, closures }: Calendar): NumberedCalendar {
  return {
    openings: openings.map(({ from, hours }) => ({ from: dayNumber(from), hours })),
    closures: closures.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) })),
  };
}

function hoursIn({ openings, closures }: NumberedCalendar, day: number): OpenHours | null {
  if (closures.some(({ from, to }) => from <= day && day <= to)) return null;
  const opening = openings.findLast(({ from }) => from <= day) ?? openings[0];
  if (opening === undefined) return { opens: 0, closes: minutesPerDay };
  return opening.hours[weekdayOfNumber(day) - 1] ?? null;
}
