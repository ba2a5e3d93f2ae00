// Whom the shop might thank this week: the engine's list over all histories. Takes up to half a second in a large shop, so it is asked of
// the worker.

import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import { unpricedHistory } from '#domain/visits/without-amounts.ts';
import { gestureEffects } from '#engine/experiments/effects.ts';
import { suggest } from '#engine/suggestions/suggest.ts';
import type { Day } from '#lib/day.ts';
import { readHistories } from '#storage/tables/histories.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { readWeeks } from '#storage/tables/weeks.ts';
import type { Deps } from '#app/deps.ts';
import { keptBeliefs } from '#app/insights/load-model.ts';
import { settingsOf } from '#app/shop/settings.ts';

/** The list of the week that `today` lies in. The same shop, believing the same, on the same day always gives the same list. */
export async function suggestionsFor(deps: Deps, today: Day): Promise<WeekSuggestions> {
  const [histories, settings, weeks, meta, beliefs] = await Promise.all([
    readHistories(deps.db),
    settingsOf(deps),
    readWeeks(deps.db),
    readMeta(deps.db),
    keptBeliefs(deps),
  ]);
  const counted = settings.amounts ? histories : histories.map(unpricedHistory);
  const effects = gestureEffects({ histories, weeks, calendar: settings, today });
  return suggest({
    histories: counted,
    settings,
    today,
    beliefs,
    effects: effects.all.given === 0 ? undefined : effects,
    lotOf: settings.holdOut ? (meta?.shopId ?? null) : null,
  });
}
