import type { JSX } from 'preact';
import './year-strip.css';

export interface YearStripProps {
  /** Visit days in each week, oldest first. */
  readonly weeks: readonly number[];
  /** The name of each month and the week it begins in. */
  readonly months: readonly { readonly week: number; readonly word: string }[];
  /** What the picture shows, in one sentence. */
  readonly label: string;
}

const barsHeight = 54;

/** A year as a row of bars, one for each week; a dot stands for a week without a visit. */
export function YearStripChart({ weeks, months, label }: YearStripProps): JSX.Element {
  const max = Math.max(2, ...weeks);
  const step = 100 / Math.max(1, weeks.length);
  return (
    <svg class="year-strip" role="img" aria-label={label}>
      {weeks.map((count, week) => (
        <rect
          key={week}
          class={count === 0 ? 'year-strip_bar year-strip_bar-none' : 'year-strip_bar'}
          x={`${week * step + 0.15 * step}%`}
          width={`${0.7 * step}%`}
          y={barsHeight - heightOf(count, max)}
          height={heightOf(count, max)}
          rx={count === 0 ? 2.5 : 3}
        />
      ))}
      <line class="year-strip_ground" x1="0" x2="100%" y1={barsHeight + 6} y2={barsHeight + 6} />
      {months.map(({ week, word }, place) => (
        <text
          key={week}
          class={place % 2 === 0 ? 'year-strip_month' : 'year-strip_month year-strip_month-odd'}
          x={`${week * step}%`}
          y={barsHeight + 28}
        >
          {word}
        </text>
      ))}
    </svg>
  );
}

function heightOf(count: number, max: number): number {
  return count === 0 ? 5 : Math.max(8, Math.round((barsHeight * count) / max));
}
