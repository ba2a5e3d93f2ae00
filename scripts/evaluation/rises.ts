// Of those who come more, how much of the rise is left eight weeks later? Asked every four weeks,
// with what the shop could have learned by then; beside everybody whose last eight weeks look half
// as good again, luck or not.
import { clockBetween, openGapsOf, type BusinessClock } from '#engine/profile/business-clock.ts';
import { leastRiseLeft, riseAndLeft, riseLeftOf } from '#engine/profile/rise-left.ts';
import {
  isLargeRise,
  riseAt,
  riseCountsAt,
  type RiseCounts,
  type RiseSource,
} from '#engine/profile/rise.ts';
import { countUntil } from '#engine/math/count-until.ts';
import { defaultSegmentRules as rules } from '#domain/week/segment.ts';
import { standardError } from './bootstrap.ts';
import type { VisitLog } from './visit-log.ts';

export interface Rises {
  readonly origins: number;
  /** `lasting or not`: no luck, in whatever shop; `factor alone`: luck or not. */
  readonly models: Readonly<Record<string, RiseFigures>>;
}

export interface RiseFigures {
  readonly flagged: number;
  /** Share of all their rises that was left; NaN when nobody was flagged. */
  readonly left: number;
  readonly error: number | null;
}

interface Rise {
  readonly who: number;
  readonly rise: number;
  readonly left: number;
}

const warmUpDays = 84;
const stepDays = 28;
const window = rules.risingWeeks * 7;

/** The rises of the log, with standard errors from `bootstrap` draws of customers. */
export function risesOf(log: VisitLog, bootstrap: number): Rises {
  const { firstDay, lastDay } = log;
  const days: number[] = [];
  for (let day = firstDay + warmUpDays; day + window <= lastDay; day += stepDays) days.push(day);
  const lasting = days.filter((day) => lastsBy(log, day));
  const rises = {
    engine: lasting.flatMap((day) => risesAt(log, day, riseAt)),
    'engine, lasting or not': days.flatMap((day) => risesAt(log, day, riseAt)),
    'factor alone': days.flatMap((day) => risesAt(log, day, plainRiseAt)),
  };
  return {
    origins: days.length,
    models: Object.fromEntries(
      Object.entries(rises).map(([name, all]) => [name, figuresOf(all, bootstrap)]),
    ),
  };
}

/** Whether rises lasted in this shop, as far as was known on `day`. */
function lastsBy({ customers, firstDay }: VisitLog, day: number): boolean {
  const people = customers.map(({ days }) => days.subarray(0, countUntil(days, day)));
  return riseLeftOf({ people, clock: dailyClock(firstDay, day), rules }) >= leastRiseLeft;
}

function risesAt(
  { customers, firstDay, lastDay }: VisitLog,
  day: number,
  found: typeof riseAt,
): readonly Rise[] {
  const clock = dailyClock(firstDay, lastDay);
  return customers.flatMap(({ days }, who) => {
    const source = { days, openGaps: openGapsOf(clock, days), clock, rules };
    const counts = found(source, day);
    return counts === null ? [] : [{ who, ...riseAndLeft(source, day, counts) }];
  });
}

function plainRiseAt(source: RiseSource, day: number): RiseCounts | null {
  const counts = riseCountsAt(source, day);
  return counts !== null && isLargeRise(counts, rules) ? counts : null;
}

function dailyClock(firstDay: number, lastDay: number): BusinessClock {
  return clockBetween(firstDay, lastDay, () => true);
}

function figuresOf(rises: readonly Rise[], bootstrap: number): RiseFigures {
  return {
    flagged: rises.length,
    left: leftIn(rises),
    error: standardError(
      rises.map(({ who }) => who),
      rises.length === 0 ? 0 : bootstrap,
      (rows) => leftIn(rows.flatMap((row) => rises[row] ?? [])),
    ),
  };
}

function leftIn(rises: readonly Rise[]): number {
  return (
    rises.reduce((sum, { left }) => sum + left, 0) / rises.reduce((sum, { rise }) => sum + rise, 0)
  );
}
