import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { awaitGuest, openInvitation } from '#app/pairing/invite-tablet.ts';
import { foundTablets } from '#app/pairing/found-tablets.ts';
import { joinShop } from '#app/pairing/join-shop.ts';
import { takeOutTablet } from '#app/pairing/take-out-tablet.ts';
import { openTabletsDatabase } from '#storage/tablets/tablets-database.ts';
import { testEnvironment } from '../../support/shops/test-environment.ts';
import { day } from '../../support/shops/shop-with.ts';
import { ShopNetwork, tap, untilEqual } from '../../support/tablets/shop-network.ts';

let network: ShopNetwork;

beforeEach(async () => {
  network = new ShopNetwork();
  await network.startServer();
});
afterEach(async () => {
  await network.end();
});

describe('a second tablet', () => {
  it('joins with a number and six words, and both know what either notes', async () => {
    const first = await network.firstTablet();
    network.carry(first);
    const second = await network.invited(first);
    network.carry(second);
    await untilEqual(first, second);
    expect(await second.deps.db.customers.count()).toBe(2);
    await tap(first);
    await tap(second);
    await untilEqual(first, second);
    expect(await first.deps.db.visits.count()).toBe(2);
    expect(network.bytes().toString('latin1')).not.toMatch(/Zoltan|Kanari|Hana|customers|Pell/);
  });

  it('goes on by itself without a line, and gives and takes what is missing afterwards', async () => {
    const first = await network.firstTablet();
    const second = await network.invited(first);
    const stopFirst = network.carry(first);
    network.carry(second);
    await untilEqual(first, second);
    await stopFirst();
    await tap(first);
    await tap(first);
    await tap(second);
    network.carry(first);
    await untilEqual(first, second);
    expect(await second.deps.db.visits.count()).toBe(3);
  });

  it('fills a server that was emptied with all that the tablets have', async () => {
    const first = await network.firstTablet();
    const second = await network.invited(first);
    const stops = [network.carry(first), network.carry(second)];
    await untilEqual(first, second);
    for (const each of stops) await each();
    await network.stopServer();
    rmSync(network.folder, { recursive: true });
    await network.startServer();
    const words = network.server.foundingWords ?? '';
    expect(await foundTablets(first, { words, name: '' })).toMatchObject({ ok: true });
    await tap(second);
    network.carry(first);
    network.carry(second);
    await untilEqual(first, second);
    expect(await first.deps.db.visits.count()).toBe(1);
  });

  it('that is taken out hears nothing more, and the others go on', async () => {
    const first = await network.firstTablet();
    const second = await network.invited(first);
    network.carry(first);
    network.carry(second);
    await untilEqual(first, second);
    const gone = (await first.tablets.roster.toArray()).find(({ name }) => name === 'Stall');
    if (gone === undefined) throw new Error('Stall is one of them');
    expect(await takeOutTablet(first, gone, day('2026-06-18'))).toMatchObject({ ok: true });
    await tap(first);
    await vi.waitFor(async () => {
      expect((await second.tablets.line.get('line'))?.problem).toBe('taken-out');
    }, 10_000);
    expect(await second.deps.db.visits.count()).toBe(0);
  });

  it('is known again to a server that was set back, and one taken out stays out', async () => {
    const first = await network.firstTablet();
    network.carry(first);
    const stall = await network.invited(first, 'Stall');
    const stopStall = network.carry(stall);
    await untilEqual(first, stall);
    await network.stopServer();
    network.copyFiles();
    await network.startServer();
    const phone = await network.invited(first, 'Phone');
    network.carry(phone);
    await untilEqual(first, phone);
    const gone = (await first.tablets.roster.toArray()).find(({ name }) => name === 'Stall');
    if (gone === undefined) throw new Error('Stall is one of them');
    await stopStall();
    expect(await takeOutTablet(first, gone, day('2026-06-18'))).toMatchObject({ ok: true });
    await tap(first);
    await untilEqual(first, phone);
    await network.stopServer();
    network.setBackFiles();
    await network.startServer();
    await tap(phone);
    await untilEqual(first, phone);
    expect(await phone.deps.db.visits.count()).toBe(2);
    network.carry(stall);
    await vi.waitFor(async () => {
      expect((await stall.tablets.line.get('line'))?.problem).toBe('taken-out');
    }, 10_000);
    expect(await stall.deps.db.visits.count()).toBe(0);
  });

  it('is not let in with other words, nor founds a server that has a shop', async () => {
    const first = await network.firstTablet();
    const invitation = await openInvitation(first);
    if (!invitation.ok) throw new Error(invitation.problem);
    const { number } = invitation.value;
    const control = new AbortController();
    const onWaiting = (): void => {};
    const options = {
      device: testEnvironment(),
      line: network.line,
      signal: control.signal,
      onWaiting,
    };
    void joinShop({ number, words: 'six other words than those said', name: 'Thief' }, options);
    const atDoor = await awaitGuest(first, invitation.value, control.signal);
    control.abort();
    expect(atDoor).toEqual({ ok: false, problem: 'wrong-words' });
    const other = { ...first, tablets: await openTabletsDatabase('tablets-of-another') };
    const words = network.server.foundingWords ?? '';
    expect(await foundTablets(other, { words, name: 'Other' })).toEqual({
      ok: false,
      problem: 'other-shop',
    });
  });
});
