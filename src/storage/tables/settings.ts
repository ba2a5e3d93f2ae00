// The settings row and the meta row.

import type { Meta } from '#domain/shop/meta.ts';
import type { Currency } from '#domain/shop/money.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import type { ShopDexie } from '#storage/database.ts';
import type { ShopWriter } from '#storage/transaction.ts';

/** The shop's settings, or undefined in a database that is not a shop yet. */
export async function readSettings(db: ShopDexie): Promise<Settings | undefined> {
  return db.settings.get('settings');
}

export async function putSettings({ db }: ShopWriter, settings: Settings): Promise<void> {
  await db.settings.put(settings);
}

/**
 * The first amount fixes the currency for good: 1840 must never turn from pence into cents. A list
 * of another `currency` decides it in a shop that has no amounts yet.
 */
export async function fixCurrency(writer: ShopWriter, currency?: Currency): Promise<void> {
  const settings = await readSettings(writer.db);
  if (settings === undefined || settings.currencyFixed) return;
  const changes = { currencyFixed: true, currency: currency ?? settings.currency };
  await putSettings(writer, withChanges(settings, changes, writer.timestamp));
}

/** What this database knows about itself, or undefined when it is no shop yet. */
export async function readMeta(db: ShopDexie): Promise<Meta | undefined> {
  return db.meta.get('meta');
}

/** Says which database took the place of this one, or that none did. Gives whether it was said. */
export async function putSuccessor(db: ShopDexie, successor: string | null): Promise<boolean> {
  return db.transaction('rw', [db.meta], async () => {
    const meta = await db.meta.get('meta');
    if (meta === undefined) return false;
    const { successor: _before, ...others } = meta;
    await db.meta.put(successor === null ? others : { ...others, successor });
    return true;
  });
}

/** Makes a shop of an empty database. Does nothing when it is one already. */
export async function createShop(db: ShopDexie, meta: Meta, settings: Settings): Promise<void> {
  await db.transaction('rw', [db.meta, db.settings], async () => {
    if ((await db.meta.get('meta')) !== undefined) return;
    await db.meta.add(meta);
    await db.settings.add(settings);
  });
}
