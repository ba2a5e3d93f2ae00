// Whether a shop's quiet days truly stand outside its people's time. After some closures everybody
// comes as if no day had passed, after others as if they were overdue: the log says which. For each
// reopening the week after it is foretold twice, by silences with the quiet days and without them,
// and the better one (log loss) is kept. The chances come from the shop's own ordinary weeks.

import { countUntil } from '#engine/math/count-until.ts';
import { medianOf } from '#lib/statistics.ts';
import { lastDayOf, openDaysAfter, openGapsOf, type BusinessClock } from './business-clock.ts';
import type { QuietStretch } from './quiet-stretches.ts';

export interface QuietCheckSource {
  /** Visit days of everybody, in order. */
  readonly people: readonly Int32Array[];
  readonly stretches: readonly QuietStretch[];
  /** The clock that counts the quiet days, and the one that stands still on them. */
  readonly counting: BusinessClock;
  readonly standing: BusinessClock;
}

/** Below it silences have no measure of their own. */
const minGaps = 3;
const weekDays = 7;
const yearDays = 364;
/** So many weeks after a reopening are no ordinary ones. */
const unusualDays = 28;
/** More people say nothing more about a shop. */
const maxPeople = 2000;
/** A cell begins at the share of all weeks, worth so many of its own. */
const pseudoWeeks = 5;
/** Own gaps of silence, and open days of a gap: the edges of the cells. */
const lateEdges: readonly number[] = [0.3, 0.6, 0.85, 1.2, 1.8, 3, 6, 12];
const gapEdges: readonly number[] = [3, 6, 10, 20, 40];

/**
 * Whether the clock should stand still. Where no reopening can be looked at yet, it does: on a day
 * on which nobody could come, nobody was missed.
 */
export function quietDaysHelp({ people, stretches, ...clocks }: QuietCheckSource): boolean {
  const step = Math.ceil(people.length / maxPeople);
  const sample = people.filter((days, index) => days.length > minGaps && index % step === 0);
  const standing = lossBy(clocks.standing, sample, stretches);
  const counting = lossBy(clocks.counting, sample, stretches);
  return standing <= counting;
}

/** The log loss of the weeks after the reopenings; 0 where there is none to look at. */
function lossBy(
  clock: BusinessClock,
  people: readonly Int32Array[],
  stretches: readonly QuietStretch[],
): number {
  const today = lastDayOf(clock);
  const silent = people.map((days) => silenceBy(clock, days));
  const chanceIn = ordinaryChances(silent, stretches, today);
  let loss = 0;
  for (const { to } of stretches.filter((each) => isClosed(each, stretches, today))) {
    for (const silence of silent) {
      const cell = silence.cellOn(to);
      if (cell === null) continue;
      const chance = chanceIn(cell);
      loss -= Math.log(silence.comesAfter(to) ? chance : 1 - chance);
    }
  }
  return loss;
}

/** The chance of a visit within seven days in each cell, in the shop's ordinary weeks of a year. */
function ordinaryChances(
  silent: readonly OwnSilence[],
  stretches: readonly QuietStretch[],
  today: number,
): (cell: string) => number {
  const cells = new Map<string, { weeks: number; came: number }>();
  const all = { weeks: 0, came: 0 };
  for (let day = today - weekDays; day > today - yearDays; day -= weekDays) {
    if (!isOrdinary(day, stretches)) continue;
    for (const silence of silent) {
      const cell = silence.cellOn(day);
      if (cell === null) continue;
      const known = cells.get(cell) ?? { weeks: 0, came: 0 };
      cells.set(cell, known);
      for (const count of [known, all]) {
        count.weeks += 1;
        count.came += silence.comesAfter(day) ? 1 : 0;
      }
    }
  }
  const usual = (all.came + 1) / (all.weeks + 2);
  return (cell) => {
    const { weeks, came } = cells.get(cell) ?? { weeks: 0, came: 0 };
    return (came + pseudoWeeks * usual) / (weeks + pseudoWeeks);
  };
}

/** Whether the week after a stretch is over, and no other stretch lies in it. */
function isClosed({ to }: QuietStretch, all: readonly QuietStretch[], today: number): boolean {
  return to + weekDays < today && !all.some((each) => each.from > to && each.from <= to + weekDays);
}

function isOrdinary(day: number, stretches: readonly QuietStretch[]): boolean {
  return !stretches.some(({ from, to }) => from <= day + weekDays && to > day - unusualDays);
}

interface OwnSilence {
  /** The cell of the silence on a day; null before there are gaps enough. */
  readonly cellOn: (day: number) => string | null;
  readonly comesAfter: (day: number) => boolean;
}

function silenceBy(clock: BusinessClock, days: Int32Array): OwnSilence {
  const gap = Math.max(1, medianOf(Array.from(openGapsOf(clock, days))) ?? 1);
  const gapCell = countUntil(gapEdges, gap);
  return {
    cellOn(day) {
      const visits = countUntil(days, day);
      if (visits <= minGaps) return null;
      const silent = openDaysAfter(clock, days[visits - 1] ?? day, day);
      return `${countUntil(lateEdges, silent / gap)} ${gapCell}`;
    },
    comesAfter: (day) => countUntil(days, day + weekDays) > countUntil(days, day),
  };
}
