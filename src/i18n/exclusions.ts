// Why somebody is not on this week's list, in words. The name is said by the place that shows it. A rule without a sentence does not compile.

import type { Exclusion } from '#domain/suggestion.ts';
import * as m from './compiled/messages.js';
import { capital, countText, dayText, moneyShort, type Wording } from './format.ts';

/** The rule that kept somebody off, with its facts. */
export function exclusionSentence(exclusion: Exclusion, wording: Wording): string {
  const { today, currency } = wording;
  switch (exclusion.rule) {
    case 'resting':
      return m.exclusions_resting({
        day: dayText(exclusion.thanked, today),
        ...weeks(exclusion.restWeeks),
      });
    case 'skipped':
      return m.exclusions_skipped({
        day: dayText(exclusion.skipped, today),
        ...weeks(exclusion.skipWeeks),
      });
    case 'waiting':
      return m.exclusions_waiting({ day: dayText(exclusion.since, today) });
    case 'decided-this-week':
      return m.exclusions_decided_this_week({ day: dayText(exclusion.week, today) });
    case 'over-budget':
      return m.exclusions_over_budget({
        cost: moneyShort(exclusion.cost, currency),
        left: moneyShort(exclusion.left, currency),
      });
    case 'places-full':
      return m.exclusions_places_full({
        pieces: exclusion.pieces,
        words: countText(exclusion.pieces),
      });
    default:
      return personalSentence(exclusion, today);
  }
}

type Personal = Exclude<
  Exclusion,
  {
    readonly rule:
      | 'resting'
      | 'skipped'
      | 'waiting'
      | 'decided-this-week'
      | 'over-budget'
      | 'places-full';
  }
>;

function personalSentence(exclusion: Personal, today: Wording['today']): string {
  switch (exclusion.rule) {
    case 'owner-said-no':
      return m.exclusions_owner_said_no();
    case 'passing-through':
      return m.exclusions_passing_through();
    case 'no-post':
      return m.exclusions_no_post();
    case 'nothing-stands-out':
      return m.exclusions_nothing_stands_out();
    case 'too-few-facts':
      return m.exclusions_too_few_facts();
    case 'lives-elsewhere':
      return m.exclusions_lives_elsewhere();
    case 'only-for-offers':
      return m.exclusions_only_for_offers({
        reduced: capital(countText(exclusion.reduced)),
        of: countText(exclusion.of),
      });
    case 'came-once':
      return m.exclusions_came_once({
        day: dayText(exclusion.day, today),
        silent: exclusion.silentDays,
      });
    case 'long-gone':
      return m.exclusions_long_gone({
        day: dayText(exclusion.last, today),
        silent: exclusion.silentDays,
      });
  }
}

function weeks(count: number): { readonly weeks: number; readonly words: string } {
  return { weeks: count, words: countText(count) };
}
