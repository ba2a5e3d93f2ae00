// Everybody the shop knows, in memory: read once, then kept up to date with what changes in any
// tab. The Counter's tiles and the search read it, so that a tap or a letter reads no table. The
// tables stay the truth; a roster is read again at any doubt.

import {
  customerIdFrom,
  isPresent,
  mergedCustomer,
  type Customer,
  type CustomerId,
} from '#domain/customers/customer.ts';
import { foldVersion, type History } from '#domain/visits/history.ts';
import type { StorageProblem } from '#domain/shop/shop-problem.ts';
import type { SearchableCustomer } from '#domain/customers/name-search.ts';
import { startupOrder, slotMinutes } from '#engine/arrivals/startup-set.ts';
import { groupBy } from '#lib/group-by.ts';
import { Emitter } from '#lib/observable.ts';
import { ok, type Result } from '#lib/result.ts';
import { readAllCustomers } from '#storage/tables/all-customers.ts';
import { readStartupCache } from '#storage/tables/startup-cache.ts';
import {
  readHistoriesByCustomer,
  readHistory,
  readMergedCustomers,
  rebuildHistory,
} from '#storage/tables/histories.ts';
import { collectHistoryChanges, type HistoryChange } from '#storage/observe.ts';
import { write, attempt } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

/** One customer: with those merged into them, and the history. */
export interface RosterEntry {
  readonly id: CustomerId;
  readonly customer: Customer;
  readonly history: History;
}

/** What changed: these customers, possibly everybody, or only that everybody is read now. */
export type RosterChange =
  | { readonly kind: 'some'; readonly ids: readonly CustomerId[] }
  | { readonly kind: 'complete' }
  | { readonly kind: 'all' };

/** Asked for together: a tap comes in between. */
const readTogether = 250;

/** Histories rebuilt in one transaction. */
const rebuiltPerTransaction = 100;

/** Opens the roster of a shop just opened, where the storage may still fail to read it. */
export async function tryOpenRoster(
  deps: Deps,
  whenIdle: (step: () => void) => unknown,
): Promise<Result<Roster, StorageProblem>> {
  return attempt(() => openRoster(deps, whenIdle));
}

/**
 * Reads everybody and follows the database from then on. Given `whenIdle`, a shop with a startup
 * set for this half hour has only that at first, and reads everybody when `whenIdle` calls back.
 */
export async function openRoster(
  deps: Deps,
  whenIdle?: (step: () => void) => unknown,
): Promise<Roster> {
  const startupSet = whenIdle === undefined ? null : await readStartupSet(deps);
  const roster = new Roster(deps, startupSet);
  if (startupSet === null || whenIdle === undefined) await roster.open();
  else roster.openLater(new Promise<void>((resolve) => void whenIdle(resolve)));
  return roster;
}

/** Everybody in memory, kept up to date with every tab. Emits each change once it is in here. */
export class Roster extends Emitter<RosterChange> {
  readonly #deps: Deps;
  readonly #people = new Map<CustomerId, RosterEntry>();
  readonly #startupTiles: Map<CustomerId, SearchableCustomer>;
  #startupSet: readonly SearchableCustomer[] | null;
  #queue: Promise<void> = Promise.resolve();
  // What could not be read is read with the next change, whoever that is about.
  #needsFullReload = false;
  #isClosed = false;
  #unsubscribe = (): void => {};

  constructor(deps: Deps, startupSet: readonly SearchableCustomer[] | null) {
    super();
    this.#deps = deps;
    this.#startupSet = startupSet;
    this.#startupTiles = new Map(startupSet?.map((customer) => [customer.id, customer]));
  }

  /** Reads everybody and follows the database. */
  async open(): Promise<void> {
    this.#queue = this.#readAll();
    this.#follow();
    await this.#queue;
  }

  /** Follows the database, and reads everybody after `idle`. */
  openLater(idle: Promise<void>): void {
    this.#queue = idle.then(() => this.#readRest());
    this.#follow();
  }

  /** Whether everybody was read; before that there is only the startup set. */
  isComplete(): boolean {
    return this.#startupSet === null;
  }

  /** The customers for this minute, likeliest first; null once everybody is read. */
  startupSet(): readonly SearchableCustomer[] | null {
    return this.#startupSet;
  }

  /** What the tile of a customer shows. */
  tileInfo(id: CustomerId): Pick<Customer, 'id' | 'name' | 'cue'> | undefined {
    return this.#people.get(id)?.customer ?? this.#startupTiles.get(id);
  }

  people(): ReadonlyMap<CustomerId, RosterEntry> {
    return this.#people;
  }

  person(id: CustomerId): RosterEntry | undefined {
    return this.#people.get(id);
  }

  close(): void {
    this.#isClosed = true;
    this.#unsubscribe();
  }

  async #readRest(): Promise<void> {
    if (this.#isClosed) return;
    await this.#readAll().catch((error: unknown) => this.#throwUnlessClosed(error));
    this.#startupSet = null;
    this.#startupTiles.clear();
    this.emit({ kind: 'complete' });
  }

  // One after the other: an older answer must never overwrite a newer one. What changes while
  // others are read is read together.
  #follow(): void {
    const changes = collectHistoryChanges(this.#deps.db, () => {
      this.#queue = this.#queue
        .then(() => this.#apply(changes.take()))
        .catch((error: unknown) => this.#throwUnlessClosed(error));
    });
    this.#unsubscribe = changes.stop;
  }

  async #apply(change: HistoryChange | null): Promise<void> {
    if (change === null) return;
    const read = await attempt(() =>
      this.#reload(this.#needsFullReload ? { kind: 'all' } : change),
    );
    this.#needsFullReload = !read.ok;
    if (read.ok) this.emit(read.value);
  }

  // Nobody awaits these reads: an error in them is logged like any bug, unless the database was
  // closed under them.
  #throwUnlessClosed(error: unknown): void {
    if (!this.#isClosed) throw error;
  }

  async #reload(change: HistoryChange): Promise<RosterChange> {
    // When most change at once, as by an import, reading everybody again is faster.
    if (change.kind === 'all' || change.ids.length > Math.max(200, this.#people.size / 2)) {
      await this.#readAll();
      return { kind: 'all' };
    }
    const ids = change.ids.map(customerIdFrom);
    await this.#readSome(ids);
    return { kind: 'some', ids };
  }

  async #readSome(ids: readonly CustomerId[]): Promise<void> {
    for (let from = 0; from < ids.length; from += readTogether)
      await this.#readTogether(ids.slice(from, from + readTogether));
  }

  // Another tablet's visits come by the hundred.
  async #readTogether(ids: readonly CustomerId[]): Promise<void> {
    const { db } = this.#deps;
    const [customers, histories, joined] = await Promise.all([
      db.customers.bulkGet([...ids]),
      readHistoriesByCustomer(db, ids),
      db.customers.where('mergedInto').anyOf(ids).toArray(),
    ]);
    const survivors = new Set(joined.map((customer) => customer.mergedInto));
    const others: CustomerId[] = [];
    for (const [index, id] of ids.entries()) {
      const [customer, history] = [customers[index], histories[index]];
      if (customer?.mergedInto !== null || history === undefined || survivors.has(id))
        others.push(id);
      else this.#people.set(id, { id, customer, history });
    }
    await Promise.all(others.map((id) => this.#readOne(id)));
  }

  // Exchanged in one go, so that nobody who reads meanwhile sees half of the shop.
  async #readAll(): Promise<void> {
    const { customers, histories } = await readAllCustomers(this.#deps.db);
    const historiesById = new Map(histories.map((history) => [history.customerId, history]));
    const merged = groupBy(
      customers.filter((customer) => customer.mergedInto !== null),
      (customer) => customer.mergedInto,
    );
    this.#people.clear();
    const stale: CustomerId[] = [];
    for (const customer of customers) {
      if (!isPresent(customer)) continue;
      const history = historiesById.get(customer.id);
      if (history?.foldVersion !== foldVersion) stale.push(customer.id);
      else
        this.#people.set(customer.id, {
          id: customer.id,
          customer: mergedCard(customer, merged),
          history,
        });
    }
    if (stale.length === 0) return;
    await rebuildHistories(this.#deps, stale);
    await this.#readSome(stale);
  }

  async #readOne(id: CustomerId): Promise<void> {
    const { db } = this.#deps;
    const [merged, history] = await Promise.all([readMergedCustomers(db, id), readHistory(db, id)]);
    if (merged === undefined || history === undefined || merged.customer.id !== id)
      this.#people.delete(id);
    else
      this.#people.set(id, {
        id,
        customer: mergedCustomer(merged.customer, merged.joined),
        history,
      });
  }
}

async function readStartupSet({ db, clock }: Deps): Promise<readonly SearchableCustomer[] | null> {
  const minute = Math.floor(clock.now() / 60_000);
  const cached = await readStartupCache(db, Math.floor(minute / slotMinutes));
  const customers = cached && startupOrder(cached.learned, minute % slotMinutes);
  return customers?.filter(({ id }) => !cached?.changed.has(id)) ?? null;
}

type CardsByTarget = ReadonlyMap<CustomerId | null, readonly Customer[]>;

function mergedCard(customer: Customer, merged: CardsByTarget): Customer {
  return merged.has(customer.id)
    ? mergedCustomer(customer, cardsInto(customer.id, merged))
    : customer;
}

function cardsInto(id: CustomerId, merged: CardsByTarget): readonly Customer[] {
  return (merged.get(id) ?? []).flatMap((customer) => [
    customer,
    ...cardsInto(customer.id, merged),
  ]);
}

// Histories folded by other code, or missing, are rebuilt before they are shown. A write that fails
// leaves those customers out until the next start; nothing of theirs is lost. Taps come in between.
async function rebuildHistories(deps: Deps, ids: readonly CustomerId[]): Promise<void> {
  for (let from = 0; from < ids.length; from += rebuiltPerTransaction) {
    const chunk = ids.slice(from, from + rebuiltPerTransaction);
    await write(deps.db, deps.clock.now(), async (writer) => {
      for (const id of chunk) await rebuildHistory(writer.db, id);
      return ok(undefined);
    });
  }
}
