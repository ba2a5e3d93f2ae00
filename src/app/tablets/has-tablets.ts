import { databaseNames } from '#storage/database.ts';
import { readMeta } from '#storage/tables/settings.ts';
import type { Deps } from '#app/deps.ts';
import { tabletsName } from './tablets-name.ts';

/** Whether the shop is one of several tablets. */
export async function hasTablets({ db }: Pick<Deps, 'db'>): Promise<boolean> {
  const meta = await readMeta(db);
  if (meta === undefined) return false;
  return meta.unsent !== undefined || (await databaseNames()).includes(tabletsName(meta.shopId));
}
