// Whom the shop might thank this week: the engine's list over all histories. Takes up to half a second in a large shop, so it is asked of
// the worker.

import type { WeekSuggestions } from '#domain/suggestion.ts';
import { unpricedHistory } from '#domain/unpriced-history.ts';
import { gestureEffects } from '#engine/gesture-effects.ts';
import { suggest } from '#engine/suggest.ts';
import type { Day } from '#lib/day.ts';
import { readHistories } from '#storage/histories.ts';
import { readMeta } from '#storage/settings.ts';
import { readWeeks } from '#storage/weeks.ts';
import type { Deps } from './deps.ts';
import { keptBeliefs } from './kept-beliefs.ts';
import { settingsOf } from './settings.ts';

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
