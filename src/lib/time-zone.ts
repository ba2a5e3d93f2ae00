// Between instants and the shop's wall clock. A visit's day and minute are worked out once and
// never recomputed, so that changing the shop's zone moves no old visit. Never reads the clock.

import { dayFrom, dayNumber, msPerDay, type Day } from './day.ts';

/** Wall time in a zone: the calendar day and the minute of that day, 0–1439. */
export interface WallTime {
  readonly day: Day;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether this device knows the IANA zone `zone`, such as `Europe/London`. */
export function isTimeZone(zone: string): boolean {
  try {
    return formatIn(zone) !== undefined;
  } catch {
    return false;
  }
}

/** The wall time in `zone` at `at` (epoch ms). Throws a RangeError for an unknown zone. */
export function toLocalTime(at: number, zone: string): WallTime {
  const parts = new Map(
    formatIn(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const day = dayFrom(
    `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`,
  );
  if (day === undefined) throw new RangeError(`No calendar day at ${at} in ${zone}`);
  return { day, minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
}

/**
 * The instant (epoch ms) when the clock in `zone` shows `minute` of `day`. A minute skipped in
 * spring is read after the skip (02:30 becomes 03:30); of one that comes twice, the first.
 */
export function toInstant(wall: WallTime, zone: string): number {
  const asUtc = dayNumber(wall.day) * msPerDay + wall.minute * 60_000;
  const offsets = [offsetAt(asUtc - msPerDay, zone), offsetAt(asUtc + msPerDay, zone)];
  const candidates = offsets.map((offset) => asUtc - offset);
  const exact = candidates.filter((at) => at + offsetAt(at, zone) === asUtc);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

function offsetAt(at: number, zone: string): number {
  const wall = toLocalTime(at, zone);
  const wholeMinute = Math.floor(at / 60_000) * 60_000;
  return dayNumber(wall.day) * msPerDay + wall.minute * 60_000 - wholeMinute;
}

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, format);
  return format;
}
