// Whose baskets are big, counted from the noted amounts of 52 weeks: one huge receipt is cut, and
// few visits are drawn to the shop's mean.
import { dayNumber } from '#lib/day.ts';
import { bothCounts, partOf } from './raw-count.ts';
import type { Asked, Facts } from './recount-asked.ts';

const yearOfWeeks = 364;

/** The place among the biggest yearly spends, when it is within the top share. */
export function bigBaskets({ shop, person }: Asked): Facts<'big-baskets'> | undefined {
  const spends = [...shop.people.values()].flatMap((one) => {
    const year = one.bought.filter((visit) => dayNumber(visit.day) > shop.today - yearOfWeeks);
    const amounts = year.flatMap((visit) => visit.amount ?? []);
    return amounts.length === 0 ? [] : [{ one, amounts, counts: bothCounts(year) }];
  });
  const cap = partOf(
    spends.flatMap(({ amounts }) => amounts),
    0.99,
  );
  const people = spends.map(({ amounts, ...rest }) => ({
    ...rest,
    amounts,
    cut: amounts.map((amount) => Math.min(amount, cap)),
  }));
  const mean = meanOf(people.flatMap(({ cut }) => cut));
  const pull = shrinkageOf(people.map(({ cut }) => cut));
  const ranked = people.map(({ one, cut, amounts, counts }) => {
    const perVisit = (total(cut) + pull * mean) / (cut.length + pull);
    const yearly = Math.max(cut.length, counts.visitDays) * perVisit;
    return { one, yearlySum: total(amounts), amounts: amounts.length, counts, yearly };
  });
  const own = ranked.find(({ one }) => one === person);
  if (own === undefined) return undefined;
  // A hair's breadth of rounding is no difference.
  const rank = 1 + ranked.filter(({ yearly }) => yearly > own.yearly * (1 + 1e-9)).length;
  const places = Math.ceil(ranked.length * shop.raw.settings.kindRules.bigSpenderTopShare);
  if (rank > places) return undefined;
  const visits = own.counts.visits ?? own.counts.visitDays;
  const weeks = Math.ceil((shop.today - (person.days[0] ?? shop.today) + 1) / 7);
  return {
    yearlySum: own.yearlySum,
    ...own.counts,
    ...(weeks < 52 ? { weeks } : {}),
    ...(own.amounts < visits ? { noted: own.amounts } : {}),
    rank,
    of: ranked.length,
  };
}

// How many visits of the shop's mean a person's own are mixed with: the variance within people over
// that between them.
function shrinkageOf(amounts: readonly (readonly number[])[]): number {
  const repeated = amounts.filter((own) => own.length > 1);
  const all = repeated.flat().length;
  if (repeated.length < 2) return 1;
  const within =
    total(repeated.map((own) => total(own.map((amount) => (amount - meanOf(own)) ** 2)))) /
    (all - repeated.length);
  const means = repeated.map(meanOf);
  const spread = total(means.map((mean) => (mean - meanOf(means)) ** 2)) / (repeated.length - 1);
  const between = spread - (within * repeated.length) / all;
  return between <= 0 ? 5 : Math.min(5, Math.max(0.5, within / between));
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function meanOf(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : total(numbers) / numbers.length;
}
