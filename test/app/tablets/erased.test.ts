import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeCustomer } from '#app/customers/change-customer.ts';
import { eraseNow, scheduleErasure } from '#app/customers/erasure.ts';
import { readParcel } from '#app/tablets/parcel-seal.ts';
import { takeMessage } from '#app/tablets/take-messages.ts';
import { textOfBytes } from '#platform/crypto/sealing.ts';
import type { KeptParcel } from '#storage/tablets/tablets-database.ts';
import { day } from '../../support/shops/shop-with.ts';
import {
  ShopNetwork,
  tap,
  untilEqual,
  type PairedTablet,
} from '../../support/tablets/shop-network.ts';

const today = day('2026-06-18');

let network: ShopNetwork;

beforeEach(async () => {
  network = new ShopNetwork();
  await network.startServer();
});
afterEach(async () => {
  await network.end();
});

/** Everything that the parcels say which the tablet keeps. */
async function wordsIn(tablet: PairedTablet): Promise<string> {
  const texts: string[] = [];
  for (const parcel of await tablet.tablets.parcels.toArray()) {
    const opened = await readParcel(tablet, parcel);
    if (opened.ok) texts.push(JSON.stringify(opened.value));
  }
  return texts.join('');
}

async function naming(tablet: PairedTablet, word: string): Promise<readonly KeptParcel[]> {
  const found: KeptParcel[] = [];
  for (const parcel of await tablet.tablets.parcels.toArray()) {
    const opened = await readParcel(tablet, parcel);
    if (opened.ok && JSON.stringify(opened.value).includes(word)) found.push(parcel);
  }
  return found;
}

/** A piece of a sealed parcel by which its bytes are known again. */
function pieceOf({ bytes }: KeptParcel): Buffer {
  return Buffer.from(bytes.subarray(bytes.length - 48));
}

async function erase({ deps }: PairedTablet, name: string): Promise<void> {
  const found = (await deps.db.customers.toArray()).find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is one of them`);
  await scheduleErasure(deps, found.id, today);
  expect(await eraseNow(deps, found.id, today)).toMatchObject({ ok: true });
}

async function untilForgotten(...tablets: readonly PairedTablet[]): Promise<void> {
  await vi.waitFor(
    async () => {
      for (const tablet of tablets) expect(await wordsIn(tablet)).not.toMatch(/Zoltan|violets/);
    },
    { timeout: 20_000, interval: 100 },
  );
}

/** Two tablets that know of Zoltan, who likes violets. */
async function twoTablets(): Promise<readonly [PairedTablet, PairedTablet]> {
  const first = await network.firstTablet();
  network.carry(first);
  const second = await network.invited(first);
  const people = await first.deps.db.customers.toArray();
  const zoltan = people.find(({ name }) => name.startsWith('Zoltan'));
  if (zoltan === undefined) throw new Error('Zoltan is one of them');
  await changeCustomer(first.deps, zoltan.id, { note: 'violets' });
  return [first, second];
}

describe('somebody who is erased', () => {
  it('is in no parcel any more, on no tablet and in no file of the server', async () => {
    const [first, second] = await twoTablets();
    network.carry(second);
    await untilEqual(first, second);
    const pieces = (await naming(first, 'Zoltan')).map(pieceOf);
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect(network.bytes().includes(piece)).toBe(true);
    await erase(first, 'Zoltan Kanari');
    await untilForgotten(first, second);
    await vi.waitFor(() => {
      for (const piece of pieces) expect(network.bytes().includes(piece)).toBe(false);
    }, 20_000);
    await untilEqual(first, second);
    expect(await second.deps.db.customers.toArray()).toMatchObject([{ name: 'Hana' }]);
  });

  it('is not among what a tablet gets that joins later, which lacks nothing else', async () => {
    const [first] = await twoTablets();
    await tap(first);
    await erase(first, 'Zoltan Kanari');
    await untilForgotten(first);
    const third = await network.invited(first, 'Phone');
    network.carry(third);
    await untilEqual(first, third);
    expect(await third.deps.db.visits.count()).toBe(1);
    await vi.waitFor(async () => expect(await third.tablets.aside.count()).toBe(0), 10_000);
    expect(await wordsIn(third)).not.toMatch(/Zoltan|violets/);
  });

  it('does not come back with an old parcel that the server gives once more', async () => {
    const [first, second] = await twoTablets();
    const old = await vi.waitFor(async () => {
      const found = await naming(first, 'violets');
      expect(found.length).toBe(1);
      return found;
    }, 10_000);
    await erase(first, 'Zoltan Kanari');
    await untilForgotten(first);
    const stop = network.carry(second);
    await untilEqual(first, second);
    await stop();
    for (const { tablet, number, bytes } of old) {
      const parcel = { tablet, number, bytes: textOfBytes(bytes) };
      await takeMessage(second, { parcel });
      await takeMessage(first, { parcel });
    }
    expect(await wordsIn(second)).not.toMatch(/Zoltan|violets/);
    expect(await second.deps.db.customers.count()).toBe(1);
  });

  it('goes out of what an absent tablet had noted of them, once it is back', async () => {
    const [first, second] = await twoTablets();
    const stop = network.carry(second);
    await untilEqual(first, second);
    await stop();
    const zoltan = (await second.deps.db.customers.toArray()).find(({ note }) => note !== '');
    if (zoltan === undefined) throw new Error('Zoltan likes violets');
    await changeCustomer(second.deps, zoltan.id, { note: 'white violets' });
    await erase(first, 'Zoltan Kanari');
    network.carry(second);
    await untilEqual(first, second);
    await vi.waitFor(async () => {
      expect((await first.tablets.state.get('state'))?.sweep).not.toBe(null);
    }, 20_000);
    for (const { deps } of [first, second]) deps.clock.advance(11 * 60_000);
    // Something to wake them.
    await tap(first);
    await tap(second);
    await untilForgotten(first, second);
    await untilEqual(first, second);
  });
});
