import type { JSX } from 'preact';
import {
  doingCounts,
  doingSpans,
  groupKey,
  visitsToTell,
  type DoingCount,
  type DoingPeriod,
  type DoingSpan,
  type DoingView,
} from '#domain/week/insights.ts';
import { changeText, countWord, shareCountsText, shareText } from '#i18n/insights.ts';
import { countText, dayText } from '#i18n/format.ts';
import { useDoing } from './use-insights.ts';
import { usePress } from '#ui/hooks/use-printer.ts';
import { useSettings } from '#ui/hooks/use-settings.ts';
import type { BadgeTone } from '#ui/parts/customers/badge.tsx';
import { Button } from '#ui/parts/controls/button.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { NumberLinks } from '#ui/parts/charts/number-links.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { Segments } from '#ui/parts/controls/segmented-control.tsx';
import { PrintRoot } from '#ui/print/print-root.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import './insights.css';
import { HelpCard } from './effects-card.tsx';
import { HoursCard } from './hours-card.tsx';
import { MovesCard } from './moves-card.tsx';
import { NextCard } from './next-open-day-card.tsx';
import { paperOf } from './insights-paper.tsx';
import { WeeksCard } from './weeks-card.tsx';

/** Once a month: are regulars staying, when do people come, do our gestures work, and what to expect next. */
export function DoingScreen(): JSX.Element {
  const { view, span, setSpan } = useDoing();
  if (view === undefined) {
    return (
      <Page title={m.shell_insights()}>
        <Progress label={m.insights_thinking()} text="" done={null} />
      </Page>
    );
  }
  const period = view.periods.find((each) => each.span === span);
  if (view.visits < visitsToTell || period === undefined) return <TooSoon visits={view.visits} />;
  return <Doing view={view} period={period} onSpan={setSpan} />;
}

interface DoingProps {
  readonly view: DoingView;
  readonly period: DoingPeriod;
  readonly onSpan: (span: DoingSpan) => void;
}

function Doing({ view, period, onSpan }: DoingProps): JSX.Element {
  const settings = useSettings();
  const { print } = usePress(settings.paper);
  const counts = shareCountsText(period);
  return (
    <Page
      title={m.shell_insights()}
      beside={dayText(view.today, view.today)}
      actions={
        <>
          <Segments
            label={m.insights_spans()}
            options={doingSpans.map((span) => ({ value: span, word: spanWords[span]() }))}
            value={period.span}
            onChange={onSpan}
          />
          <Button icon={<OwnerIcon name="printer" size="beside" />} onPress={() => void print()}>
            {m.insights_print()}
          </Button>
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
          links={doingCounts.map((count) => numberLink(count, period))}
        />
        <div class="insights_pair">
          <div class="insights_side">
            {view.next === null ? null : <NextCard next={view.next} />}
            <MovesCard period={period} />
            <HelpCard help={view.help} />
          </div>
          <div class="insights_side">
            <HoursCard busy={view.busy} />
            <WeeksCard year={view.year} />
          </div>
        </div>
      </div>
      <PrintRoot>{paperOf({ view, period, settings })}</PrintRoot>
    </Page>
  );
}

function numberLink(count: DoingCount, period: DoingPeriod) {
  const number = period.groups[count].length;
  return {
    key: count,
    tone: tones[count],
    number,
    word: countWord(count, number),
    note: changeText(count, period),
    href: formatRoute({ kind: 'doing-people', group: groupKey(count, period.span) }),
  };
}

/** Said instead of empty charts. */
function TooSoon({ visits }: Pick<DoingView, 'visits'>): JSX.Element {
  return (
    <Page title={m.shell_insights()}>
      <Empty title={m.insights_soon({ enough: visitsToTell, count: countText(visits) })}>
        {m.insights_soon_words()}
      </Empty>
    </Page>
  );
}

const tones: Readonly<Record<DoingCount, BadgeTone>> = {
  regular: 'regular',
  rising: 'more',
  slipping: 'less',
  new: 'new',
};

const spanWords: Readonly<Record<DoingSpan, () => string>> = {
  28: m.insights_span_month,
  91: m.insights_span_quarter,
  364: m.insights_span_year,
};
