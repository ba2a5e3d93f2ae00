import { thankYouGroups, type ThankYou, type ThankYouList } from '#app/week/thank-you-list.ts';
import {
  countText,
  dayText,
  weekdayDayText,
  type Wording,
  weekDaysText,
  countFirst,
} from '#i18n/format.ts';
import { decidedText, handwrittenLine } from '#i18n/gestures.ts';
import { offerAdviceText } from '#i18n/offers.ts';
import { whyLineOnPaper } from '#i18n/reasons.ts';
import { addDays, type Day } from '#lib/day.ts';
import type { FootWords, HeadWords } from '#paper/page-parts.ts';
import type { ThankYouRow } from '#paper/sheets/table-sheets.ts';
import { m } from '#ui/messages.ts';

/** A heading for each group, its people, and a last row for somebody the owner thought of. */
export function listRowsOf(
  { thankYous, week }: ThankYouList,
  wording: Wording,
): readonly ThankYouRow[] {
  const groups = thankYouGroups.flatMap((group): readonly ThankYouRow[] => {
    const people = thankYous.filter((each) => each.group === group);
    if (people.length === 0) return [];
    return [
      { kind: 'group', words: groupWords[group]() },
      ...people.map((each) => personRow(each, { wording, week })),
    ];
  });
  return [...groups, { kind: 'own', words: m.print_own() }];
}

interface RowSource {
  readonly wording: Wording;
  /** The Monday of the list. */
  readonly week: Day;
}

export interface ListWords {
  readonly head: HeadWords;
  readonly foot: FootWords;
}

export function listWordsOf(list: ThankYouList, shop: string, wording: Wording): ListWords {
  return {
    head: {
      shop,
      title: m.print_list_title({ days: weekDaysText(list.week) }),
      lead: leadOf(list),
    },
    foot: {
      start: m.print_printed({ day: weekdayDayText(wording.today, wording.today) }),
      middle: m.print_shred({ day: weekdayDayText(addDays(list.week, 6), wording.today) }),
      page: (page, pages) => m.print_page_of({ page, pages }),
    },
  };
}

const groupWords: Readonly<Record<ThankYou['group'], () => string>> = {
  answers: m.print_group_answers,
  cards: m.print_group_cards,
  offers: m.print_group_offers,
  earlier: m.print_group_earlier,
};

/** What paper, which is found, says instead of the day. */
function birthdayWordsFor({ group, reasons }: ThankYou, week: Day): string {
  if (group === 'earlier') return m.print_birthday_earlier();
  const isLater = reasons.some(
    (reason) => reason.code === 'birthday' && reason.day > addDays(week, 6),
  );
  return isLater ? m.print_birthday_soon() : m.print_birthday_this_week();
}

function personRow(each: ThankYou, { wording, week }: RowSource): ThankYouRow {
  const { name, gesture: kind, words, reasons, group, since } = each;
  const advice = each.advice === null ? '' : offerAdviceText(each.advice, wording);
  const birthday = birthdayWordsFor(each, week);
  const why = whyLineOnPaper(reasons, wording, birthday);
  const waits = group === 'earlier' ? m.print_since({ day: dayText(since, wording.today) }) : '';
  return {
    kind: 'person',
    name,
    what: decidedText({ kind, words, reasons }),
    why: [waits, why, advice].filter((part) => part !== '').join(' '),
    line: handwrittenLine({ kind, words, reasons }, wording) ?? '',
  };
}

function leadOf({ thankYous }: ThankYouList): string {
  const earlier = thankYous.filter(({ group }) => group === 'earlier').length;
  const now = thankYous.length - earlier;
  if (now === 0) return m.print_list_lead_none({ words: countText(earlier) });
  const waiting =
    earlier === 0 ? '' : m.print_list_and_earlier({ count: earlier, words: countText(earlier) });
  return m.print_list_lead({ count: now, words: countFirst(now), waiting });
}
