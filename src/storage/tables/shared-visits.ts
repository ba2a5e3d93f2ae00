// The visits on which something is about others than their customer: few, in no index, and looked
// through when somebody is erased. An id too many does no harm.

import { foldVersion } from '#domain/visits/history.ts';
import type { VisitId } from '#domain/visits/visit.ts';
import type { ShopDexie } from '#storage/database.ts';

const rowId = 'shared-visits';

export async function readSharedVisits(db: ShopDexie): Promise<ReadonlySet<VisitId>> {
  const row = await db.models.get(rowId);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only written below
  return new Set((row?.learned ?? []) as readonly VisitId[]);
}

export async function addSharedVisits(db: ShopDexie, ids: readonly VisitId[]): Promise<void> {
  if (ids.length === 0) return;
  const known = await readSharedVisits(db);
  await db.models.put({ id: rowId, foldVersion, learned: [...new Set([...known, ...ids])] });
}
