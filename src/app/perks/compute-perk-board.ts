// The board of all perks, computed by the worker from all histories. It never reads visits.

import { withoutAmounts } from '#domain/visits/without-amounts.ts';
import type { PerkBoard } from '#domain/week/perk-board.ts';
import { perkBoard } from '#engine/perks/perk-board.ts';
import type { Day } from '#lib/day.ts';
import { readPerks } from '#storage/tables/perks.ts';
import type { Deps } from '#app/deps.ts';
import { readKnownHistories } from '#app/worker/read-known-histories.ts';
import { loadSettings } from '#app/shop/settings.ts';

export async function computePerkBoard(deps: Deps, today: Day): Promise<PerkBoard> {
  const [known, perks, settings] = await Promise.all([
    readKnownHistories(deps),
    readPerks(deps.db),
    loadSettings(deps),
  ]);
  const all = known.withEveryGesture;
  const histories = settings.amounts ? all : all.map(withoutAmounts);
  return perkBoard({ histories, perks, today });
}
