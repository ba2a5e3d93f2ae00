// Who comes or spends more than before, or is back after a long silence, counted day by day.
import { dayAt, dayNumber } from '#lib/day.ts';
import { gapsOf, middleOf, type Counted, type RecountedShop } from './raw-count.ts';
import type { Asked, Facts } from './recount-asked.ts';

const yearOfWeeks = 364;

/**
 * Visit days of the last weeks and of those before, when they are as many more as the rules ask.
 */
export function comingMore(asked: Asked): Facts<'coming-more'> | undefined {
  const spans = recentAndEarlier(asked);
  if (spans === undefined || daysRatio(asked) < rulesOf(asked).risingFactor) return undefined;
  return {
    recentVisits: daysIn(asked.person, spans.recent),
    recentWeeks: spans.recentWeeks,
    earlierVisits: daysIn(asked.person, spans.saidEarlier),
    earlierWeeks: spans.earlierWeeks,
  };
}

/** Noted sums of the same, for somebody who does not come more. */
export function spendingMore(asked: Asked): Facts<'spending-more'> | undefined {
  const spans = recentAndEarlier(asked);
  if (spans === undefined || daysRatio(asked) >= rulesOf(asked).risingFactor) return undefined;
  if (sumRatio(asked) < rulesOf(asked).risingFactor) return undefined;
  const isNoted = [spans.recent, spans.earlier].every((span) => {
    const bought = boughtIn(asked.person, span);
    return bought.filter(({ amount }) => amount !== null).length >= 0.9 * bought.length;
  });
  if (!isNoted) return undefined;
  return {
    recentSum: sumIn(asked.person, spans.recent),
    recentWeeks: spans.recentWeeks,
    earlierSum: sumIn(asked.person, spans.saidEarlier),
    earlierWeeks: spans.earlierWeeks,
  };
}

/** Back within the recent weeks after a silence that was long by the gaps before it. */
export function backAgain({ shop, person }: Asked): Facts<'back-again'> | undefined {
  const { days } = person;
  const rules = shop.raw.settings.kindRules;
  const open = gapsOf(days).map((_, index) =>
    shop.openBetween(days[index] ?? 0, days[index + 1] ?? 0),
  );
  const missed = (from: number, to: number): number => to - from - shop.emptyBetween(from, to);
  const found = days.findLastIndex((day, place) => {
    const before = open.slice(Math.max(0, place - 1 - 26), Math.max(0, place - 1));
    return (
      place - 1 >= rules.slippingGaps &&
      day > shop.today - 7 * rules.risingWeeks &&
      missed(days[place - 1] ?? day, day) >= rules.slippingDays &&
      (open[place - 1] ?? 0) > rules.slippingFactor * Math.max(1, middleOf(before)) &&
      before.filter((gap) => gap >= (open[place - 1] ?? 0)).length <= before.length / 10
    );
  });
  const [last, day] = [days[found - 1], days[found]];
  if (day === undefined || last === undefined) return undefined;
  const awayDays = day - last;
  const emptyDays = awayDays - missed(last, day);
  return { day: dayAt(day), awayDays, ...(emptyDays === 0 ? {} : { emptyDays }) };
}

interface Span {
  readonly after: number;
  readonly upTo: number;
}

// The last weeks, and those before since the first visit, a year at most. What is said of the weeks
// before is counted over whole weeks.
function recentAndEarlier({ shop, person }: Asked) {
  const { risingWeeks, risingVisits } = shop.raw.settings.kindRules;
  const [first] = person.days;
  const from = shop.today - 7 * risingWeeks;
  if (first === undefined || from - first + 1 < 3.5 * risingWeeks) return undefined;
  const recent = { after: from, upTo: shop.today };
  const earlier = { after: Math.max(first - 1, from - yearOfWeeks), upTo: from };
  if (daysIn(person, recent) < risingVisits || daysIn(person, earlier) === 0) return undefined;
  const earlierWeeks = Math.ceil((from - earlier.after) / 7);
  const saidEarlier = { after: from - 7 * earlierWeeks, upTo: from };
  return { recent, earlier, saidEarlier, recentWeeks: risingWeeks, earlierWeeks };
}

function daysRatio({ shop, person, ...rest }: Asked): number {
  const spans = recentAndEarlier({ shop, person, ...rest });
  if (spans === undefined) return 0;
  const perDay = (span: Span): number =>
    daysIn(person, span) / Math.max(1, shop.openBetween(span.after, span.upTo));
  return perDay(spans.recent) / perDay(spans.earlier);
}

function sumRatio({ shop, person, ...rest }: Asked): number {
  const spans = recentAndEarlier({ shop, person, ...rest });
  if (spans === undefined || sumIn(person, spans.earlier) === 0) return 0;
  const noted = boughtIn(person, spans.recent).filter((visit) => visit.amount !== null).length;
  if (noted < rulesOf({ shop, person, ...rest }).risingVisits) return 0;
  const perDay = (span: Span): number =>
    sumIn(person, span) / Math.max(1, shop.openBetween(span.after, span.upTo));
  return perDay(spans.recent) / perDay(spans.earlier);
}

function rulesOf({ shop }: Asked): RecountedShop['raw']['settings']['kindRules'] {
  return shop.raw.settings.kindRules;
}

function boughtIn(person: Counted, { after, upTo }: Span): Counted['bought'] {
  return person.bought.filter(
    (visit) => dayNumber(visit.day) > after && dayNumber(visit.day) <= upTo,
  );
}

function daysIn({ days }: Counted, { after, upTo }: Span): number {
  return days.filter((day) => day > after && day <= upTo).length;
}

function sumIn(person: Counted, span: Span): number {
  return total(boughtIn(person, span).map((visit) => visit.amount ?? 0));
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
