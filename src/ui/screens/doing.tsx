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
} from '#domain/doing.ts';
import { changeText, countWord, shareCountsText, shareText } from '#i18n/doing.ts';
import { countText, dayText } from '#i18n/format.ts';
import { useDoing } from '../hooks/use-doing.ts';
import { usePress } from '../hooks/use-press.ts';
import { useSettings } from '../hooks/use-settings.ts';
import type { BadgeTone } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { NumberLinks } from '../parts/number-links.tsx';
import { OwnerIcon } from '../parts/owner-icon.tsx';
import { Page } from '../parts/page.tsx';
import { Progress } from '../parts/progress.tsx';
import { Segments } from '../parts/segments.tsx';
import { PrintRoot } from '../print/print-root.tsx';
import { formatRoute } from '../routes.ts';
import { m } from '../words.ts';
import './doing.css';
import { HelpCard } from './doing/help-card.tsx';
import { HoursCard } from './doing/hours-card.tsx';
import { MovesCard } from './doing/moves-card.tsx';
import { NextCard } from './doing/next-card.tsx';
import { paperOf } from './doing/paper.tsx';
import { WeeksCard } from './doing/weeks-card.tsx';

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
      <div class="doing">
        <div>
          <p class="type_sentence">{shareText(period, settings.kindRules)}</p>
          {counts === undefined ? null : <p class="type_sub">{counts}</p>}
        </div>
        <NumberLinks
          label={m.insights_segments()}
          links={doingCounts.map((count) => numberLink(count, period))}
        />
        <div class="doing_pair">
          <div class="doing_side">
            {view.next === null ? null : <NextCard next={view.next} />}
            <MovesCard period={period} />
            <HelpCard help={view.help} />
          </div>
          <div class="doing_side">
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
