// A server that was set back or emptied knows less than the tablets: who belongs to the shop, who
// was taken out, and the last key. Each tablet that sees it says so.

import type { DepotContents, KeyChange, RosterMessage } from '#domain/tablets/depot-messages.ts';
import { presentTablets, type Tablet } from '#domain/tablets/tablet.ts';
import { ok, type Result } from '#lib/result.ts';
import { sealedTo } from '#platform/crypto/key-pairs.ts';
import type { DepotProblem } from '#platform/network/depot-line.ts';
import { lastKeyNumber } from './parcel-seal.ts';
import { requiredState, type TabletContext } from './tablet-context.ts';

/** Tells the server what it has forgotten, if anything. */
export async function remindServer(
  { tablets, line }: TabletContext,
  there: DepotContents,
): Promise<Result<unknown, DepotProblem>> {
  const [{ pass, keys }, roster] = await Promise.all([
    requiredState(tablets),
    tablets.roster.toArray(),
  ]);
  const forgotten = roster.filter((each) => isForgotten(each, there));
  const number = lastKeyNumber(keys);
  const isKeyForgotten = number > 1 && number > there.lastKey;
  if (forgotten.length === 0 && !isKeyForgotten) return ok(null);
  const message: RosterMessage = {
    tablets: forgotten.map(({ id, passHash, goneOn }) => ({
      id,
      passHash,
      isGone: goneOn !== null,
    })),
    key: isKeyForgotten ? await sealedKey(roster, { number, key: keys[number] ?? '' }) : null,
  };
  return line.ask({ method: 'POST', path: 'roster', pass, body: message });
}

function isForgotten({ id, goneOn }: Tablet, { tablets }: DepotContents): boolean {
  return !Object.hasOwn(tablets, id) || (goneOn !== null && tablets[id] === false);
}

/** The shop's key `number`, sealed to each tablet that belongs to the shop. */
export async function sealedKey(
  roster: readonly Tablet[],
  { number, key }: { readonly number: number; readonly key: string },
): Promise<KeyChange> {
  const sealed: Record<string, string> = {};
  for (const { id, publicKey } of presentTablets(roster)) {
    const message = await sealedTo(publicKey, key);
    if (message !== undefined) sealed[id] = message;
  }
  return { number, sealed };
}
