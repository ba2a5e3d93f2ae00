// Who gets a word, a card or an offer this week, and why; and of everybody else, why not. The same
// histories, settings and day always give the same list, in whatever order the histories come.

import { isKnown, type History } from '#domain/visits/history.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Exclusion, WeekSuggestions } from '#domain/week/suggestion.ts';
import { mondayOf, type Day } from '#lib/day.ts';
import { allocate, committedIn } from './allocate.ts';
import type { FittedModel } from '#engine/forecast/fitted-model.ts';
import { candidateOf, type Candidate, type Excluded } from './candidates.ts';
import type { GestureEffects } from '#engine/experiments/effects.ts';
import { sortByScore } from './sort-by-score.ts';
import { defaultSuggestParams, type SuggestParams } from './params.ts';
import type { FeatureMemory } from '#engine/profile/feature-memory.ts';
import { profileOf } from '#engine/profile/profile.ts';
import { cohortOf, type Cohort } from '#engine/profile/cohort.ts';

/** All that a week's list depends on. */
export interface SuggestSource {
  /** Every present customer's history: not merged into another, erased or taken back. */
  readonly histories: readonly History[];
  readonly settings: Settings;
  readonly today: Day;
  /** What the shop has learned; undefined before it has. */
  readonly fittedModel?: FittedModel | undefined;
  /** What cards and offers did so far; undefined before anything was given. */
  readonly effects?: GestureEffects | undefined;
  /** The shop whose hold-out is on; null without one. */
  readonly holdOutShopId?: string | null;
  /** The defaults unless a study says otherwise. */
  readonly params?: SuggestParams;
  /** Features of the same people from an earlier thought. */
  readonly memory?: FeatureMemory | undefined;
}

/** The list of the week of `today`. */
export function suggest({
  histories,
  settings,
  today,
  fittedModel,
  effects,
  holdOutShopId = null,
  params = defaultSuggestParams,
  memory,
}: SuggestSource): WeekSuggestions {
  const week = mondayOf(today);
  const rules = settings.kindRules;
  const cohort = cohortOf({ histories, calendar: settings, rules, today, fittedModel, memory });
  const cases = histories
    .filter((history) => isConsidered(history, cohort))
    .map((history) => profileOf(history, cohort, rules))
    .map((profile) => candidateOf({ profile, settings, params, effects }));
  const ranked = sortByScore(cases.filter((each) => each.kind === 'candidate'));
  const candidates = sortByScore(diversified(ranked, params.repeatPenalty));
  const committed = committedIn(histories, week);
  const allocation = allocate({
    candidates,
    settings,
    committed,
    week,
    params,
    effects,
    holdOutShopId,
  });
  const excluded = [...allocation.excluded, ...cases.filter((each) => each.kind === 'excluded')];
  return {
    week,
    considered: cases.length,
    suggestions: allocation.suggestions,
    heldOut: allocation.heldOut,
    exclusions: sortByScore(excluded).map(exclusionOf),
    committedMoney: committed.money,
    committedPieces: committed.pieces,
  };
}

// Nobody asks why somebody who died gets no card.
function isConsidered(history: History, { referrals }: Cohort): boolean {
  return !history.facts.died && (isKnown(history) || referrals.has(history.customerId));
}

// Each further person with the same trigger scores a little lower, so that a week is not eight
// times the same story.
function diversified(
  candidates: readonly Candidate[],
  repeatPenalty: number,
): readonly Candidate[] {
  const before = new Map<Candidate['trigger'], number>();
  return candidates.map((candidate) => {
    const alike = before.get(candidate.trigger) ?? 0;
    before.set(candidate.trigger, alike + 1);
    return candidate.isAnswer
      ? candidate
      : { ...candidate, score: candidate.score - alike * repeatPenalty };
  });
}

function exclusionOf({ customerId, name, exclusion }: Excluded): Exclusion {
  return { customerId, name, ...exclusion };
}
