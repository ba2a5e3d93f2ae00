// Every day from 2020 to 2035 in twelve zones, with the nights on which clocks change: each visit
// falls on exactly one day, and the day after a day is another one.
import { setImmediate as yieldNow } from 'node:timers/promises';
import { addDays, dayAt, dayFrom, dayNumber, weekdayOf, type Day } from '../../src/lib/day.ts';
import { toInstant, toLocalTime } from '../../src/lib/time-zone.ts';
import { oddZones } from '../../test/support/values/odd-zones.ts';
import { Count, type Campaign } from './campaign.ts';

export const days: Campaign = {
  name: 'days',
  where: 'here',
  async run({ length, report }) {
    const count = new Count('days in 12 zones, 2020 to 2035');
    const first = dayNumber(dayOf('2020-01-01'));
    const last = dayNumber(dayOf('2035-12-31'));
    const step = length === 'long' ? 1 : 61;
    for (const zone of oddZones) {
      for (let number = first; number <= last; number += step) checkDay(count, dayAt(number), zone);
      await yieldNow();
      report(zone);
    }
    return [count.tally()];
  },
};

const hour = 3_600_000;

function checkDay(count: Count, day: Day, zone: string): void {
  count.tries += 1;
  const next = addDays(day, 1);
  const weekday = weekdayOf(next) === (weekdayOf(day) % 7) + 1;
  if (next <= day || addDays(next, -1) !== day || !weekday)
    count.addBroken(`after ${day} comes ${next}`);
  const begins = toInstant({ day, minute: 0 }, zone);
  const ends = toInstant({ day: next, minute: 0 }, zone);
  const hours = (ends - begins) / hour;
  if (hours < 23 || hours > 25) count.addBroken(`${day} in ${zone} has ${hours} hours`);
  // Every hour of the real time that passes belongs to this day and to no other.
  for (let at = begins; at < ends; at += hour) {
    const wall = toLocalTime(at, zone);
    if (wall.day !== day)
      return count.addBroken(`${new Date(at).toISOString()} in ${zone} is ${wall.day}`);
    // Of a minute that comes twice, the first is meant.
    const back = toInstant(wall, zone);
    if (back !== at && (back > at || at - back > hour))
      return count.addBroken(`${wall.day} ${wall.minute} in ${zone} does not come back`);
  }
  if (toLocalTime(begins - 1, zone).day !== addDays(day, -1))
    count.addBroken(`the moment before ${day} in ${zone} is not the day before`);
  count.recovered += 1;
}

function dayOf(text: string): Day {
  const day = dayFrom(text);
  if (day === undefined) throw new Error(`No day: ${text}`);
  return day;
}
