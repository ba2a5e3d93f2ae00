// Tablets of one shop on a made-up IndexedDB, with the app's own code, on the server of a campaign.
import 'fake-indexeddb/auto';
import { setTimeout as wait } from 'node:timers/promises';
import { recordVisit, draftVisit } from '../../../src/app/customers/visits.ts';
import { addCustomer, draftCustomer } from '../../../src/app/customers/customers.ts';
import { carryParcels } from '../../../src/app/tablets/carry-parcels.ts';
import { hashPass } from '../../../src/app/pairing/found-tablets.ts';
import { depotLine, type DepotLine } from '../../../src/platform/network/depot-line.ts';
import type { LineProblem } from '../../../src/storage/tablets/tablets-database.ts';
import { factsOf } from '../../../test/support/tablets/facts-of.ts';
import { openTablets, type ShopTablet } from '../../../test/support/tablets/shop-tablets.ts';
import type { ServerProcess } from './server-process.ts';

const zone = 'Europe/London';
const patience = 60_000;

/** The shop's tablets, and what was said to be saved on them. */
export class CarriedShop {
  readonly tablets: readonly ShopTablet[];
  readonly saved = new Set<string>();
  readonly #ends = new Map<ShopTablet, () => Promise<void>>();

  private constructor(tablets: readonly ShopTablet[]) {
    this.tablets = tablets;
  }

  /** `address` is where the tablets look for the server; its own where none is given. */
  static async open(server: ServerProcess, count: number, address?: string): Promise<CarriedShop> {
    const line = depotLine(`${address ?? server.address}/depot/`);
    const shop = new CarriedShop(await openTablets(count, line));
    await shop.found(server);
    const [first] = shop.tablets;
    if (first === undefined) throw new Error('There are tablets');
    for (const name of ['Hana', 'Tom', 'Ida'])
      await addCustomer(first.deps, draftCustomer(first.deps, { name, zone }));
    return shop;
  }

  /** Gives a new or emptied server the shop. */
  async found(server: ServerProcess): Promise<void> {
    const [first] = this.tablets;
    const roster = (await first?.tablets.roster.toArray()) ?? [];
    const tablets = roster.map(({ id, passHash }) => ({ id, passHash }));
    const body = { words: server.foundingWords, shop: await hashPass('test-shop'), tablets };
    const line = depotLine(`${server.address}/depot/`);
    const founded = await line.ask({ method: 'POST', path: 'shop', body });
    if (!founded.ok) throw new Error(`Not founded: ${founded.problem}`);
  }

  carry(tablet: ShopTablet, line: DepotLine = tablet.line): void {
    const control = new AbortController();
    const running = carryParcels({ ...tablet, line }, control.signal);
    this.#ends.set(tablet, async () => {
      control.abort();
      await running;
    });
  }

  carryAll(): void {
    for (const tablet of this.tablets) this.carry(tablet);
  }

  /** Ends the carrying of one tablet, or of all. */
  async rest(tablet?: ShopTablet): Promise<void> {
    const resting = [...this.#ends].filter(([each]) => tablet === undefined || each === tablet);
    await Promise.all(resting.map(([, end]) => end()));
    for (const [each] of resting) this.#ends.delete(each);
  }

  /** A visit on each tablet; what the tablet says is saved is counted. */
  async tapAll(): Promise<void> {
    for (const tablet of this.tablets) await this.tap(tablet);
  }

  async tap({ deps }: ShopTablet): Promise<void> {
    const [first] = await deps.db.customers.toArray();
    const draft = draftVisit(deps, { customerId: first?.id ?? null, kind: 'bought', zone });
    const logged = await recordVisit(deps, draft);
    if (logged.ok) this.saved.add(draft.id);
  }

  /**
   * Waits until all know the same; gives what of the saved is missing then, or that they differ.
   */
  async missingAfterMeeting(): Promise<readonly string[]> {
    const until = Date.now() + patience;
    for (;;) {
      const facts = await Promise.all(this.tablets.map(({ deps }) => factsOf(deps.db)));
      const missing = [...this.saved].filter((id) => facts.some((each) => !each.includes(id)));
      if (missing.length === 0 && new Set(facts).size === 1) return [];
      if (Date.now() > until) return missing.length > 0 ? missing : ['the tablets differ'];
      await wait(50);
    }
  }

  /** Whether the tablet comes to say `problem` on its screen, or that there is none. */
  async says(tablet: ShopTablet, problem: LineProblem | null): Promise<boolean> {
    const until = Date.now() + patience;
    while (Date.now() < until) {
      const line = await tablet.tablets.line.get('line');
      if (line !== undefined && line.problem === problem) return true;
      await wait(50);
    }
    return false;
  }

  async close(): Promise<void> {
    await this.rest();
    for (const { deps, tablets } of this.tablets) {
      await deps.db.delete();
      await tablets.delete();
    }
  }
}
