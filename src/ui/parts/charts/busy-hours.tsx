import type { JSX } from 'preact';
import type { BusyDay, BusyHour, BusyHours as Hours } from '#domain/week/insights.ts';
import { weekdayName, weekdayShortName } from '#i18n/format.ts';
import { numberText } from '#i18n/format.ts';
import { weekdaysInOrder } from '#i18n/language/weekdays-in-order.ts';
import { sumOf } from '#lib/statistics.ts';
import { m } from '#ui/messages.ts';
import '#ui/style/people-colours.css';
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

/**
 * Weekdays by hours as a table: the colour only repeats the number in each cell. A shop open day
 * and night has more hours than fit side by side: there they stand one below the other.
 */
export function BusyHoursChart({ busy, unit, look, caption }: BusyHoursProps): JSX.Element {
  const hours = busy.days[0]?.hours ?? [];
  const ordered = weekdaysInOrder().flatMap((each) =>
    busy.days.filter(({ weekday }) => weekday === each),
  );
  const isLong = hours.length > maxAcross;
  const days = ordered.map((day) => day.hours.map((hour): Counted => ({ day, hour })));
  const lines = isLong ? turned(days) : days;
  const dayHeads = ordered.map(({ weekday }) => <DayName key={weekday} weekday={weekday} />);
  const hourHeads = hours.map(({ hour }) => <HourName key={hour} hour={hour} />);
  const shape = isLong ? ' busy-hours_table-long' : '';
  return (
    // It scrolls sideways where room is short, and a keyboard must be able to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls has to be reached
    <div class="busy-hours" role="region" aria-label={caption} tabIndex={0}>
      <table class={`busy-hours_table busy-hours_table-${look}${shape}`}>
        <caption class="visually-hidden">{caption}</caption>
        <Heads corner={isLong ? m.insights_busy_hours() : m.insights_busy_day()} look={look}>
          {isLong ? dayHeads : hourHeads}
        </Heads>
        <tbody>
          {lines.map((line, place) => (
            <tr key={place}>
              <th class="busy-hours_day" scope="row">
                {isLong ? hourHeads[place] : dayHeads[place]}
              </th>
              <Cells line={line} unit={look === 'table' ? 'total' : unit} max={maxShare(busy)} />
              {look === 'table' ? <Sum of={line} /> : null}
            </tr>
          ))}
        </tbody>
        {look === 'table' ? <Sums lines={lines} /> : null}
      </table>
    </div>
  );
}

/** A cell: an hour of a weekday. */
interface Counted {
  readonly day: BusyDay;
  readonly hour: BusyHour;
}

/** So many hours stand side by side with room for a number in each. */
const maxAcross = 14;

/** Lines become columns. */
function turned(lines: readonly (readonly Counted[])[]): readonly (readonly Counted[])[] {
  return (lines[0] ?? []).map((_, place) => lines.flatMap((line) => line[place] ?? []));
}

function DayName({ weekday }: Pick<BusyDay, 'weekday'>): JSX.Element {
  const name = weekdayName(weekday);
  const short = weekdayShortName(weekday);
  return (
    <>
      {short}
      <span class="visually-hidden">{name.slice(name.startsWith(short) ? short.length : 0)}</span>
    </>
  );
}

function HourName({ hour }: Pick<BusyHour, 'hour'>): JSX.Element {
  return (
    <>
      <span aria-hidden="true">{hour}</span>
      <span class="visually-hidden">{m.insights_busy_hour({ hour })}</span>
    </>
  );
}

interface HeadsProps {
  readonly corner: string;
  readonly look: BusyHoursProps['look'];
  readonly children: readonly JSX.Element[];
}

function Heads({ corner, look, children }: HeadsProps): JSX.Element {
  return (
    <thead>
      <tr>
        <th scope="col">
          <span class="visually-hidden">{corner}</span>
        </th>
        {children.map((head) => (
          <th class="busy-hours_hour" key={head.key} scope="col">
            {head}
          </th>
        ))}
        {look === 'table' ? <th scope="col">{m.insights_busy_all()}</th> : null}
      </tr>
    </thead>
  );
}

interface CellsProps {
  readonly line: readonly Counted[];
  readonly unit: BusyHoursProps['unit'];
  /** The fullest cell of all. */
  readonly max: number;
}

function Cells({ line, unit, max }: CellsProps): JSX.Element {
  return (
    <>
      {line.map(({ day, hour }, place) => (
        <Cell
          key={place}
          hour={hour}
          number={unit === 'total' ? hour.visits : Math.round(shareOf(day, hour))}
          step={stepOf(shareOf(day, hour), max)}
        />
      ))}
    </>
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

function Sum({ of }: { readonly of: readonly Counted[] }): JSX.Element {
  return <td class="busy-hours_sum">{numberText(sumOf(of.map(({ hour }) => hour.visits)))}</td>;
}

function Sums({ lines }: { readonly lines: readonly (readonly Counted[])[] }): JSX.Element {
  return (
    <tfoot>
      <tr>
        <th class="busy-hours_day" scope="row">
          {m.insights_busy_all()}
        </th>
        {turned(lines).map((column, place) => (
          <Sum key={place} of={column} />
        ))}
        <Sum of={lines.flat()} />
      </tr>
    </tfoot>
  );
}

const steps = 5;

// Five equal steps up to the fullest hour, above a step of its own for an hour in which nobody
// came.
function stepOf(share: number, max: number): number {
  return share === 0 ? 1 : 1 + Math.max(1, Math.ceil((steps * share) / max));
}

function shareOf({ days }: BusyDay, { visits }: BusyHour): number {
  return visits / Math.max(1, days);
}

function maxShare({ days }: Hours): number {
  return Math.max(...days.flatMap((day) => day.hours.map((hour) => shareOf(day, hour))));
}
