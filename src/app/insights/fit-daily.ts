// Fitting the model to the shop's past, done by the worker at most once a day: reads all histories,
// takes up to a second in a large shop, and saves the model for the screens and the week's list.

import type { History } from '#domain/visits/history.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import type { FittedModel } from '#engine/forecast/fitted-model.ts';
import { fitModel, visitsIn } from '#engine/forecast/fit-model.ts';
import type { BusinessClock } from '#engine/profile/business-clock.ts';
import type { Day } from '#lib/day.ts';
import { ok, type Result } from '#lib/result.ts';
import { attempt } from '#storage/transaction.ts';
import { saveModel } from '#storage/tables/models.ts';
import type { Deps } from '#app/deps.ts';
import { modelId, loadModel } from './load-model.ts';
import { readKnownHistories } from '#app/worker/read-known-histories.ts';
import { loadSettings } from '#app/shop/settings.ts';

type Fitting = Promise<Result<FittedModel, WriteProblem>>;

/** Fits under way: the week's list and the screens ask at the same time when a shop opens. */
const underWay = new WeakMap<Deps['db'], Map<Day, Fitting>>();

/**
 * The model of `today`: the saved one, unless an import or a restore has changed the shop since.
 * Asked again while it is fitted, it is fitted once, or anew where a list came in meanwhile.
 */
export function fitDaily(deps: Deps, today: Day): Fitting {
  const fittings = underWay.get(deps.db) ?? new Map<Day, Fitting>();
  underWay.set(deps.db, fittings);
  const running = fittings.get(today);
  const asked = running === undefined ? fitOnce(deps, today) : fitAfter(running, deps, today);
  const fitting = asked.finally(() => {
    if (fittings.get(today) === fitting) fittings.delete(today);
  });
  fittings.set(today, fitting);
  return fitting;
}

// The one under way may have read the shop before what made somebody ask again.
async function fitAfter(running: Fitting, deps: Deps, today: Day): Fitting {
  const fitted = await running;
  if (!fitted.ok) return fitted;
  const { histories } = await readKnownHistories(deps);
  return needsRefit(fitted.value, histories) ? fitOnce(deps, today) : fitted;
}

async function fitOnce(deps: Deps, today: Day): Fitting {
  const loading = loadModel(deps);
  const [saved, known, settings] = await Promise.all([
    loading,
    readKnownHistories(
      deps,
      loading.then((model) => likelyClock(model, today)),
    ),
    loadSettings(deps),
  ]);
  if (saved?.fittedOn === today && !needsRefit(saved, known.histories)) return ok(saved);
  const counted = settings.amounts ? known.histories : known.withoutAmounts;
  const fittedModel = fitModel({ histories: counted, calendar: settings, today });
  const written = await attempt(() => saveModel(deps.db, modelId, fittedModel));
  return written.ok ? ok(fittedModel) : written;
}

/** What the week will be computed by, unless the shop has changed: not so without amounts. */
function likelyClock(saved: FittedModel | undefined, today: Day): BusinessClock | null {
  return saved?.fittedOn === today && saved.spendModel !== null ? saved.clock : null;
}

/** A day at the counter adds few visits; a tenth more or less is an import or its undoing. */
const refitThreshold = 0.1;

function needsRefit({ fittedOn, visitsSeen }: FittedModel, histories: readonly History[]): boolean {
  const now = visitsIn(histories, fittedOn);
  return Math.abs(now - visitsSeen) > refitThreshold * visitsSeen;
}
