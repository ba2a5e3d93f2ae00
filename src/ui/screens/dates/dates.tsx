import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { nextDays } from '#app/week/dates.ts';
import type { DateAhead } from '#domain/week/date-ahead.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { SegmentedControl } from '#ui/parts/controls/segmented-control.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Columns, Page } from '#ui/parts/layout/page.tsx';
import { RowList } from '#ui/parts/layout/row.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { ExportRow } from '#ui/screens/export/export-row.tsx';
import { DateLine } from './date-line.tsx';
import { dateKey } from './date-words.ts';
import { DatesOnPaper } from './dates-on-paper.tsx';
import './dates.css';
import { useDates } from './use-dates.ts';

const spans = [30, 60, 365] as const;

type Span = (typeof spans)[number];

/** So many are drawn at a time. */
const pageSize = 60;

/** Birthdays, years with the shop and milestones that are near, each a card away. */
export function DatesScreen(): JSX.Element {
  const today = useToday();
  const [span, setSpan] = useState<Span>(30);
  const [isAll, setAll] = useState(false);
  const dates = useDates(nextDays(today, span));
  const shown = dates?.filter(({ isSeenLately }) => isAll || isSeenLately) ?? null;
  return (
    <Page
      title={m.dates_title()}
      lead={m.dates_lead()}
      back={{ href: formatRoute({ kind: 'week' }), word: m.week_title() }}
      actions={
        <SegmentedControl<Span>
          label={m.dates_span()}
          options={spans.map((value) => ({ value, word: spanWords[value]() }))}
          value={span}
          onChange={setSpan}
        />
      }
    >
      <Columns kind="aside">
        <Card>
          {shown === null ? (
            <Progress label={m.dates_finding()} text="" done={null} />
          ) : shown.length === 0 ? (
            <Empty title={m.dates_none()} />
          ) : (
            <DateLines key={`${span} ${isAll}`} dates={shown} />
          )}
        </Card>
        {/* On a phone it stands below the list, which would push it down. */}
        {shown === null ? null : (
          <div class="dates_aside">
            <Card>
              <Toggle
                label={m.dates_all()}
                hint={m.dates_all_hint()}
                checked={isAll}
                onChange={setAll}
              />
            </Card>
            <DatesOnPaper isAll={isAll} />
            <Card>
              <RowList>
                <ExportRow
                  form={{ kind: 'calendar' }}
                  title={m.dates_calendar()}
                  hint={m.dates_calendar_hint()}
                />
              </RowList>
            </Card>
          </div>
        )}
      </Columns>
    </Page>
  );
}

function DateLines({ dates }: { readonly dates: readonly DateAhead[] }): JSX.Element {
  const [limit, setLimit] = useState(pageSize);
  return (
    <>
      <ul class="dates">
        {dates.slice(0, limit).map((date) => (
          <li class="line_ruled" key={dateKey(date)}>
            <DateLine date={date} />
          </li>
        ))}
      </ul>
      {dates.length > limit ? (
        <Button width="full" onPress={() => setLimit(limit + pageSize)}>
          {m.dates_more()}
        </Button>
      ) : null}
    </>
  );
}

const spanWords: Readonly<Record<Span, () => string>> = {
  30: m.dates_30,
  60: m.dates_60,
  365: m.dates_year,
};
