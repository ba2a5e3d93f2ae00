import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import type { Deps } from '#app/deps.ts';
import { awaitGuest, letGuestIn, openInvitation } from '#app/tablets/invite-tablet.ts';
import { foundTablets } from '#app/tablets/found-tablets.ts';
import { joinShop } from '#app/tablets/join-shop.ts';
import { carryParcels } from '#app/tablets/carry-parcels.ts';
import { takeOutTablet } from '#app/tablets/take-out-tablet.ts';
import type { TabletContext } from '#app/tablets/tablet-context.ts';
import { tabletsName } from '#app/tablets/tablets-name.ts';
import { inlineWorker } from '#app/worker/handlers.ts';
import { depotLine, type DepotLine } from '#platform/network/depot-line.ts';
import { openDatabase } from '#storage/database.ts';
import { openTabletsDatabase } from '#storage/tablets/tablets-database.ts';
import { startShopServer, type ShopServer } from '../../../server/shop-server.ts';
import { testEnvironment } from '../../support/shops/test-environment.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { day } from '../../support/shops/shop-with.ts';
import { factsOf } from '../../support/tablets/facts-of.ts';

const zone = 'Europe/London';

let folder = '';
let server: ShopServer;
const stop = new AbortController();
const ends: (() => void)[] = [];

async function startServer(): Promise<ShopServer> {
  const port = 0;
  return startShopServer({ root: folder, folder, port, host: 'localhost', version: '1' });
}

function line(): DepotLine {
  return depotLine(`${server.address}/depot/`);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'depot-'));
  server = await startServer();
});
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A shop with two people whose first tablet has founded the server. */
async function firstTablet(): Promise<TabletContext> {
  const deps = await openTestShop();
  for (const name of ['Hana', 'Zoltan Kanari'])
    await addCustomer(deps, draftCustomer(deps, { name, zone }));
  const tablets = await openTabletsDatabase(`tablets-${deps.db.name}`);
  const context = { deps, tablets, line: line() };
  const words = (server.foundingWords ?? '').replaceAll('-', ' ');
  expect(await foundTablets(context, { words, name: 'Counter' })).toMatchObject({ ok: true });
  return context;
}

async function invited(first: TabletContext): Promise<TabletContext> {
  const invitation = await openInvitation(first);
  if (!invitation.ok) throw new Error(invitation.problem);
  const { number, words } = invitation.value;
  const device = testEnvironment();
  const pictures: string[] = [];
  const joining = joinShop(
    { number, words: words.replaceAll('-', ' '), name: 'Stall' },
    { device, line: line(), signal: stop.signal, onWaiting: (picture) => pictures.push(picture) },
  );
  const atDoor = await awaitGuest(first, invitation.value, stop.signal);
  if (!atDoor.ok) throw new Error(atDoor.problem);
  expect(atDoor.value.guest.name).toBe('Stall');
  expect(pictures).toEqual([atDoor.value.picture]);
  expect(await letGuestIn(first, invitation.value, atDoor.value.guest)).toMatchObject({ ok: true });
  const joined = await joining;
  if (!joined.ok) throw new Error(joined.problem);
  const opened = await openDatabase(joined.value, () => {});
  if (!opened.ok) throw new Error(opened.problem.kind);
  const parts = { db: opened.value, clock: device.clock, ids: device.ids };
  const deps: Deps = { ...parts, worker: inlineWorker(parts) };
  return { deps, tablets: await openTabletsDatabase(tabletsName('test-shop')), line: line() };
}

/** Carries the parcels of the tablet until the test ends, or the result is called. */
function carry(context: TabletContext): () => Promise<void> {
  const control = new AbortController();
  const running = carryParcels({ ...context, line: line() }, control.signal);
  const end = async (): Promise<void> => {
    control.abort();
    await running;
  };
  ends.push(() => control.abort());
  return end;
}

async function untilEqual(...all: readonly TabletContext[]): Promise<void> {
  await vi.waitFor(
    async () => {
      const facts = await Promise.all(all.map(({ deps }) => factsOf(deps.db)));
      expect(new Set(facts).size).toBe(1);
    },
    { timeout: 20_000, interval: 50 },
  );
}

async function tap({ deps }: TabletContext): Promise<void> {
  const [first] = await deps.db.customers.toArray();
  const customerId = first?.id ?? null;
  await recordVisit(deps, draftVisit(deps, { customerId, kind: 'bought', zone }));
}

function bytesOnServer(): string {
  return readdirSync(folder)
    .filter((name) => name.startsWith('depot.sqlite') && !name.endsWith('.lock'))
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
}

describe('a second tablet', () => {
  it('joins with a number and six words, and both know what either notes', async () => {
    const first = await firstTablet();
    carry(first);
    const second = await invited(first);
    carry(second);
    await untilEqual(first, second);
    expect(await second.deps.db.customers.count()).toBe(2);
    await tap(first);
    await tap(second);
    await untilEqual(first, second);
    expect(await first.deps.db.visits.count()).toBe(2);
    expect(bytesOnServer()).not.toMatch(/Zoltan|Kanari|Hana|customers|Pell/);
  });

  it('goes on by itself without a line, and gives and takes what is missing afterwards', async () => {
    const first = await firstTablet();
    const second = await invited(first);
    const stopFirst = carry(first);
    carry(second);
    await untilEqual(first, second);
    await stopFirst();
    await tap(first);
    await tap(first);
    await tap(second);
    carry(first);
    await untilEqual(first, second);
    expect(await second.deps.db.visits.count()).toBe(3);
  });

  it('fills a server that was emptied with all that the tablets have', async () => {
    const first = await firstTablet();
    const second = await invited(first);
    const stops = [carry(first), carry(second)];
    await untilEqual(first, second);
    for (const each of stops) await each();
    await server.stop();
    rmSync(folder, { recursive: true });
    server = await startServer();
    const again = { ...first, line: line() };
    const words = server.foundingWords ?? '';
    expect(await foundTablets(again, { words, name: '' })).toMatchObject({ ok: true });
    await tap(second);
    carry(first);
    carry(second);
    await untilEqual(first, second);
    expect(await first.deps.db.visits.count()).toBe(1);
  });

  it('that is taken out hears nothing more, and the others go on', async () => {
    const first = await firstTablet();
    const second = await invited(first);
    carry(first);
    carry(second);
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

  it('is not let in with other words, nor founds a server that has a shop', async () => {
    const first = await firstTablet();
    const invitation = await openInvitation(first);
    if (!invitation.ok) throw new Error(invitation.problem);
    const { number } = invitation.value;
    const onWaiting = (): void => {};
    const options = { device: testEnvironment(), line: line(), signal: stop.signal, onWaiting };
    const control = new AbortController();
    void joinShop(
      { number, words: 'six other words than those said', name: 'Thief' },
      { ...options, signal: control.signal },
    );
    const atDoor = await awaitGuest(first, invitation.value, stop.signal);
    control.abort();
    expect(atDoor).toEqual({ ok: false, problem: 'wrong-words' });
    const other = { ...first, tablets: await openTabletsDatabase('tablets-of-another') };
    const words = server.foundingWords ?? '';
    expect(await foundTablets(other, { words, name: 'Other' })).toEqual({
      ok: false,
      problem: 'other-shop',
    });
  });
});
