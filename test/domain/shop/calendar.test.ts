import { describe, expect, it } from 'vitest';
import { defaultOpening } from '#domain/shop/settings.ts';
import {
  type Calendar,
  hoursOfSpans,
  hoursOn,
  openDayTest,
  spansOf,
} from '#domain/shop/calendar.ts';
import { dayNumber } from '#lib/day.ts';
import { day } from '../../support/shops/shop-with.ts';

const monday = day('2026-06-15');
const sunday = day('2026-06-21');
const closures = [{ from: day('2026-06-16'), to: day('2026-06-17') }];
const calendar: Calendar = { openings: [defaultOpening(monday)], closures };

describe('the hours of a shop', () => {
  it('are the whole day where none were ever given', () => {
    expect(hoursOn({ openings: [], closures: [] }, monday)).toEqual({ opens: 0, closes: 1440 });
  });

  it('hold for the days before them too', () => {
    expect(hoursOn(calendar, day('2020-01-06'))).toEqual(hoursOn(calendar, monday));
    expect(hoursOn(calendar, day('2020-01-05'))).toBeNull();
  });

  it('are none on closed weekdays and from the first to the last day of a closure', () => {
    const days = ['2026-06-15', '2026-06-16', '2026-06-17', '2026-06-18'].map(day);
    expect(days.map((each) => hoursOn(calendar, each) !== null)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(hoursOn(calendar, sunday)).toBeNull();
    const isOpen = openDayTest(calendar);
    expect(days.map((each) => isOpen(dayNumber(each)))).toEqual([true, false, false, true]);
  });
});

describe('the hours of a day', () => {
  it('may be several, and may end after midnight', () => {
    const lunch = hoursOfSpans([
      { opens: 480, closes: 780 },
      { opens: 900, closes: 1110 },
    ]);
    expect(lunch).toEqual({ opens: 480, closes: 1110, breaks: [{ from: 780, to: 900 }] });
    expect(spansOf(lunch ?? never())).toEqual([
      { opens: 480, closes: 780 },
      { opens: 900, closes: 1110 },
    ]);
    expect(hoursOfSpans([{ opens: 1080, closes: 120 }])).toEqual({ opens: 1080, closes: 1560 });
    expect(hoursOfSpans([{ opens: 0, closes: 0 }])).toEqual({ opens: 0, closes: 1440 });
  });

  it('are refused when two stretches overlap', () => {
    const overlapping = [
      { opens: 480, closes: 900 },
      { opens: 840, closes: 1110 },
    ];
    expect(hoursOfSpans(overlapping)).toBeNull();
    expect(
      hoursOfSpans([
        { opens: 600, closes: 500 },
        { opens: 700, closes: 800 },
      ]),
    ).toBeNull();
  });
});

function never(): never {
  throw new Error('There are hours');
}
