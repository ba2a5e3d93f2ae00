// A lost tablet is taken out: the server closes its line at once, what is noted from now on is
// sealed with a key that it does not have, and of what it says from now on nothing counts, whoever
// brings it.

import { withChanges } from '#domain/shop/versioned-row.ts';
import { countOf } from '#domain/tablets/parcel-counts.ts';
import type { Tablet } from '#domain/tablets/tablet.ts';
import type { Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { numberShape, recordShape } from '#lib/shape.ts';
import { newSecret } from '#platform/crypto/sealing.ts';
import { readParcelCounts, requestSweep, updateTabletState } from '#storage/tablets/parcels.ts';
import { lastKeyNumber } from '#app/tablets/parcel-seal.ts';
import { sealedKey } from '#app/tablets/remind-server.ts';
import { requiredState, type TabletContext } from '#app/tablets/tablet-context.ts';
import { changeRoster, nextStamp } from '#app/tablets/tablet-roster.ts';
import { pairingProblemOf, type PairingProblem } from './pairing-problem.ts';

export async function takeOutTablet(
  context: TabletContext,
  gone: Tablet,
  today: Day,
): Promise<Result<null, PairingProblem>> {
  const { deps, tablets, line } = context;
  const { pass, keys } = await requiredState(tablets);
  const number = lastKeyNumber(keys) + 1;
  const key = newSecret();
  const staying = (await tablets.roster.toArray()).filter(({ id }) => id !== gone.id);
  const body = { gone: gone.id, ...(await sealedKey(staying, { number, key })) };
  const done = await line.ask({ method: 'POST', path: 'keys', pass, body });
  if (!done.ok) return failed(pairingProblemOf(done.problem));
  await updateTabletState(tablets, (state) => ({ keys: { [number]: key, ...state.keys } }));
  const lastParcel = await awaitParcels(context, gone, closedShape(done.value)?.last ?? 0);
  const stamp = await nextStamp(context);
  await changeRoster(context, [withChanges(gone, { goneOn: today, lastParcel }, stamp)]);
  // What it said is said again by this one: who joins later need not believe it.
  await requestSweep(tablets, deps.clock.now());
  return ok(null);
}

const closedShape = recordShape({ last: numberShape });

/** So long the last parcels may take that the server took before. */
const maxWaitMs = 5_000;
const lookAgainMs = 100;

// What the lost tablet said before counts, and may be on its way here. What it says later must not,
// also where the server tells of parcels that nobody has.
async function awaitParcels(
  { tablets }: TabletContext,
  { id }: Tablet,
  last: number,
): Promise<number> {
  for (let waited = 0; ; waited += lookAgainMs) {
    const count = countOf(await readParcelCounts(tablets), id);
    if (count >= last || waited >= maxWaitMs) return count;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
}
