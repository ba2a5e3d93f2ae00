import type { JSX } from 'preact';
import type { YearOfWeeks } from '#domain/week/insights.ts';
import { fullestWeekText, weeksToDraw, yearText } from '#i18n/insights-hours.ts';
import { shortMonth } from '#i18n/story.ts';
import { addDays, type Day } from '#lib/day.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { YearStripChart } from '#ui/parts/charts/year-strip.tsx';
import { m } from '#ui/messages.ts';

/** Too near the end of the strip for a month's name to fit. */
const lastNamedWeek = 49;

export function WeeksCard({ year }: { readonly year: YearOfWeeks }): JSX.Element {
  const today = useToday();
  const fullest = fullestWeekText(year, today);
  return (
    <Card title={m.insights_year()}>
      <div class="insights_year">
        <p>{yearText(year)}</p>
        {fullest === undefined ? null : <p>{fullest}</p>}
        {year.known < weeksToDraw ? null : (
          <div class="insights_strip">
            <YearStripChart
              weeks={year.weeks}
              months={monthsIn(year)}
              label={m.insights_year_picture({ weeks: year.weeks.length, busiest: fullest ?? '' })}
            />
          </div>
        )}
      </div>
    </Card>
  );
}

// Each month stands at the week in which it begins.
export function monthsIn({
  from,
  weeks,
}: Pick<YearOfWeeks, 'from' | 'weeks'>): readonly { week: number; word: string }[] {
  return weeks.flatMap((_, week) => {
    const first = firstOfMonthIn(addDays(from, 7 * week));
    return first === undefined || week > lastNamedWeek ? [] : { week, word: shortMonth(first) };
  });
}

function firstOfMonthIn(monday: Day): Day | undefined {
  const days = [0, 1, 2, 3, 4, 5, 6].map((count) => addDays(monday, count));
  return days.find((day) => day.endsWith('-01'));
}
