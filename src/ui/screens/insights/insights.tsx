import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Roster } from '#app/customers/roster.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import {
  knownCounts,
  insightsSpans,
  groupKey,
  minVisitsForInsights,
  type InsightsCount,
  type InsightsPeriod,
  type InsightsSpan,
  type ShopInsights,
} from '#domain/week/insights.ts';
import { changeText, countWord, shareCountsText, shareText } from '#i18n/insights.ts';
import { countText, dayText, shortNamesText } from '#i18n/format.ts';
import { useInsights } from './use-insights.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import type { BadgeTone } from '#ui/parts/customers/badge.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { NumberLinks } from '#ui/parts/charts/number-links.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { SegmentedControl } from '#ui/parts/controls/segmented-control.tsx';
import { HelpLink } from '#ui/screens/help/help-link.tsx';
import { DocumentKeys } from '#ui/screens/paper/document-keys.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import './insights.css';
import { EffectsCard } from './effects-card.tsx';
import { HoursCard } from './hours-card.tsx';
import { MovesCard } from './moves-card.tsx';
import { NextOpenDayCard } from './next-open-day-card.tsx';
import { insightsPaper } from './insights-paper.ts';
import { TakingsCard } from './takings-card.tsx';
import { WeeksCard } from './weeks-card.tsx';

/** Are regulars staying, when do people come, do gestures work, and what comes next. */
export function InsightsScreen(): JSX.Element {
  const { view, span, setSpan } = useInsights();
  if (view === undefined) {
    return (
      <Page title={m.shell_insights()}>
        <Progress label={m.insights_thinking()} text="" done={null} />
      </Page>
    );
  }
  const period = view.periods.find((each) => each.span === span);
  if (view.visits < minVisitsForInsights || period === undefined)
    return <TooSoon visits={view.visits} />;
  return <Insights view={view} period={period} onSpan={setSpan} />;
}

interface InsightsProps {
  readonly view: ShopInsights;
  readonly period: InsightsPeriod;
  readonly onSpan: (span: InsightsSpan) => void;
}

function Insights({ view, period, onSpan }: InsightsProps): JSX.Element {
  const settings = useSettings();
  const { roster } = useRoster();
  const paper = useMemo(() => insightsPaper({ view, period, settings }), [view, period, settings]);
  const counts = shareCountsText(period);
  return (
    <Page
      title={m.shell_insights()}
      aside={dayText(view.today, view.today)}
      actions={
        <>
          <SegmentedControl
            label={m.insights_spans()}
            options={insightsSpans.map((span) => ({ value: span, word: spanWords[span]() }))}
            value={period.span}
            onChange={onSpan}
          />
          <DocumentKeys document={paper} name={m.shell_insights()} />
        </>
      }
    >
      <div class="insights">
        <div>
          <p class="type_sentence">{shareText(period, settings.kindRules)}</p>
          {counts === undefined ? null : <p class="type_sub">{counts}</p>}
        </div>
        <NumberLinks
          label={m.insights_segments()}
          links={knownCounts(period).map((count) => ({
            ...numberLink(count, period),
            names: shortNamesText(namesOf(roster, period.groups[count])),
          }))}
        />
        <div class="insights_pair">
          <div class="insights_side">
            {view.next === null ? null : <NextOpenDayCard next={view.next} />}
            <MovesCard period={period} />
            <EffectsCard help={view.help} />
          </div>
          <div class="insights_side">
            <HoursCard busy={view.busy} />
            <WeeksCard year={view.year} />
            {view.takings === null ? null : <TakingsCard takings={view.takings} />}
          </div>
        </div>
      </div>
    </Page>
  );
}

function namesOf(roster: Roster, ids: readonly CustomerId[]): readonly string[] {
  return ids.flatMap((id) => roster.person(id)?.customer.name ?? []);
}

function numberLink(count: InsightsCount, period: InsightsPeriod) {
  const number = period.groups[count].length;
  return {
    key: count,
    tone: tones[count],
    number,
    word: countWord(count, number),
    note: changeText(count, period),
    href: formatRoute({ kind: 'insights-people', group: groupKey(count, period.span) }),
  };
}

/** Said instead of empty charts. */
function TooSoon({ visits }: Pick<ShopInsights, 'visits'>): JSX.Element {
  return (
    <Page title={m.shell_insights()}>
      <Empty
        title={m.insights_soon({ enough: minVisitsForInsights, count: countText(visits) })}
        action={<HelpLink name="list" />}
      >
        {m.insights_soon_words()}
      </Empty>
    </Page>
  );
}

const tones: Readonly<Record<InsightsCount, BadgeTone>> = {
  regular: 'regular',
  rising: 'more',
  slipping: 'less',
  new: 'new',
};

const spanWords: Readonly<Record<InsightsSpan, () => string>> = {
  28: m.insights_span_month,
  91: m.insights_span_quarter,
  364: m.insights_span_year,
};
