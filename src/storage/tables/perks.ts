// The perks table: the rules on the poster, and drafts of some.

import type { Perk, PerkId } from '#domain/week/perk.ts';
import type { ShopDexie } from '#storage/database.ts';
import type { ShopWriter } from '#storage/transaction.ts';

/** All that are not deleted, the earliest first. */
export async function readPerks(db: ShopDexie): Promise<readonly Perk[]> {
  const perks = await db.perks.toArray();
  return perks.filter(({ voided }) => !voided).toSorted((a, b) => (a.made < b.made ? -1 : 1));
}

export async function readPerk(db: ShopDexie, id: PerkId): Promise<Perk | undefined> {
  return db.perks.get(id);
}

export async function putPerk({ db }: ShopWriter, perk: Perk): Promise<void> {
  await db.perks.put(perk);
}
