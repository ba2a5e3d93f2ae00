// Whom the shop might thank this week: the engine's list over all histories. Takes up to half a second in a large shop, so it is asked of
// the worker.

import type { WeekSuggestions } from '#domain/suggestion.ts';
import { unpricedHistory } from '#domain/unpriced-history.ts';
import { suggest } from '#engine/suggest.ts';
import type { Day } from '#lib/day.ts';
import { readHistories } from '#storage/histories.ts';
import type { Deps } from './deps.ts';
import { keptBeliefs } from './kept-beliefs.ts';
import { settingsOf } from './settings.ts';

/** The list of the week that `today` lies in. The same shop, believing the same, on the same day always gives the same list. */
export async function suggestionsFor(deps: Deps, today: Day): Promise<WeekSuggestions> {
  const [histories, settings, beliefs] = await Promise.all([
    readHistories(deps.db),
    settingsOf(deps),
    keptBeliefs(deps),
  ]);
  const counted = settings.amounts ? histories : histories.map(unpricedHistory);
  return suggest({ histories: counted, settings, today, beliefs });
}
