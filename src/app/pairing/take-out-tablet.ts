// A lost tablet is taken out: the server closes its line at once, and what is noted from now on is
// sealed with a key that it does not have.

import { withChanges } from '#domain/shop/versioned-row.ts';
import type { Tablet } from '#domain/tablets/tablet.ts';
import type { Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { nextTimestamp, type HlcTimestamp } from '#lib/hlc.ts';
import { newSecret } from '#platform/crypto/sealing.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { updateTabletState } from '#storage/tablets/parcels.ts';
import { changeRoster } from './found-tablets.ts';
import { lastKeyNumber } from '#app/tablets/parcel-seal.ts';
import { pairingProblemOf, type PairingProblem } from './pairing-problem.ts';
import { sealedKey } from '#app/tablets/remind-server.ts';
import { requiredState, type TabletContext } from '#app/tablets/tablet-context.ts';

export async function takeOutTablet(
  context: TabletContext,
  gone: Tablet,
  today: Day,
): Promise<Result<null, PairingProblem>> {
  const { tablets, line } = context;
  const { pass, keys } = await requiredState(tablets);
  const number = lastKeyNumber(keys) + 1;
  const key = newSecret();
  const staying = (await tablets.roster.toArray()).filter(({ id }) => id !== gone.id);
  const body = { gone: gone.id, ...(await sealedKey(staying, { number, key })) };
  const done = await line.ask({ method: 'POST', path: 'keys', pass, body });
  if (!done.ok) return failed(pairingProblemOf(done.problem));
  await updateTabletState(tablets, (state) => ({ keys: { [number]: key, ...state.keys } }));
  await changeRoster(context, [withChanges(gone, { goneOn: today }, await nextStamp(context))]);
  return ok(null);
}

async function nextStamp({ deps }: TabletContext): Promise<HlcTimestamp> {
  const meta = await readMeta(deps.db);
  const device = meta?.deviceId ?? '';
  return nextTimestamp({ last: meta?.lastStamp ?? null, now: deps.clock.now(), device });
}
