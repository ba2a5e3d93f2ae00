import { fittedModelFrom, type FittedModel } from '#engine/forecast/fitted-model.ts';
import { readModel } from '#storage/tables/models.ts';
import type { Deps } from '#app/deps.ts';

/** The row of the models table that holds the fitted model. */
export const modelId = 'beliefs';

/** The model as fitted last; undefined before the first fit, or if other code fitted it. */
export async function loadModel({ db }: Pick<Deps, 'db'>): Promise<FittedModel | undefined> {
  return fittedModelFrom(await readModel(db, modelId));
}
