import { afterEach, expect, it } from 'vitest';
import { cleanup, render, screen } from '@testing-library/preact';
import type { BusyHours } from '#domain/week/insights.ts';
import { dayAt, weekdays } from '#lib/day.ts';
import { BusyHoursChart } from '#ui/parts/charts/busy-hours.tsx';

afterEach(cleanup);

it('stands hours side by side in a shop of the day, and one below the other in one of day and night', () => {
  draw(busyHours(8, 18), 'picture');
  expect(heads('columnheader')).toEqual(['Day', ...hourNames(8, 18)]);
  cleanup();
  draw(busyHours(0, 24), 'picture');
  expect(heads('columnheader')).toEqual(['Hour', ...dayNames]);
  expect(heads('rowheader')).toEqual(hourNames(0, 24));
});

it.each([
  ['by day', 8, 18],
  ['day and night', 0, 24],
] as const)('counts the same in its cells as in its sums: %s', (_name, from, to) => {
  draw(busyHours(from, to), 'table');
  const rows = screen
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent.replace(',', ''))),
    );
  for (const row of rows) expect(sum(row.slice(0, -1))).toBe(row.at(-1));
  const last = rows.at(-1) ?? [];
  for (const [place, of] of last.entries())
    expect(sum(rows.slice(0, -1).map((row) => row[place] ?? 0))).toBe(of);
  expect(screen.getAllByRole('cell')[0]?.textContent).toBe(String(visitsAt(1, from)));
});

function draw(busy: BusyHours, look: 'picture' | 'table'): void {
  render(<BusyHoursChart busy={busy} unit="total" look={look} caption="When they come" />);
}

function busyHours(from: number, to: number): BusyHours {
  const days = weekdays.map((weekday) => ({
    weekday,
    days: 12,
    hours: Array.from({ length: to - from }, (_, place) => ({
      hour: from + place,
      visits: visitsAt(weekday, from + place),
      isOpen: true,
    })),
  }));
  return { from: dayAt(0), to: dayAt(84), days, timed: 0, untimed: 0, busiest: null };
}

function visitsAt(weekday: number, hour: number): number {
  return (weekday * 31 + hour * 7) % 23;
}

function heads(role: 'columnheader' | 'rowheader'): readonly string[] {
  return screen.getAllByRole(role).map((head) => {
    const hidden = head.querySelector('[aria-hidden]');
    return (head.textContent ?? '').slice(hidden?.textContent?.length ?? 0);
  });
}

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function hourNames(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from }, (_, place) => `${from + place}:00`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
