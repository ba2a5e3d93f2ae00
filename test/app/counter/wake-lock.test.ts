import { describe, expect, it } from 'vitest';
import { isOpenAt } from '#app/counter/wake-lock.ts';
import { weekdayOf, type Day } from '#lib/day.ts';
import { daysAgo, today } from '../../support/shops/shop-with.ts';

const hours = { opens: 480, closes: 1080 };
const mondayToSaturday = {
  openings: [{ from: daysAgo(400), hours: [hours, hours, hours, hours, hours, hours, null] }],
  closures: [],
};

describe('the screen of the Counter', () => {
  it('stays on from the minute the shop opens until the minute it closes', () => {
    const isOn = (minute: number) => isOpenAt(mondayToSaturday, { day: today, minute });
    expect([0, 479, 480, 720, 1079, 1080, 1439].map(isOn)).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('goes dark on a day on which the shop keeps no hours', () => {
    const sunday = daysAgo(4);
    expect(weekdayOf(sunday)).toBe(7);
    expect(isOpenAt(mondayToSaturday, { day: sunday, minute: 720 })).toBe(false);
    const holiday = { ...mondayToSaturday, closures: [{ from: today, to: today }] };
    expect(isOpenAt(holiday, { day: today, minute: 720 })).toBe(false);
  });

  it('stays on after midnight where the shop does, and goes dark over lunch', () => {
    const late = { opens: 1080, closes: 1560, breaks: [{ from: 1200, to: 1260 }] };
    const bar = {
      openings: [{ from: daysAgo(400), hours: [late, null, null, null, null, null, null] }],
      closures: [],
    };
    const monday = daysAgo(3);
    expect(weekdayOf(monday)).toBe(1);
    const isOn = (day: Day, minute: number) => isOpenAt(bar, { day, minute });
    expect([60, 1079, 1080, 1199, 1200, 1260, 1439].map((minute) => isOn(monday, minute))).toEqual([
      false,
      false,
      true,
      true,
      false,
      true,
      true,
    ]);
    const tuesday = daysAgo(2);
    expect([0, 119, 120, 1100].map((minute) => isOn(tuesday, minute))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
