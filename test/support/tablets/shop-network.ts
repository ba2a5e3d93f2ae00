// The shop's own server as it runs, and tablets that are paired over it as people pair them.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import type { Deps } from '#app/deps.ts';
import { awaitGuest, letGuestIn, openInvitation } from '#app/pairing/invite-tablet.ts';
import { foundTablets } from '#app/pairing/found-tablets.ts';
import { joinShop } from '#app/pairing/join-shop.ts';
import { carryParcels } from '#app/tablets/carry-parcels.ts';
import type { TabletContext } from '#app/tablets/tablet-context.ts';
import { tabletsName } from '#app/tablets/tablets-name.ts';
import { inlineWorker } from '#app/worker/handlers.ts';
import { depotLine, type DepotLine } from '#platform/network/depot-line.ts';
import { openDatabase } from '#storage/database.ts';
import { openTabletsDatabase, type TabletsDexie } from '#storage/tablets/tablets-database.ts';
import { startShopServer, type ShopServer } from '../../../server/shop-server.ts';
import { testEnvironment } from '../shops/test-environment.ts';
import { openTestShop, type TestClock } from '../shops/test-shop.ts';
import { factsOf } from './facts-of.ts';

const zone = 'Europe/London';

export type PairedTablet = TabletContext & { readonly deps: Deps & { readonly clock: TestClock } };

export class ShopNetwork {
  readonly folder = mkdtempSync(join(tmpdir(), 'depot-'));
  readonly #ends: (() => Promise<void>)[] = [];
  readonly #over = new AbortController();
  readonly #copy = `${this.folder}-copy`;
  #server: ShopServer | null = null;

  async startServer(maxBytes?: number): Promise<void> {
    const place = { root: this.folder, folder: this.folder, port: 0, host: 'localhost' };
    const limit = maxBytes === undefined ? {} : { maxBytes };
    this.#server = await startShopServer({ ...place, ...limit, version: '1' });
  }

  async stopServer(): Promise<void> {
    await this.#server?.stop();
    this.#server = null;
  }

  get server(): ShopServer {
    if (this.#server === null) throw new Error('The server is not running');
    return this.#server;
  }

  /** To the server that runs when something is asked. */
  readonly line: DepotLine = {
    ask: (request) => this.#now().ask(request),
    listen: (request, onMessage, signal) => this.#now().listen(request, onMessage, signal),
  };

  #now(): DepotLine {
    const { address } = this.#server ?? { address: 'http://localhost:1' };
    return depotLine(`${address}/depot/`);
  }

  /** A shop with two people whose first tablet has founded the server. */
  async firstTablet(): Promise<PairedTablet> {
    const deps = await openTestShop();
    for (const name of ['Hana', 'Zoltan Kanari'])
      await addCustomer(deps, draftCustomer(deps, { name, zone }));
    const tablets = await openTabletsDatabase(`tablets-${deps.db.name}`);
    const context = { deps, tablets, line: this.line };
    const words = (this.server.foundingWords ?? '').replaceAll('-', ' ');
    expect(await foundTablets(context, { words, name: 'Counter' })).toMatchObject({ ok: true });
    return context;
  }

  /** A new tablet called `name` that `first` lets in. */
  async invited(first: TabletContext, name = 'Stall'): Promise<PairedTablet> {
    const { signal } = this.#over;
    const invitation = await openInvitation(first);
    if (!invitation.ok) throw new Error(invitation.problem);
    const { number, words } = invitation.value;
    const device = testEnvironment();
    const pictures: string[] = [];
    const joining = joinShop(
      { number, words: words.replaceAll('-', ' '), name },
      { device, line: this.line, signal, onWaiting: (picture) => pictures.push(picture) },
    );
    const atDoor = await awaitGuest(first, invitation.value, signal);
    if (!atDoor.ok) throw new Error(atDoor.problem);
    expect(atDoor.value.guest.name).toBe(name);
    expect(pictures).toEqual([atDoor.value.picture]);
    const { guest } = atDoor.value;
    expect(await letGuestIn(first, invitation.value, guest)).toMatchObject({ ok: true });
    const joined = await joining;
    if (!joined.ok) throw new Error(joined.problem);
    return this.#opened(joined.value, device);
  }

  async #opened(
    database: string,
    { clock, ids }: ReturnType<typeof testEnvironment>,
  ): Promise<PairedTablet> {
    const opened = await openDatabase(database, () => {});
    if (!opened.ok) throw new Error(opened.problem.kind);
    const parts = { db: opened.value, clock, ids };
    const deps = { ...parts, worker: inlineWorker(parts) };
    return { deps, tablets: await movedTablets(`tablets-${database}`), line: this.line };
  }

  /** Carries the parcels of the tablet until the test ends, or the result is called. */
  carry(context: TabletContext): () => Promise<void> {
    const control = new AbortController();
    const running = carryParcels(context, control.signal);
    const end = async (): Promise<void> => {
      control.abort();
      await running;
    };
    this.#ends.push(end);
    return end;
  }

  /** What is in the server's files. */
  bytes(): Buffer {
    const names = readdirSync(this.folder).filter(
      (name) => name.startsWith('depot.sqlite') && !name.endsWith('.lock'),
    );
    return Buffer.concat(names.map((name) => readFileSync(join(this.folder, name))));
  }

  /** Copies the files of the server, which stands still; or brings them back as they were then. */
  copyFiles(): void {
    cpSync(this.folder, this.#copy, { recursive: true });
  }

  setBackFiles(): void {
    rmSync(this.folder, { recursive: true });
    cpSync(this.#copy, this.folder, { recursive: true });
  }

  async end(): Promise<void> {
    this.#over.abort();
    this.#over.abort();
    await Promise.all(this.#ends.splice(0).map((end) => end()));
    await this.stopServer();
    for (const each of [this.folder, this.#copy]) rmSync(each, { recursive: true, force: true });
  }
}

// All tablets of a test have one storage, and the next one to join would take the place of this
// one.
async function movedTablets(name: string): Promise<TabletsDexie> {
  const [from, to] = await Promise.all([
    openTabletsDatabase(tabletsName('test-shop')),
    openTabletsDatabase(name),
  ]);
  for (const table of from.tables)
    await to.table<object>(table.name).bulkPut(await table.toArray());
  from.close();
  return to;
}

/** Waits until all know the same. */
export async function untilEqual(...all: readonly TabletContext[]): Promise<void> {
  await vi.waitFor(
    async () => {
      const facts = await Promise.all(all.map(({ deps }) => factsOf(deps.db)));
      expect(new Set(facts).size).toBe(1);
    },
    { timeout: 20_000, interval: 50 },
  );
}

/** Logs a visit of the shop's first customer. */
export async function tap({ deps }: TabletContext): Promise<void> {
  const [first] = await deps.db.customers.toArray();
  const customerId = first?.id ?? null;
  const logged = await recordVisit(deps, draftVisit(deps, { customerId, kind: 'bought', zone }));
  expect(logged).toMatchObject({ ok: true });
}
