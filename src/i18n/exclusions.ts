// Why somebody is not on this week's list, in words. The name is said by the place that shows it. A
// rule without a sentence does not compile.

import type { Exclusion } from '#domain/week/suggestion.ts';
import { m } from './catalogue.ts';
import { countText, dayText, moneyShort, type Wording, countFirst } from './format.ts';

type ExclusionByRule = { readonly [Each in Exclusion as Each['rule']]: Each };
type Sayings = {
  readonly [Rule in keyof ExclusionByRule]: (
    exclusion: ExclusionByRule[Rule],
    wording: Wording,
  ) => string;
};

export function exclusionSentence(exclusion: Exclusion, wording: Wording): string {
  return said(exclusion.rule, exclusion, wording);
}

function said<Rule extends keyof ExclusionByRule>(
  rule: Rule,
  exclusion: ExclusionByRule[Rule],
  wording: Wording,
): string {
  return sayings[rule](exclusion, wording);
}

const sayings: Sayings = {
  young: () => m.exclusions_young(),
  'owner-said-no': () => m.exclusions_owner_said_no(),
  'passing-through': () => m.exclusions_passing_through(),
  waiting: ({ since }, { today }) => m.exclusions_waiting({ day: dayText(since, today) }),
  resting: ({ thanked, restWeeks }, { today }) =>
    m.exclusions_resting({ day: dayText(thanked, today), ...counted(restWeeks) }),
  skipped: ({ skipped, skipWeeks }, { today }) =>
    m.exclusions_skipped({ day: dayText(skipped, today), ...counted(skipWeeks) }),
  'decided-this-week': ({ week }, { today }) =>
    m.exclusions_decided_this_week({ day: dayText(week, today) }),
  'no-post': () => m.exclusions_no_post(),
  'nothing-stands-out': () => m.exclusions_nothing_stands_out(),
  'too-few-facts': () => m.exclusions_too_few_facts(),
  'only-for-offers': ({ reduced, of }) =>
    m.exclusions_only_for_offers({ reduced: countFirst(reduced), of: countText(of) }),
  'lives-elsewhere': () => m.exclusions_lives_elsewhere(),
  'came-once': ({ day, silentDays }, { today }) =>
    m.exclusions_came_once({ day: dayText(day, today), silent: silentDays }),
  'long-gone': ({ last, silentDays }, { today }) =>
    m.exclusions_long_gone({ day: dayText(last, today), silent: silentDays }),
  'over-budget': ({ cost, left }, { currency }) =>
    m.exclusions_over_budget({
      cost: moneyShort(cost, currency),
      left: moneyShort(left, currency),
    }),
  'places-full': ({ pieces }) => m.exclusions_places_full({ pieces, words: countText(pieces) }),
};

function counted(weeks: number): { readonly weeks: number; readonly words: string } {
  return { weeks, words: countText(weeks) };
}
