import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { OpenHours, Opening } from '#domain/shop/calendar.ts';
import { weekdayName } from '#i18n/format.ts';
import { weekdays, type Day, type Weekday } from '#lib/day.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { TextField } from '#ui/parts/controls/field.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';
import { m } from '#ui/messages.ts';
import type { SettingContext } from './use-setting-context.ts';

type WeekHours = readonly (OpenHours | null)[];

/** The hours of each weekday. New ones hold from today: older weeks keep theirs. */
export function OpeningSheet({ context }: { readonly context: SettingContext }): JSX.Element {
  const { settings, change } = context;
  const today = useToday();
  const hours = settings.openings.at(-1)?.hours ?? [];
  function take(weekday: Weekday, day: OpenHours | null): void {
    const next = weekdays.map((each) => (each === weekday ? day : (hours[each - 1] ?? null)));
    change({ openings: openingsFrom(settings.openings, next, today) });
  }
  return (
    <>
      <p class="type_sub">
        {m.my_shop_opening_hint()} {m.my_shop_opening_since()}
      </p>
      {weekdays.map((weekday) => (
        <DayHours
          key={weekday}
          name={weekdayName(weekday)}
          hours={hours[weekday - 1] ?? null}
          onChange={(day) => take(weekday, day)}
        />
      ))}
    </>
  );
}

/** `openings` with `hours` from `today` on, in place of hours that were given today. */
export function openingsFrom(
  openings: readonly Opening[],
  hours: WeekHours,
  today: Day,
): readonly Opening[] {
  return [...openings.filter((opening) => opening.from < today), { from: today, hours }];
}

interface DayHoursProps {
  readonly name: string;
  readonly hours: OpenHours | null;
  readonly onChange: (hours: OpenHours | null) => void;
}

const usualHours: OpenHours = { opens: 8 * 60, closes: 18 * 60 };

function DayHours({ name, hours, onChange }: DayHoursProps): JSX.Element {
  const [typed, setTyped] = useState(hours ?? usualHours);
  const isWrong = typed.closes <= typed.opens;
  function take(next: OpenHours): void {
    setTyped(next);
    if (next.closes > next.opens) onChange(next);
  }
  return (
    <div class="setting-sheet_day">
      <Toggle
        label={m.my_shop_opening_open({ day: name })}
        checked={hours !== null}
        onChange={(isOpen) => onChange(isOpen && !isWrong ? typed : isOpen ? usualHours : null)}
      />
      {hours === null ? null : (
        <>
          <TextField
            label={m.my_shop_opening_from()}
            type="time"
            value={timeValue(typed.opens)}
            onInput={(text) => take({ ...typed, opens: minuteFrom(text) ?? typed.opens })}
          />
          <TextField
            label={m.my_shop_opening_to()}
            type="time"
            value={timeValue(typed.closes)}
            onInput={(text) => take({ ...typed, closes: minuteFrom(text) ?? typed.closes })}
          />
          <p class="setting-sheet_wrong" aria-live="polite">
            {isWrong ? m.my_shop_opening_wrong() : null}
          </p>
        </>
      )}
    </div>
  );
}

function timeValue(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function minuteFrom(text: string): number | null {
  const parts = /^(\d{2}):(\d{2})/.exec(text);
  return parts === null ? null : Number(parts[1]) * 60 + Number(parts[2]);
}
