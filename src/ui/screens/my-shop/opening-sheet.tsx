import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import {
  hoursOfSpans,
  spansOf,
  type OpenHours,
  type Opening,
  type OpenSpan,
} from '#domain/shop/calendar.ts';
import { weekdayName } from '#i18n/format.ts';
import { weekdaysInOrder } from '#i18n/language/weekdays-in-order.ts';
import { weekdays, type Day, type Weekday } from '#lib/day.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { TextField } from '#ui/parts/controls/field.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';
import { m } from '#ui/messages.ts';
import type { SettingContext } from './use-setting-context.ts';

type WeekHours = readonly (OpenHours | null)[];

/** The hours of each weekday. New ones hold from today: older weeks keep theirs. */
export function OpeningSheet({ context }: { readonly context: SettingContext }): JSX.Element {
  const { settings, change } = context;
  const today = useToday();
  // Drawn anew once hours came from another day.
  const [fillings, setFillings] = useState(0);
  const hours = settings.openings.at(-1)?.hours ?? [];
  const firstOpen = weekdaysInOrder().find((weekday) => (hours[weekday - 1] ?? null) !== null);
  function set(next: WeekHours): void {
    change({ openings: openingsFrom(settings.openings, next, today) });
  }
  function take(weekday: Weekday, day: OpenHours | null): void {
    set(weekdays.map((each) => (each === weekday ? day : (hours[each - 1] ?? null))));
  }
  function fill(day: OpenHours): void {
    set(weekdays.map((each) => ((hours[each - 1] ?? null) === null ? null : day)));
    setFillings(fillings + 1);
  }
  return (
    <>
      <p class="type_sub">
        {m.my_shop_opening_hint()} {m.my_shop_opening_since()}
      </p>
      {weekdaysInOrder().map((weekday) => (
        <DayHours
          key={`${weekday} ${fillings}`}
          name={weekdayName(weekday)}
          hours={hours[weekday - 1] ?? null}
          onChange={(day) => take(weekday, day)}
          onFill={weekday === firstOpen ? fill : null}
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
  /** Gives these hours to all open days; null where another day offers it. */
  readonly onFill: ((hours: OpenHours) => void) | null;
}

const usualHours: OpenHours = { opens: 8 * 60, closes: 18 * 60 };
const lunch = { from: 13 * 60, to: 14 * 60 };

function DayHours({ name, hours, onChange, onFill }: DayHoursProps): JSX.Element {
  const [spans, setSpans] = useState(spansOf(hours ?? usualHours));
  const typed = hoursOfSpans(spans);
  function take(next: readonly OpenSpan[]): void {
    setSpans(next);
    const valid = hoursOfSpans(next);
    if (valid !== null) onChange(valid);
  }
  return (
    <div class="setting-sheet_day">
      <Toggle
        label={m.my_shop_opening_open({ day: name })}
        checked={hours !== null}
        onChange={(isOpen) => onChange(isOpen ? (typed ?? usualHours) : null)}
      />
      {hours === null ? null : (
        <>
          {spans.map((span, place) => (
            <SpanFields
              key={place}
              span={span}
              isFirst={place === 0}
              onChange={(changed) => take(spans.with(place, changed))}
            />
          ))}
          <p class="setting-sheet_wrong" aria-live="polite">
            {noteOn(typed)}
          </p>
          <div class="line setting-sheet_row">
            <BreakButton name={name} spans={spans} onChange={take} />
            {onFill === null || typed === null ? null : (
              <Button kind="link" onPress={() => onFill(typed)}>
                {m.my_shop_opening_same()}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}

function noteOn(hours: OpenHours | null): string | null {
  if (hours === null) return m.my_shop_opening_wrong();
  return hours.closes > 1440 ? m.my_shop_opening_next_day() : null;
}

interface SpanFieldsProps {
  readonly span: OpenSpan;
  readonly isFirst: boolean;
  readonly onChange: (span: OpenSpan) => void;
}

function SpanFields({ span, isFirst, onChange }: SpanFieldsProps): JSX.Element {
  return (
    <>
      <TextField
        label={isFirst ? m.my_shop_opening_from() : m.my_shop_opening_again()}
        type="time"
        value={timeValue(span.opens)}
        onInput={(text) => onChange({ ...span, opens: minuteFrom(text) ?? span.opens })}
      />
      <TextField
        label={isFirst ? m.my_shop_opening_to() : m.my_shop_opening_until()}
        type="time"
        value={timeValue(span.closes)}
        onInput={(text) => onChange({ ...span, closes: minuteFrom(text) ?? span.closes })}
      />
    </>
  );
}

interface BreakButtonProps {
  readonly name: string;
  readonly spans: readonly OpenSpan[];
  readonly onChange: (spans: readonly OpenSpan[]) => void;
}

/** Puts a break into the day, or takes all of them out. */
function BreakButton({ name, spans, onChange }: BreakButtonProps): JSX.Element {
  const [first] = spans;
  const last = spans.at(-1);
  const whole = { opens: first?.opens ?? 0, closes: last?.closes ?? 0 };
  return spans.length > 1 ? (
    <Button
      kind="link"
      label={m.my_shop_opening_remove_label({ day: name })}
      onPress={() => onChange([whole])}
    >
      {m.my_shop_opening_remove()}
    </Button>
  ) : (
    <Button
      kind="link"
      label={m.my_shop_opening_add_label({ day: name })}
      onPress={() =>
        onChange([
          { opens: whole.opens, closes: lunch.from },
          { opens: lunch.to, closes: whole.closes },
        ])
      }
    >
      {m.my_shop_opening_add()}
    </Button>
  );
}

/** Minutes as a field for times has them; after midnight the clock begins again. */
export function timeValue(minutes: number): string {
  const minute = minutes % 1440;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function minuteFrom(text: string): number | null {
  const parts = /^(\d{2}):(\d{2})/.exec(text);
  return parts === null ? null : Number(parts[1]) * 60 + Number(parts[2]);
}
