import type { OpenProblem } from '#domain/shop/shop-problem.ts';
import { ok, type Result } from '#lib/result.ts';
import { createBackupContext, rememberReplaced } from '#app/backup/backup-history.ts';
import type { Deps } from '#app/deps.ts';
import type { Environment } from '#app/environment.ts';
import { createShopDatabase } from './create-shop.ts';
import { shopPrefix } from './discover-shops.ts';
import { loadSettings } from './settings.ts';

/**
 * Makes an empty shop with the settings of this one, and keeps this one for thirty days like a shop
 * that was replaced by a backup. Gives the name of the new shop, which is not the current one yet.
 */
export async function startOver(
  device: Environment,
  deps: Deps,
): Promise<Result<string, OpenProblem>> {
  const name = `${shopPrefix}${device.ids.next()}`;
  const { id: _id, made: _made, edits: _edits, ...values } = await loadSettings(deps);
  const settings = { ...values, currencyFixed: false };
  const created = await createShopDatabase({ device, onSuperseded: () => {} }, name, settings);
  if (!created.ok) return created;
  created.value.db.close();
  rememberReplaced(createBackupContext(device), { database: deps.db.name, at: device.clock.now() });
  return ok(name);
}
