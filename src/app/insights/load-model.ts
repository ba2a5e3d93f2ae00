// The question what the shop believes: as learned last, which is mostly today and never long ago.

import { fittedModelFrom, type FittedModel } from '#engine/forecast/fitted-model.ts';
import { readModel } from '#storage/tables/models.ts';
import type { Deps } from '#app/deps.ts';

/** The row of the models table that holds the beliefs. */
export const modelId = 'beliefs';

/** What the shop believes as learned last, or undefined before that. */
export async function loadModel({ db }: Pick<Deps, 'db'>): Promise<FittedModel | undefined> {
  return fittedModelFrom(await readModel(db, modelId));
}
