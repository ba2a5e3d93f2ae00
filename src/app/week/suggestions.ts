// Whom the shop might thank this week. Takes up to half a second in a large shop, so the worker
// computes it. What the shop's past teaches is learned first: a list thought out before that would
// name others after the next start.

import { withClosures } from '#domain/shop/calendar.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import { gestureEffectsOf } from '#engine/experiments/effects.ts';
import { suggest } from '#engine/suggestions/suggest.ts';
import type { Day } from '#lib/day.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { readWeeks } from '#storage/tables/weeks.ts';
import type { Deps } from '#app/deps.ts';
import { fitDaily } from '#app/insights/fit-daily.ts';
import { loadModel } from '#app/insights/load-model.ts';
import { readKnownHistories } from '#app/worker/read-known-histories.ts';
import { loadSettings } from '#app/shop/settings.ts';

/** The list of the week of `today`; the same shop, model and day always give the same list. */
export async function computeSuggestions(deps: Deps, today: Day): Promise<WeekSuggestions> {
  const fitted = await fitDaily(deps, today);
  const [known, settings, weeks, meta, saved] = await Promise.all([
    readKnownHistories(deps),
    loadSettings(deps),
    readWeeks(deps.db),
    readMeta(deps.db),
    loadModel(deps),
  ]);
  const { histories, memory } = known;
  const counted = settings.amounts ? histories : known.withoutAmounts;
  // On a full disk the model cannot be saved; an older one still says more than none.
  const fittedModel = fitted.ok ? fitted.value : saved;
  const calendar = withClosures(settings, fittedModel?.quietDays);
  const effects = gestureEffectsOf({ histories, weeks, calendar, today });
  return suggest({
    histories: counted,
    settings,
    today,
    fittedModel,
    memory,
    effects: effects.all.given === 0 ? undefined : effects,
    holdOutShopId: settings.holdOut ? (meta?.shopId ?? null) : null,
  });
}
