import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeOutTablet } from '#app/pairing/take-out-tablet.ts';
import { lastKey, readParcel, sealText } from '#app/tablets/parcel-seal.ts';
import { sealChanges } from '#app/tablets/seal-changes.ts';
import { requiredState } from '#app/tablets/tablet-context.ts';
import { ensureSigningKey } from '#app/tablets/tablet-roster.ts';
import { takeMessage } from '#app/tablets/take-messages.ts';
import { textOfBytes } from '#platform/crypto/sealing.ts';
import { signText } from '#platform/crypto/signatures.ts';
import { byFactTable } from '#schema/tables.ts';
import { parcelText, signedParcelText } from '#formats/parcel/parcel-text.ts';
import { readParcelCounts, updateTabletState } from '#storage/tablets/parcels.ts';
import type { KeptParcel } from '#storage/tablets/tablets-database.ts';
import { day } from '../../support/shops/shop-with.ts';
import {
  ShopNetwork,
  tap,
  untilEqual,
  type PairedTablet,
} from '../../support/tablets/shop-network.ts';
import {
  bring,
  fetchFrom,
  MemoryDepot,
  openTablets,
  sweep,
} from '../../support/tablets/shop-tablets.ts';

let network: ShopNetwork;

beforeEach(async () => {
  network = new ShopNetwork();
  await network.startServer();
});
afterEach(async () => {
  await network.end();
});

/** Three that know of one visit, tapped at the stall, and carry what they seal. */
async function threeTablets() {
  const first = await network.firstTablet();
  const stopFirst = network.carry(first);
  const stall = await network.invited(first);
  const phone = await network.invited(first, 'Phone');
  const stopStall = network.carry(stall);
  network.carry(phone);
  await tap(stall);
  await untilEqual(first, stall, phone);
  return { first, stall, phone, stopFirst, stopStall };
}

/** All that this tablet has of another one is left to others to say again. */
async function untilLeftToOthers({ tablets }: PairedTablet): Promise<void> {
  await vi.waitFor(async () => {
    const reasons = new Set((await tablets.aside.toArray()).map(({ why }) => why));
    expect(reasons).toEqual(new Set(['said-again']));
  }, 10_000);
}

async function takeOut(by: PairedTablet, name: string): Promise<void> {
  const gone = (await by.tablets.roster.toArray()).find((each) => each.name === name);
  if (gone === undefined) throw new Error(`${name} is one of them`);
  expect(await takeOutTablet(by, gone, day('2026-06-18'))).toMatchObject({ ok: true });
}

/** A server that was told otherwise takes it as if it came from the tablet `by`. */
async function smuggle(by: PairedTablet, { tablet, number, bytes }: KeptParcel): Promise<void> {
  const { pass } = await requiredState(by.tablets);
  const body = [{ tablet, number, bytes: textOfBytes(bytes) }];
  const sent = await by.line.ask({ method: 'POST', path: 'parcels', pass, body });
  expect(sent).toMatchObject({ ok: true });
}

async function lastParcelFrom({ tablets }: PairedTablet): Promise<KeptParcel> {
  const { tablet } = await requiredState(tablets);
  const number = (await readParcelCounts(tablets))[tablet] ?? 0;
  const parcel = await tablets.parcels.get([tablet, number]);
  if (parcel === undefined) throw new Error('It has sealed something');
  return parcel;
}

/** A parcel in the name of `tablet` that somebody sealed with the keys of `thief`, and signed. */
async function forgedAs(
  { tablet, number }: Pick<KeptParcel, 'tablet' | 'number'>,
  thief: PairedTablet,
): Promise<KeptParcel> {
  const { keys, signingKey } = await requiredState(thief.tablets);
  if (signingKey === undefined) throw new Error('It signs');
  const meta = await thief.deps.db.meta.get('meta');
  const visits = await thief.deps.db.visits.toArray();
  const head = { shop: meta?.shopId ?? '', tablet, number, app: '1', device: 'thief', knows: null };
  const facts = { ...byFactTable(() => []), visits };
  const text = parcelText(head, { facts, tablets: [], emptied: [] });
  const signed = signedParcelText(text, await signText(text, signingKey));
  return { tablet, number, bytes: await sealText(signed, lastKey(keys)) };
}

describe('a tablet that was taken out, and a server that helps it', () => {
  it('are believed nothing that it says from then on, and the others say so', async () => {
    const { first, stall, phone, stopStall } = await threeTablets();
    expect(await phone.deps.db.visits.count()).toBe(1);
    await stopStall();
    await takeOut(first, 'Stall');
    await tap(stall);
    await sealChanges(stall);
    await tap(first);
    await vi.waitFor(async () => {
      expect(await phone.deps.db.visits.count()).toBe(2);
    }, 10_000);
    await smuggle(first, await lastParcelFrom(stall));
    for (const { tablets, deps } of [first, phone]) {
      await vi.waitFor(async () => {
        expect(await tablets.aside.toArray()).toMatchObject([{ why: 'taken-out' }]);
      }, 10_000);
      expect(await deps.db.visits.count()).toBe(2);
    }
    // What it had said before is still there for a tablet that joins later.
    const third = await network.invited(first, 'Office');
    network.carry(third);
    await untilEqual(first, third);
    expect(await third.deps.db.visits.count()).toBe(2);
  });

  it('tell one that joins later nothing in place of what was said before', async () => {
    const { first, stall, phone, stopStall } = await threeTablets();
    const { tablet } = await requiredState(stall.tablets);
    await stopStall();
    await takeOut(first, 'Stall');
    // The others say again what it said, and let go of its own words.
    for (const { tablets } of [first, phone])
      await vi.waitFor(async () => {
        const kept = await tablets.parcels
          .where(':id')
          .between([tablet, 0], [tablet, 99])
          .toArray();
        expect(kept.length).toBeGreaterThan(0);
        expect(kept.filter(({ bytes }) => bytes.length > 0)).toEqual([]);
      }, 10_000);
    const office = await network.invited(first, 'Office');
    await tap(stall);
    const forged = await forgedAs({ tablet, number: 1 }, stall);
    const parcel = { tablet, number: 1, bytes: textOfBytes(forged.bytes) };
    await takeMessage(office, { parcel });
    network.carry(office);
    await untilEqual(first, phone, office);
    expect(await office.deps.db.visits.count()).toBe(1);
    await vi.waitFor(async () => expect(await office.tablets.aside.count()).toBe(0), 10_000);
  });

  it('tell it nothing either before the others have said all of that again', async () => {
    const { first, stall, phone, stopFirst, stopStall } = await threeTablets();
    const { tablet } = await requiredState(stall.tablets);
    await stopStall();
    await stopFirst();
    await takeOut(first, 'Stall');
    const office = await network.invited(first, 'Office');
    await tap(stall);
    const forged = await forgedAs({ tablet, number: 1 }, stall);
    const parcel = { tablet, number: 1, bytes: textOfBytes(forged.bytes) };
    await takeMessage(office, { parcel });
    network.carry(office);
    await untilLeftToOthers(office);
    expect(await office.deps.db.visits.count()).toBe(0);
    // Nobody is told that all of it is here, nor that something is wrong.
    await vi.waitFor(async () => {
      expect((await office.tablets.line.get('line'))?.coming).toBeGreaterThan(0);
    }, 10_000);
    network.carry(first);
    await untilEqual(first, phone, office);
    expect(await office.deps.db.visits.count()).toBe(1);
    await vi.waitFor(async () => expect(await office.tablets.aside.count()).toBe(0), 10_000);
  });

  it('are believed by one that joined later once nobody is left to say it again', async () => {
    const first = await network.firstTablet();
    const stopFirst = network.carry(first);
    const stall = await network.invited(first);
    const stopStall = network.carry(stall);
    await tap(stall);
    await untilEqual(first, stall);
    await stopStall();
    await stopFirst();
    await takeOut(first, 'Stall');
    const office = await network.invited(first, 'Office');
    network.carry(office);
    await untilLeftToOthers(office);
    expect(await office.deps.db.visits.count()).toBe(0);
    // The news of the new key is there before this tablet has noted who was taken out.
    const { line } = office;
    await takeOut({ ...office, line: { ...line, ask: slowly } }, 'Counter');
    async function slowly(request: Parameters<typeof line.ask>[0]) {
      const answer = await line.ask(request);
      await vi.waitFor(async () => {
        expect((await requiredState(office.tablets)).keys).toHaveProperty('3');
      }, 10_000);
      return answer;
    }
    await vi.waitFor(async () => {
      expect(await office.deps.db.visits.count()).toBe(1);
    }, 10_000);
    expect(await office.tablets.aside.count()).toBe(0);
  });

  it('cannot speak in the name of another one', async () => {
    const first = await network.firstTablet();
    const stall = await network.invited(first);
    const phone = await network.invited(first, 'Phone');
    await tap(stall);
    await takeOut(first, 'Stall');
    const { tablet } = await requiredState(first.tablets);
    const forged = await forgedAs({ tablet, number: 1 }, stall);
    const { bytes } = forged;
    const parcel = { tablet, number: 1, bytes: textOfBytes(bytes) };
    expect(await takeMessage(phone, { parcel })).toEqual({ kind: 'forged' });
    expect(await phone.tablets.parcels.count()).toBe(0);
    expect(await readParcel(phone, forged)).toEqual({ ok: false, problem: 'forged' });
  });

  it('is refused what it makes of an honest parcel, also without any signature', async () => {
    const first = await network.firstTablet();
    const stall = await network.invited(first);
    const { tablet, keys } = await requiredState(first.tablets);
    const meta = await first.deps.db.meta.get('meta');
    const head = { shop: meta?.shopId ?? '', tablet, number: 1, app: '1', device: '', knows: null };
    const load = { facts: byFactTable(() => []), tablets: [], emptied: [] };
    const bytes = await sealText(parcelText(head, load), lastKey(keys));
    expect(await readParcel(stall, { tablet, number: 1, bytes })).toMatchObject({
      problem: 'forged',
    });
  });
});

describe('what a tablet said before it was taken out', () => {
  it('is said again also where it could be read only later', async () => {
    const depot = new MemoryDepot();
    const [first, stall, office] = await openTablets(3, depot.line);
    if (first === undefined || stall === undefined || office === undefined)
      throw new Error('There are three');
    stall.deps.clock.advance(tenMinutes);
    await tap(stall);
    await bring(stall, depot);
    await fetchFrom(first, depot);
    expect(await first.tablets.aside.toArray()).toMatchObject([{ why: 'ahead' }]);
    await takeOut(first, 'Tablet 1');
    await bring(first, depot);
    await sweep(first);
    const roster = await first.tablets.roster.toArray();
    await office.tablets.roster.bulkPut(roster);
    const { keys } = await requiredState(first.tablets);
    await updateTabletState(office.tablets, () => ({ keys, leftToOthers: [stall.id] }));
    await fetchFrom(office, depot);
    first.deps.clock.advance(tenMinutes);
    await fetchFrom(first, depot);
    expect(await first.deps.db.visits.count()).toBe(1);
    first.deps.clock.advance(tenMinutes);
    await sweep(first);
    await bring(first, depot);
    office.deps.clock.advance(tenMinutes);
    await fetchFrom(office, depot);
    expect(await office.deps.db.visits.count()).toBe(1);
    expect(await office.tablets.aside.count()).toBe(0);
  });
});

const tenMinutes = 10 * 60_000;

describe('a tablet', () => {
  it('that nobody has spoken of yet is waited for', async () => {
    const depot = new MemoryDepot();
    const [first, second] = await openTablets(2, depot.line);
    if (first === undefined || second === undefined) throw new Error('There are two');
    const row = await second.tablets.roster.get(first.id);
    if (row === undefined) throw new Error('It is one of them');
    await second.tablets.roster.delete(first.id);
    await tap(first);
    await bring(first, depot);
    // Its own roster comes with it, but nobody else has said yet that it belongs to the shop.
    await fetchFrom(second, depot);
    expect(await second.tablets.aside.toArray()).toMatchObject([{ why: 'unknown-tablet' }]);
    expect(await second.deps.db.visits.count()).toBe(0);
    await second.tablets.roster.put(row);
    await fetchFrom(second, depot);
    expect(await second.deps.db.visits.count()).toBe(1);
    expect(await second.tablets.aside.count()).toBe(0);
  });

  it('that was paired before parcels were signed signs from now on', async () => {
    const depot = new MemoryDepot();
    const [first, second] = await openTablets(2, depot.line);
    if (first === undefined || second === undefined) throw new Error('There are two');
    for (const { tablets } of [first, second])
      await tablets.roster.update(first.id, { signing: null });
    await tap(first);
    await bring(first, depot);
    const { signingKey: _made, ...older } = await requiredState(first.tablets);
    await first.tablets.state.put(older);
    await ensureSigningKey(first);
    await tap(first);
    await bring(first, depot);
    await fetchFrom(second, depot);
    expect(await second.deps.db.visits.count()).toBe(2);
    const signing = (await second.tablets.roster.get(first.id))?.signing ?? null;
    expect(signing).toMatchObject({ from: 2 });
    if (signing === null) throw new Error('It signs');
    await second.tablets.roster.update(first.id, { signing: { ...signing, from: 1 } });
    const [old, later] = await second.tablets.parcels.toArray();
    if (old === undefined || later === undefined) throw new Error('Both are kept');
    expect(await readParcel(second, old)).toMatchObject({ problem: 'forged' });
    expect(await readParcel(second, later)).toMatchObject({ ok: true });
  });
});
