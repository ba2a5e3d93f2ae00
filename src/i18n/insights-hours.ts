// When people come, how the year went and what to expect of the next day, in words: the sentence
// that stands before each picture.

import type { Currency } from '#domain/shop/money.ts';
import type { BusyHours, NextDayForecast, Takings, YearOfWeeks } from '#domain/week/insights.ts';
import { addDays, type Day } from '#lib/day.ts';
import { m } from './catalogue.ts';
import {
  countFirst,
  countText,
  dayText,
  money,
  moneyShort,
  numberText,
  weekdayDayText,
} from './format.ts';
import { weekdaysWords } from './story.ts';

/** With so many visits in the fullest hour, hours are averages; below, totals. */
const averageFrom = 5;

/** Whether hours are averages of an ordinary day, or totals because there are few. */
export function busyUnit({ busiest }: BusyHours): 'average' | 'total' {
  return busiest !== null && busiest.visits / busiest.days >= averageFrom ? 'average' : 'total';
}

/** "Busiest: Saturdays 10–11, about 14 people." or why there is nothing to tell. */
export function busiestText(busy: BusyHours, today: Day): string {
  const { busiest, untimed } = busy;
  const between = { from: dayText(busy.from, today), to: dayText(busy.to, today) };
  if (busiest === null) {
    return untimed === 0
      ? m.insights_busy_nobody(between)
      : m.insights_busy_no_times({ count: untimed, text: numberText(untimed), ...between });
  }
  const when = {
    weekdays: weekdaysWords(busiest.weekday),
    from: String(busiest.hour),
    to: String(busiest.hour + 1),
  };
  return busyUnit(busy) === 'average'
    ? m.insights_busy_average({
        ...when,
        words: countText(Math.round(busiest.visits / busiest.days)),
      })
    : m.insights_busy_total({ ...when, count: busiest.visits, words: countText(busiest.visits) });
}

export function busyCaption(busy: BusyHours, today: Day): string {
  const between = { from: dayText(busy.from, today), to: dayText(busy.to, today) };
  const what =
    busyUnit(busy) === 'average'
      ? m.insights_busy_caption_average(between)
      : m.insights_busy_caption_total(between);
  return `${what} ${untimedText(busy)}`.trim();
}

export function busyTableCaption(busy: BusyHours, today: Day): string {
  const { from, to } = busy;
  const what = m.insights_table_caption({ from: dayText(from, today), to: dayText(to, today) });
  return `${what} ${untimedText(busy)}`.trim();
}

function untimedText({ untimed }: BusyHours): string {
  return untimed === 0
    ? ''
    : m.insights_busy_untimed({ count: untimed, text: numberText(untimed) });
}

/** From so many whole weeks on the year is drawn. */
export const weeksToDraw = 4;

/** How many visits a week, and how the last weeks went. */
export function yearText({ known, visits, lastFour, fourBefore }: YearOfWeeks): string {
  if (known < weeksToDraw) return m.insights_year_soon({ count: known, words: countText(known) });
  const mean = m.insights_year_mean({
    visits: numberText(visits),
    weeks: countText(known),
    mean: countText(Math.round(visits / known)),
  });
  if (known < 2 * weeksToDraw) return mean;
  const trend = { count: numberText(lastFour), before: numberText(fourBefore) };
  return `${mean} ${m.insights_year_trend(trend)}`;
}

/** "The fullest was the week of 15 December, with 71." */
export function fullestWeekText({ busiest, known }: YearOfWeeks, today: Day): string | undefined {
  if (busiest === null || known < weeksToDraw) return undefined;
  const { monday, visits } = busiest;
  return m.insights_year_busiest({ day: dayText(monday, today), count: numberText(visits) });
}

export function nextTitle({ day }: NextDayForecast, today: Day): string {
  return day === addDays(today, 1)
    ? m.insights_next_tomorrow()
    : m.insights_next_day({ day: weekdayDayText(day, today) });
}

/** "21 to 33 people you know.", or what is still missing. */
export function nextText({ range }: NextDayForecast): string {
  if (range === null) return m.insights_next_early();
  if (range.low === 0)
    return m.insights_next_at_most({ count: range.high, words: countText(range.high) });
  return m.insights_next_range({ low: countFirst(range.low), high: countText(range.high) });
}

/** "£1,240 noted in the last four weeks, £1,180 in the four before." */
export function takingsText({ lastFour, fourBefore }: Takings, currency: Currency): string {
  const sum = moneyShort(lastFour, currency);
  return fourBefore === 0
    ? m.insights_takings_four({ sum })
    : m.insights_takings_both({ sum, before: moneyShort(fourBefore, currency) });
}

/** "An average basket was £8.40, £8.10 in the four weeks before."; undefined without an amount. */
export function basketText(
  { basketLastFour, basketFourBefore }: Takings,
  currency: Currency,
): string | undefined {
  if (basketLastFour === null) return undefined;
  const basket = money(basketLastFour, currency);
  return basketFourBefore === null
    ? m.insights_takings_basket({ basket })
    : m.insights_takings_baskets({ basket, before: money(basketFourBefore, currency) });
}
