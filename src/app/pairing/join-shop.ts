// A new tablet joins a shop: what it gets makes a shop of its own database, which the parcels then
// fill. Its own half-typed answers are not needed any more.

import { defaultSettings, type Settings } from '#domain/shop/settings.ts';
import { zeroRowCounts, type Meta } from '#domain/shop/meta.ts';
import { withOwnSettings } from '#domain/tablets/own-settings.ts';
import { goneTablets } from '#domain/tablets/tablet.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { nextTimestamp } from '#lib/hlc.ts';
import { newDeviceId } from '#platform/crypto/ids.ts';
import { newTabletKey } from '#platform/crypto/key-pairs.ts';
import { newSecret } from '#platform/crypto/sealing.ts';
import { newSigningPair } from '#platform/crypto/signatures.ts';
import type { DepotLine } from '#platform/network/depot-line.ts';
import { schemaVersion } from '#schema/versions.ts';
import { attempt } from '#storage/transaction.ts';
import { deleteDatabase, openDatabase } from '#storage/database.ts';
import { createShop } from '#storage/tables/settings.ts';
import { openTabletsDatabase, type TabletState } from '#storage/tablets/tablets-database.ts';
import type { Environment } from '#app/environment.ts';
import { shopPrefix } from '#app/shop/discover-shops.ts';
import { putState } from './found-tablets.ts';
import { awaitLetter } from './invite-tablet.ts';
import { pictureWords, readAnswerLetter, requestLetter, type Welcome } from './pairing-letters.ts';
import { pairingProblemOf, type JoinProblem } from './pairing-problem.ts';
import { tabletsName } from '#app/tablets/tablets-name.ts';

export interface JoinRequest {
  readonly number: string;
  readonly words: string;
  /** What the new tablet is called. */
  readonly name: string;
}

export interface JoinOptions {
  readonly device: Environment;
  readonly line: DepotLine;
  readonly signal: AbortSignal;
  /** The request is there: the other tablet shows the same three words. */
  readonly onWaiting: (picture: string) => void;
}

/** Gives the name of the database of the joined shop, which is not the current one yet. */
export async function joinShop(
  { number, words, name }: JoinRequest,
  { device, line, signal, onWaiting }: JoinOptions,
): Promise<Result<string, JoinProblem>> {
  const { privateKey, publicKey } = await newTabletKey();
  const { signingKey, verifyKey } = await newSigningPair();
  const guest = { id: newSecret(), name, publicKey, verifyKey };
  const letter = await requestLetter(guest, words);
  const path = `mail/${number}/request`;
  const asked = await line.ask({ method: 'PUT', path, body: { letter } });
  if (!asked.ok)
    return failed(asked.problem === 'conflict' ? 'too-late' : pairingProblemOf(asked.problem));
  onWaiting(await pictureWords(guest));
  const answer = await awaitLetter(line, { path: `mail/${number}/answer` }, signal);
  if (!answer.ok) return answer;
  const welcome = await readAnswerLetter(answer.value, words, privateKey);
  if (welcome === undefined) return failed('wrong-words');
  return createJoinedShop(device, welcome, { tablet: guest.id, privateKey, signingKey });
}

async function createJoinedShop(
  device: Environment,
  welcome: Welcome,
  own: Pick<TabletState, 'tablet' | 'privateKey' | 'signingKey'>,
): Promise<Result<string, JoinProblem>> {
  const database = `${shopPrefix}${device.ids.next()}`;
  const opened = await openDatabase(database, () => {});
  if (!opened.ok) return failed(opened.problem.kind);
  const made = await attempt(async () => {
    const name = tabletsName(welcome.shopId);
    // It may have been a tablet of this shop before.
    await deleteDatabase(name);
    const tablets = await openTabletsDatabase(name);
    const { pass, keys } = welcome;
    const leftToOthers = goneTablets(welcome.roster).map(({ id }) => id);
    await putState(tablets, { ...own, pass, keys, database, leftToOthers });
    await tablets.roster.bulkPut([...welcome.roster]);
    tablets.close();
    await createShop(opened.value, metaOf(device, welcome), settingsOf(welcome.settings));
  });
  opened.value.close();
  if (made.ok) return ok(database);
  await deleteDatabase(database);
  return failed(made.problem.kind);
}

function metaOf(device: Environment, { shopId }: Welcome): Meta {
  const createdAt = device.clock.now();
  const deviceId = newDeviceId();
  const lastStamp = nextTimestamp({ last: null, now: createdAt, device: deviceId });
  return {
    id: 'meta',
    deviceId,
    shopId,
    lastStamp,
    minWriter: schemaVersion,
    createdAt,
    rows: zeroRowCounts,
    unsent: [],
    namedUpTo: lastStamp,
  };
}

// How the other tablet's screen looks is its own.
function settingsOf(settings: Settings): Settings {
  return withOwnSettings(settings, defaultSettings(settings.made));
}
