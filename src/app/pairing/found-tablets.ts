// The first tablet brings its shop to a server that has none yet; also again, when a server was
// emptied or another one took its place: the tablets still have everything.

import { newTablet, presentTablets } from '#domain/tablets/tablet.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { nextTimestamp } from '#lib/hlc.ts';
import { newTabletKey } from '#platform/crypto/key-pairs.ts';
import { newSecret } from '#platform/crypto/sealing.ts';
import { newSigningPair } from '#platform/crypto/signatures.ts';
import { sha256Of } from '#platform/files/bytes.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { readTabletState } from '#storage/tablets/parcels.ts';
import { nameAllFacts } from '#storage/tablets/unsent-facts.ts';
import type { TabletsDexie, TabletState } from '#storage/tablets/tablets-database.ts';
import { pairingProblemOf, type PairingProblem } from './pairing-problem.ts';
import type { TabletContext } from '#app/tablets/tablet-context.ts';

/** `words` stand on the server's screen; `name` is what this tablet is called. */
export interface FoundingRequest {
  readonly words: string;
  readonly name: string;
}

export async function foundTablets(
  context: TabletContext,
  { words, name }: FoundingRequest,
): Promise<Result<null, PairingProblem>> {
  const { deps, tablets, line } = context;
  const isNew = (await readTabletState(tablets)) === undefined;
  if (isNew) await beginTablet(context, name);
  const shop = await hashPass((await readMeta(deps.db))?.shopId ?? '');
  const present = presentTablets(await tablets.roster.toArray());
  const body = { words, shop, tablets: present.map(({ id, passHash }) => ({ id, passHash })) };
  const founded = await line.ask({ method: 'POST', path: 'shop', body });
  if (founded.ok) {
    if (isNew) await nameAllFacts(deps.db);
    return ok(null);
  }
  if (isNew) await forgetTablets(tablets);
  return failed(pairingProblemOf(founded.problem));
}

async function beginTablet({ deps, tablets }: TabletContext, name: string): Promise<void> {
  const meta = await readMeta(deps.db);
  const { privateKey, publicKey } = await newTabletKey();
  const [tablet, pass] = [newSecret(), newSecret()];
  const device = meta?.deviceId ?? '';
  const made = nextTimestamp({ last: meta?.lastStamp ?? null, now: deps.clock.now(), device });
  const keys = { 1: newSecret() };
  const { signingKey, verifyKey } = await newSigningPair();
  await putState(tablets, { tablet, pass, privateKey, signingKey, keys, database: deps.db.name });
  const row = newTablet({ id: tablet, name, publicKey, verifyKey }, made);
  await tablets.roster.put({ ...row, passHash: await hashPass(pass) });
}

/** A tablet that has sealed and merged nothing yet. */
export async function putState(
  tablets: TabletsDexie,
  state: Pick<
    TabletState,
    'tablet' | 'pass' | 'privateKey' | 'signingKey' | 'keys' | 'database' | 'leftToOthers'
  >,
): Promise<void> {
  const none = { sealedUpTo: null, merged: {}, carried: 0, sweep: null };
  const roster = { rosterChanges: 1, rosterSealed: 0 };
  await tablets.state.put({ id: 'state', ...state, ...none, ...roster });
}

/** Leaves nothing of the tablets of a shop on this one. */
export async function forgetTablets(tablets: TabletsDexie): Promise<void> {
  await Promise.all(tablets.tables.map((table) => table.clear()));
}

/** The hash by which the server knows a pass. */
export async function hashPass(text: string): Promise<string> {
  return sha256Of(new TextEncoder().encode(text));
}
