// Who gets a word, a card or an offer this week, and why; and of everybody else, why not. The same histories, settings and day always give
// the same list, in whatever order the histories come.

import { isKnown, type History } from '#domain/visits/history.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Exclusion, WeekSuggestions } from '#domain/week/suggestion.ts';
import { mondayOf, type Day } from '#lib/day.ts';
import { allotted, promisedIn } from './allocate.ts';
import type { ShopBeliefs } from '#engine/forecast/fitted-model.ts';
import { candidateOf, type Candidate, type LeftOut } from './candidates.ts';
import type { GestureEffects } from '#engine/experiments/effects.ts';
import { nearestFirst } from './sort-by-score.ts';
import { defaultSuggestParams, type SuggestParams } from './params.ts';
import { personOf } from '#engine/profile/profile.ts';
import { shopOf } from '#engine/profile/cohort.ts';

/** All that a week's list depends on. */
export interface SuggestSource {
  /** Every present customer's history: not joined into another, forgotten or taken back. */
  readonly histories: readonly History[];
  readonly settings: Settings;
  readonly today: Day;
  /** What the shop has learned; undefined before it has. */
  readonly beliefs?: ShopBeliefs | undefined;
  /** What cards and offers did so far; undefined before anything was given. */
  readonly effects?: GestureEffects | undefined;
  /** Which shop draws the lot, when its owner asked for it; null when nobody is drawn. */
  readonly lotOf?: string | null;
  /** How needs are weighed; the defaults unless a study says otherwise. */
  readonly params?: SuggestParams;
}

/** The list of the week that `today` lies in. */
export function suggest({
  histories,
  settings,
  today,
  beliefs,
  effects,
  lotOf = null,
  params = defaultSuggestParams,
}: SuggestSource): WeekSuggestions {
  const week = mondayOf(today);
  const rules = settings.kindRules;
  const shop = shopOf({ histories, calendar: settings, rules, today, beliefs });
  const cases = histories
    .filter((history) => isKnown(history) || shop.referrals.has(history.customerId))
    .map((history) => personOf(history, shop, rules))
    .map((person) => candidateOf({ person, settings, params, effects }));
  const standing = nearestFirst(cases.filter((each) => each.kind === 'candidate'));
  const candidates = nearestFirst(mixed(standing, params.sameAgain));
  const promised = promisedIn(histories, week);
  const allotment = allotted({ candidates, settings, promised, week, params, effects, lotOf });
  const leftOut = [...allotment.leftOut, ...cases.filter((each) => each.kind === 'left-out')];
  return {
    week,
    lookedAt: cases.length,
    suggestions: allotment.suggestions,
    heldOut: allotment.heldOut,
    exclusions: nearestFirst(leftOut).map(exclusionOf),
    promisedMoney: promised.money,
    promisedPieces: promised.pieces,
  };
}

// Each further person with the same occasion stands a little lower, so that a week is not eight times the same story.
function mixed(candidates: readonly Candidate[], sameAgain: number): readonly Candidate[] {
  const before = new Map<Candidate['occasion'], number>();
  return candidates.map((candidate) => {
    const alike = before.get(candidate.occasion) ?? 0;
    before.set(candidate.occasion, alike + 1);
    return candidate.isAnswer
      ? candidate
      : { ...candidate, score: candidate.score - alike * sameAgain };
  });
}

function exclusionOf({ customerId, name, bar }: LeftOut): Exclusion {
  return { customerId, name, ...bar };
}
