import type { JSX } from 'preact';
import {
  knownCounts,
  segmentMoves,
  type InsightsPeriod,
  type ShopInsights,
} from '#domain/week/insights.ts';
import type { Settings } from '#domain/shop/settings.ts';
import {
  changeText,
  countWord,
  movedSinceText,
  moveText,
  shareCountsText,
  shareText,
} from '#i18n/insights.ts';
import {
  givenText,
  gestureReturnText,
  reasonReturnText,
  verdictText,
  withoutText,
} from '#i18n/insights-effects.ts';
import {
  busiestText,
  busyTableCaption,
  fullestWeekText,
  nextText,
  nextTitle,
  yearText,
} from '#i18n/insights-hours.ts';
import { dayText, numberText } from '#i18n/format.ts';
import { BusyHoursChart } from '#ui/parts/charts/busy-hours.tsx';
import { InsightsSheet, type SheetPart } from '#ui/print/insights-sheet.tsx';
import { m } from '#ui/messages.ts';

export interface InsightsPaperSource {
  readonly view: ShopInsights;
  readonly period: InsightsPeriod;
  readonly settings: Settings;
}

/** The page on one sheet, hours as a table. No names: paper lies about. */
export function insightsPaper(source: InsightsPaperSource): JSX.Element {
  const { view, period, settings } = source;
  return (
    <InsightsSheet
      paper={settings.paper}
      words={{
        shop: settings.shopName,
        title: m.shell_insights(),
        lead: m.insights_paper_lead({ day: dayText(view.today, view.today) }),
      }}
      parts={[
        ...peopleParts(period, settings, view),
        {
          title: m.insights_busy(),
          lines: [busiestText(view.busy, view.today)],
          picture: hoursOn(view),
        },
        {
          title: m.insights_year(),
          lines: said(yearText(view.year), fullestWeekText(view.year, view.today)),
        },
        effectsPart(source),
        ...(view.next === null
          ? []
          : [{ title: nextTitle(view.next, view.today), lines: [nextText(view.next)] }]),
      ]}
    />
  );
}

function peopleParts(
  period: InsightsPeriod,
  { kindRules }: Settings,
  { today }: ShopInsights,
): readonly SheetPart[] {
  const counts = knownCounts(period).map((count) => {
    const number = period.groups[count].length;
    const words = `${numberText(number)} ${countWord(count, number)}`;
    const change = changeText(count, period);
    return change === undefined ? words : `${words}: ${change.toLowerCase()}`;
  });
  const moves = segmentMoves
    .filter((move) => period.groups[move].length > 0)
    .map((move) => moveText(move, period.groups[move].length));
  return [
    { title: shareText(period, kindRules), lines: said(shareCountsText(period), ...counts) },
    ...(moves.length === 0 ? [] : [{ title: movedSinceText(today, period.span), lines: moves }]),
  ];
}

function effectsPart({ view, settings }: InsightsPaperSource): SheetPart {
  const { help, today } = view;
  const { all } = help;
  return {
    title: m.insights_help(),
    lines: said(
      gestureReturnText(help, today),
      all.hasEnoughData ? withoutText(all) : undefined,
      all.given === 0 ? undefined : verdictText(all),
      ...help.byReason.map(reasonReturnText),
      givenText(help, settings.amounts ? settings.currency : null, today),
    ),
  };
}

function hoursOn({ busy, today }: ShopInsights): JSX.Element | undefined {
  if (busy.busiest === null) return undefined;
  return (
    <BusyHoursChart busy={busy} unit="total" look="table" caption={busyTableCaption(busy, today)} />
  );
}

function said(...lines: readonly (string | undefined)[]): readonly string[] {
  return lines.filter((line) => line !== undefined);
}
