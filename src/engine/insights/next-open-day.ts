// What to expect on the next open day: how many known people, as a range, and who. The model says
// how likely somebody is to come within so many days; their own weekdays say which of them. Must
// never give a number where too little is known, nor count unknown visitors.

import { isOpenOn, type Calendar } from '#domain/shop/calendar.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { NextDayForecast } from '#domain/week/insights.ts';
import type { History } from '#domain/visits/history.ts';
import { addDays, dayNumber, daysBetween, weekdayOfNumber, weekdays, type Day } from '#lib/day.ts';
import { normalQuantile90, sumOf } from '#lib/statistics.ts';
import type { FittedModel } from '#engine/forecast/fitted-model.ts';
import { visitDaysOf, yearDays } from '#engine/profile/features.ts';
import { createForecaster } from '#engine/forecast/forecast.ts';

export interface NextSource {
  readonly histories: readonly History[];
  readonly fittedModel: FittedModel;
  readonly calendar: Calendar;
  readonly today: Day;
}

/** A shop shut for longer is on holiday: nothing is said of the day after. */
const maxDaysAhead = 14;
/** Fewer people or weeks are no ground for a range. */
const minPeople = 10;
const minWeeks = 4;
/** Visits at the shop's own weekdays that a person's few are drawn towards, as for the tiles. */
const pseudoVisits = 5;
const maxChance = 0.95;
const maxNames = 8;
/** Nobody less likely is named. */
const minChanceToName = 0.25;
/** Equal weekdays that show how much one differs from the next. */
const weeksBack = 12;

/**
 * The next open day after today with its range and its likeliest people; null when the next two
 * weeks are closed.
 */
export function nextOpenDayOf(source: NextSource): NextDayForecast | null {
  const day = nextOpen(source.calendar, source.today);
  if (day === null) return null;
  const chances = chancesOn(day, source);
  if (!isEnough(source)) return { day, range: null, likely: [] };
  return {
    day,
    range: rangeOf(chances, spreadOn(day, source)),
    likely: chances
      .filter(({ chance }) => chance >= minChanceToName)
      .toSorted((a, b) => b.chance - a.chance || (a.customerId < b.customerId ? -1 : 1))
      .slice(0, maxNames)
      .map(({ customerId }) => customerId),
  };
}

interface Chance {
  readonly customerId: CustomerId;
  /** 0–1. */
  readonly chance: number;
}

function nextOpen(calendar: Calendar, today: Day): Day | null {
  for (let ahead = 1; ahead <= maxDaysAhead; ahead += 1) {
    const day = addDays(today, ahead);
    if (isOpenOn(calendar, day)) return day;
  }
  return null;
}

function isEnough({ histories, fittedModel, today }: NextSource): boolean {
  const withInterval = histories.filter(({ stamps }) => stamps.length > 3).length;
  const weeks = (dayNumber(today) - fittedModel.clock.firstDay + 1) / 7;
  return withInterval >= minPeople && weeks >= minWeeks;
}

/** Everybody's chance to come on `day`: the expected visits by then, times their weekday lift. */
function chancesOn(
  day: Day,
  { histories, fittedModel, calendar, today }: NextSource,
): readonly Chance[] {
  const forecaster = createForecaster(fittedModel, { calendar, today });
  const weekdaysOf = histories.map((history) => weekdayCounts(history, dayNumber(today)));
  const shop = weekdays.map((_, index) => sumOf(weekdaysOf.map((own) => own[index] ?? 0)));
  const days = daysBetween(today, day);
  return histories.map((history, index) => {
    const { expected } = forecaster.visitsWithin(history, days);
    const lift = weekdayLift(day, weekdaysOf[index] ?? [], shop);
    return { customerId: history.customerId, chance: Math.min(maxChance, expected * lift) };
  });
}

/** How much likelier than on any day: above 1 on somebody's own weekday. */
function weekdayLift(day: Day, own: readonly number[], shop: readonly number[]): number {
  const weekday = weekdayOfNumber(dayNumber(day)) - 1;
  const all = sumOf(shop);
  const openWeekdays = shop.filter((count) => count > 0).length;
  if (all === 0) return 1;
  const shopShare = (shop[weekday] ?? 0) / all;
  const share = ((own[weekday] ?? 0) + pseudoVisits * shopShare) / (sumOf(own) + pseudoVisits);
  return share * openWeekdays;
}

// Monday first; visit days of the last 52 weeks.
function weekdayCounts(history: History, today: number): readonly number[] {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const day of visitDaysOf(history, today)) {
    if (day <= today - yearDays) continue;
    const weekday = weekdayOfNumber(day) - 1;
    counts[weekday] = (counts[weekday] ?? 0) + 1;
  }
  return counts;
}

function rangeOf(
  chances: readonly Chance[],
  spread: number,
): { readonly low: number; readonly high: number } {
  const sorted = chances.map(({ chance }) => chance).toSorted((a, b) => a - b);
  const mean = sumOf(sorted);
  const byChance = sumOf(sorted.map((chance) => chance * (1 - chance)));
  const reach = normalQuantile90 * Math.sqrt(Math.max(byChance, spread * mean));
  // Half a person of rounding on either side: the quantiles of a count.
  return {
    low: Math.max(0, Math.ceil(mean - reach - 0.5)),
    high: Math.max(1, Math.ceil(mean + reach - 0.5)),
  };
}

/**
 * Variance by mean of the known visitors of equal weekdays in twelve weeks: above 1 where weather
 * makes people come or stay together.
 */
function spreadOn(day: Day, { histories, today }: NextSource): number {
  const back = 7 * Math.ceil(daysBetween(today, day) / 7);
  const last = dayNumber(day) - back;
  const counts = Array.from({ length: weeksBack }, () => 0);
  for (const history of histories) {
    for (const visitDay of visitDaysOf(history, dayNumber(today))) {
      const weeks = (last - visitDay) / 7;
      const count = counts[weeks];
      if (count !== undefined) counts[weeks] = count + 1;
    }
  }
  // A day on which nobody came was no open day.
  const open = counts.filter((count) => count > 0);
  const mean = sumOf(open) / Math.max(1, open.length);
  const squares = sumOf(open.map((count) => (count - mean) ** 2));
  return open.length < 3 ? 1 : squares / (open.length - 1) / mean;
}
