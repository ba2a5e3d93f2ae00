// A tablet that was taken out goes on with the key it had, and the server helps it.
import { setTimeout as wait } from 'node:timers/promises';
import { draftVisit, recordVisit } from '../../../src/app/customers/visits.ts';
import { takeOutTablet } from '../../../src/app/pairing/take-out-tablet.ts';
import { lastKey, sealText } from '../../../src/app/tablets/parcel-seal.ts';
import { sealChanges } from '../../../src/app/tablets/seal-changes.ts';
import { requiredState } from '../../../src/app/tablets/tablet-context.ts';
import { parcelText, signedParcelText } from '../../../src/formats/parcel/parcel-text.ts';
import { signText } from '../../../src/platform/crypto/signatures.ts';
import { dayFrom } from '../../../src/lib/day.ts';
import { byFactTable } from '../../../src/schema/tables.ts';
import { readParcelCounts } from '../../../src/storage/tablets/parcels.ts';
import type { KeptParcel } from '../../../src/storage/tablets/tablets-database.ts';
import { factsOf } from '../../../test/support/tablets/facts-of.ts';
import type { ShopTablet } from '../../../test/support/tablets/shop-tablets.ts';
import type { Tally, Task } from '../campaign.ts';
import { play, post } from './lies.ts';

const maxWaitMs = 60_000;

/**
 * What it says in its own name and in another's is refused and said, and what it said before stays.
 */
export function oldKey(_task: Task): Promise<Tally> {
  return play(
    'tablet taken out, helped by the server',
    async ({ count, shop, known, fresh }) => {
      const [, , thief] = shop.tablets;
      if (thief === undefined) throw new Error('There are three');
      shop.carry(thief);
      await shop.tap(thief);
      shop.carry(fresh);
      count.addMissing(await shop.missingAfterMeeting(), []);
      await shop.rest(thief);
      await takeOut(known, thief);
      if (!(await isKnownOut(fresh, thief))) count.addBroken('the taking-out is not told');
      await tapUnheard(thief);
      await sealChanges(thief);
      count.tries += 1;
      await post(known, await lastOwnParcel(thief));
      for (const tablet of [known, fresh])
        if (!(await isRefused(tablet))) count.addBroken('a parcel after the end is not said');
      await shop.tap(known);
      if (!(await agree(known, fresh, [...shop.saved]))) count.addBroken('the others differ');
      else count.recovered += 1;
      count.tries += 1;
      await shop.rest(known);
      await post(known, await forgedParcel(known, thief));
      if (!(await shop.says(fresh, 'tampered'))) count.addBroken('a forged name is not said');
      else if (await agree(known, fresh, [...shop.saved])) count.recovered += 1;
      else count.addBroken('a forged parcel was taken');
    },
    3,
  );
}

async function takeOut(by: ShopTablet, { id }: ShopTablet): Promise<void> {
  const gone = await by.tablets.roster.get(id);
  const today = dayFrom('2026-06-18');
  if (gone === undefined || today === undefined) throw new Error('It is one of them');
  const done = await takeOutTablet(by, gone, today);
  if (!done.ok) throw new Error(`Not taken out: ${done.problem}`);
}

/** Whether the tablet comes to know that the other one was taken out. */
async function isKnownOut({ tablets }: ShopTablet, { id }: ShopTablet): Promise<boolean> {
  return comesTrue(async () => (await tablets.roster.get(id))?.goneOn !== null);
}

/** A visit that must come to nobody. */
async function tapUnheard({ deps }: ShopTablet): Promise<void> {
  const draft = draftVisit(deps, { customerId: null, kind: 'bought', zone: 'Europe/London' });
  await recordVisit(deps, draft);
}

async function lastOwnParcel({ id, tablets }: ShopTablet): Promise<KeptParcel> {
  const number = (await readParcelCounts(tablets))[id] ?? 0;
  const parcel = await tablets.parcels.get([id, number]);
  if (parcel === undefined) throw new Error('It has sealed something');
  return parcel;
}

/** The next parcel of `victim`, with all visits of the thief, by the thief's keys. */
async function forgedParcel(victim: ShopTablet, thief: ShopTablet): Promise<KeptParcel> {
  const { keys, signingKey } = await requiredState(thief.tablets);
  if (signingKey === undefined) throw new Error('It signs');
  const number = ((await readParcelCounts(victim.tablets))[victim.id] ?? 0) + 1;
  const name = { tablet: victim.id, number };
  const head = { ...name, shop: 'test-shop', app: '1', device: thief.id, knows: null };
  const visits = await thief.deps.db.visits.toArray();
  const facts = { ...byFactTable(() => []), visits };
  const text = parcelText(head, { facts, tablets: [], emptied: [] });
  const signed = signedParcelText(text, await signText(text, signingKey));
  return { ...name, bytes: await sealText(signed, lastKey(keys)) };
}

async function isRefused({ tablets }: ShopTablet): Promise<boolean> {
  return comesTrue(async () => {
    const why = (await tablets.aside.toArray()).map((each) => each.why);
    return why.join() === 'taken-out';
  });
}

async function agree(
  some: ShopTablet,
  others: ShopTablet,
  saved: readonly string[],
): Promise<boolean> {
  return comesTrue(async () => {
    const [a = '', b = ''] = await Promise.all([some, others].map(({ deps }) => factsOf(deps.db)));
    const visits = await some.deps.db.visits.count();
    return a === b && visits === saved.length && saved.every((id) => a.includes(id));
  });
}

async function comesTrue(isTrue: () => Promise<boolean>): Promise<boolean> {
  for (const until = Date.now() + maxWaitMs; Date.now() < until; await wait(50))
    if (await isTrue()) return true;
  return false;
}
