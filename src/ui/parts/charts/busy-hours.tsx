import type { JSX } from 'preact';
import type { BusyDay, BusyHour, BusyHours as Hours } from '#domain/week/insights.ts';
import { weekdayName } from '#i18n/format.ts';
import { numberText } from '#i18n/format.ts';
import { sumOf } from '#lib/statistics.ts';
import { m } from '#ui/messages.ts';
import './busy-hours.css';

export interface BusyHoursProps {
  readonly busy: Hours;
  /** `average`: visits on an ordinary day of that name; `total`: all of them added up. */
  readonly unit: 'average' | 'total';
  /** `picture` colours the cells; `table` is plain, with everything added up. */
  readonly look: 'picture' | 'table';
  /** What the cells are, in one sentence. */
  readonly caption: string;
}

/** Weekdays by hours as a table: the colour only repeats the number in each cell. */
export function BusyHoursChart({ busy, unit, look, caption }: BusyHoursProps): JSX.Element {
  const hours = busy.days[0]?.hours ?? [];
  const counted = look === 'table' ? 'total' : unit;
  const max = Math.max(...busy.days.flatMap((day) => day.hours.map((hour) => shareOf(day, hour))));
  return (
    // It scrolls sideways where room is short, and a keyboard must be able to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls has to be reached
    <div class="busy-hours" role="region" aria-label={caption} tabIndex={0}>
      <table class={`busy-hours_table busy-hours_table-${look}`}>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{m.insights_busy_day()}</span>
            </th>
            {hours.map(({ hour }) => (
              <th class="busy-hours_hour" key={hour} scope="col">
                <span aria-hidden="true">{hour}</span>
                <span class="visually-hidden">{m.insights_busy_hour({ hour })}</span>
              </th>
            ))}
            {look === 'table' ? <th scope="col">{m.insights_busy_all()}</th> : null}
          </tr>
        </thead>
        <tbody>
          {busy.days.map((day) => (
            <tr key={day.weekday}>
              <th class="busy-hours_day" scope="row">
                {weekdayName(day.weekday).slice(0, shortName)}
                <span class="visually-hidden">{weekdayName(day.weekday).slice(shortName)}</span>
              </th>
              {day.hours.map((hour) => (
                <Cell
                  key={hour.hour}
                  hour={hour}
                  number={counted === 'total' ? hour.visits : Math.round(shareOf(day, hour))}
                  step={stepOf(shareOf(day, hour), max)}
                />
              ))}
              {look === 'table' ? (
                <td class="busy-hours_sum">{numberText(sumOf(day.hours.map(visitsIn)))}</td>
              ) : null}
            </tr>
          ))}
        </tbody>
        {look === 'table' ? <Sums days={busy.days} /> : null}
      </table>
    </div>
  );
}

interface CellProps {
  readonly hour: BusyHour;
  readonly number: number;
  /** 1 for none to 6 for the fullest. */
  readonly step: number;
}

function Cell({ hour, number, step }: CellProps): JSX.Element {
  if (!hour.isOpen && hour.visits === 0) {
    return (
      <td class="busy-hours_cell busy-hours_cell-closed">
        <span aria-hidden="true">{'–'}</span>
        <span class="visually-hidden">{m.insights_busy_closed()}</span>
      </td>
    );
  }
  return <td class={`busy-hours_cell busy-hours_cell-${step}`}>{numberText(number)}</td>;
}

function Sums({ days }: { readonly days: readonly BusyDay[] }): JSX.Element {
  const hours = days[0]?.hours ?? [];
  return (
    <tfoot>
      <tr>
        <th class="busy-hours_day" scope="row">
          {m.insights_busy_all()}
        </th>
        {hours.map(({ hour }, place) => (
          <td class="busy-hours_sum" key={hour}>
            {numberText(sumOf(days.map((day) => day.hours[place]?.visits ?? 0)))}
          </td>
        ))}
        <td class="busy-hours_sum">
          {numberText(sumOf(days.flatMap((day) => day.hours.map(visitsIn))))}
        </td>
      </tr>
    </tfoot>
  );
}

/** Monday is Mon: the rest is for those who listen. */
const shortName = 3;
const steps = 5;

// Five equal steps up to the fullest hour, above a step of its own for an hour in which nobody
// came.
function stepOf(share: number, max: number): number {
  return share === 0 ? 1 : 1 + Math.max(1, Math.ceil((steps * share) / max));
}

function shareOf({ days }: BusyDay, { visits }: BusyHour): number {
  return visits / Math.max(1, days);
}

function visitsIn({ visits }: BusyHour): number {
  return visits;
}
