import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import type { Settings, SettingsValues } from '#domain/shop/settings.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { putSettings, readSettings } from '#storage/tables/settings.ts';
import { write } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

/** Changes settings. The currency stays once an amount was recorded. */
export async function changeSettings(
  deps: Deps,
  changes: Partial<SettingsValues>,
): Promise<Result<Settings, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const before = await readSettings(writer.db);
    if (before === undefined) return failed({ kind: 'not-found' });
    const { currency, ...others } = changes;
    const allowed =
      before.currencyFixed || currency === undefined ? others : { ...others, currency };
    const after = withChanges(before, allowed, writer.timestamp);
    await putSettings(writer, after);
    return ok(after);
  });
}
