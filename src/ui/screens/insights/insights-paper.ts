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
  fullestWeekText,
  nextText,
  nextTitle,
  yearText,
} from '#i18n/insights-hours.ts';
import { dayText, numberText, weekdayName } from '#i18n/format.ts';
import { sumOf } from '#lib/statistics.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import type { DocumentInput, DocumentPart, FigureRow } from '#paper/sheets/document-sheets.ts';
import { pageFootWords } from '#ui/screens/paper/page-foot-words.ts';
import { m } from '#ui/messages.ts';

export interface InsightsPaperSource {
  readonly view: ShopInsights;
  readonly period: InsightsPeriod;
  readonly settings: Settings;
}

/** The page as pages of words, hours as a table. No names: paper lies about. */
export function insightsPaper({ view, period, settings }: InsightsPaperSource): DocumentInput {
  return {
    size: pageSizes[settings.paper],
    head: {
      shop: settings.shopName,
      title: m.shell_insights(),
      lead: m.insights_paper_lead({ day: dayText(view.today, view.today) }),
    },
    foot: pageFootWords(view.today),
    parts: [
      ...peopleParts(period, settings, view),
      ...part(m.insights_busy(), [busiestText(view.busy, view.today)]),
      ...hoursIn(view),
      ...part(m.insights_year(), said(yearText(view.year), fullestWeekText(view.year, view.today))),
      ...effectsPart({ view, period, settings }),
      ...(view.next === null ? [] : part(nextTitle(view.next, view.today), [nextText(view.next)])),
    ],
  };
}

function part(title: string, lines: readonly string[]): readonly DocumentPart[] {
  return [
    { kind: 'heading', text: title },
    ...lines.map((text) => ({ kind: 'line', text }) as const),
  ];
}

function peopleParts(
  period: InsightsPeriod,
  { kindRules }: Settings,
  { today }: ShopInsights,
): readonly DocumentPart[] {
  const counts = knownCounts(period).map((count) => {
    const number = period.groups[count].length;
    const words = `${numberText(number)} ${countWord(count, number)}`;
    const change = changeText(count, period);
    return change === undefined ? words : m.insights_paper_change({ words, change });
  });
  const moves = segmentMoves
    .filter((move) => period.groups[move].length > 0)
    .map((move) => moveText(move, period.groups[move].length));
  return [
    ...part(shareText(period, kindRules), said(shareCountsText(period), ...counts)),
    ...(moves.length === 0 ? [] : part(movedSinceText(today, period.span), moves)),
  ];
}

function effectsPart({ view, settings }: InsightsPaperSource): readonly DocumentPart[] {
  const { help, today } = view;
  const { all } = help;
  return part(
    m.insights_help(),
    said(
      gestureReturnText(help, today),
      all.hasEnoughData ? withoutText(all) : undefined,
      all.given === 0 ? undefined : verdictText(all),
      ...help.byReason.map(reasonReturnText),
      givenText(help, settings.amounts ? settings.currency : null, today),
    ),
  );
}

const shortName = 3;

/** Weekdays by hours, everything added up, with the sums at the end and below. */
function hoursIn({ busy }: ShopInsights): readonly DocumentPart[] {
  if (busy.busiest === null) return [];
  const hours = busy.days[0]?.hours.map(({ hour }) => hour) ?? [];
  const visits = busy.days.map((day) => day.hours.map((each) => each.visits));
  const sums = hours.map((_, place) => sumOf(visits.map((row) => row[place] ?? 0)));
  const rows: readonly FigureRow[] = [
    { name: '', figures: [...hours.map(String), m.insights_busy_all()] },
    ...busy.days.map(({ weekday }, place) => ({
      name: weekdayName(weekday).slice(0, shortName),
      figures: withSum(visits[place] ?? []),
    })),
    { name: m.insights_busy_all(), figures: withSum(sums) },
  ];
  return [{ kind: 'figures', rows }];
}

function withSum(row: readonly number[]): readonly string[] {
  return [...row, sumOf(row)].map((count) => numberText(count));
}

function said(...lines: readonly (string | undefined)[]): readonly string[] {
  return lines.filter((line) => line !== undefined);
}
