import { withOwnSettings } from '#domain/tablets/own-settings.ts';
import { defaultSettings } from '#domain/shop/settings.ts';
import { compareCodePoints } from '#lib/compare.ts';
import { factTables } from '#schema/tables.ts';
import type { ShopDexie } from '#storage/database.ts';

/** All facts of a shop as text, but for the settings that are about one tablet. */
export async function factsOf(db: ShopDexie): Promise<string> {
  const tables = await Promise.all(factTables.map((table) => db.table(table).toArray()));
  const [settings] = await db.settings.toArray();
  if (settings === undefined) throw new Error('A shop without settings');
  const shared = withOwnSettings(settings, defaultSettings(settings.made));
  return [[shared], ...tables.slice(1)]
    .flatMap((rows) => rows.map((row) => JSON.stringify(row, inOrder)))
    .join('\n');
}

function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => compareCodePoints(a, b)));
}
