import type { Settings } from '#domain/shop/settings.ts';
import { readSettings } from '#storage/tables/settings.ts';
import type { Deps } from '#app/deps.ts';

export async function loadSettings(deps: Deps): Promise<Settings> {
  const settings = await readSettings(deps.db);
  if (settings === undefined) throw new Error('A shop without settings');
  return settings;
}
