// Everybody the shop knows, in memory: read once, then kept up with what changes in any tab. The
// Counter's tiles and the search read it, so that a tap or a letter touches no table. The tables
// stay the truth; a roster is thrown away and read again at any doubt.

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
import { ok, type Result } from '#lib/result.ts';
import { attempt } from '#storage/attempt.ts';
import { readAllCustomers } from '#storage/tables/all-customers.ts';
import { readStartupCache } from '#storage/tables/startup-cache.ts';
import { readCards, readHistory, rebuildHistory } from '#storage/tables/histories.ts';
import { observeHistories, type HistoryChange } from '#storage/observe.ts';
import { write } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

/** One present person: the card as joined, and the history. */
export interface RosterEntry {
  readonly id: CustomerId;
  readonly card: Customer;
  readonly history: History;
}

/**
 * What changed in the roster: these people (also those no longer in it), possibly everybody, or
 * nothing but that it is whole now.
 */
export type RosterChange =
  | { readonly kind: 'some'; readonly ids: readonly CustomerId[] }
  | { readonly kind: 'complete' }
  | { readonly kind: 'all' };

/** Everybody in memory, kept up with every tab. */
export interface Roster {
  /**
   * Whether everybody was read. Before that there are only the first people, of whom nothing but
   * the card's face is known.
   */
  readonly isComplete: () => boolean;
  /**
   * The people for this minute, the likeliest first; null once everybody is read, and where none
   * were chosen.
   */
  readonly startupSet: () => readonly SearchableCustomer[] | null;
  /** What the tile of somebody shows. */
  readonly tileInfo: (id: CustomerId) => Pick<Customer, 'id' | 'name' | 'cue'> | undefined;
  readonly people: () => ReadonlyMap<CustomerId, RosterEntry>;
  readonly person: (id: CustomerId) => RosterEntry | undefined;
  /** Hears of each change after it is in the roster, until the returned function is called. */
  readonly subscribe: (onChange: (change: RosterChange) => void) => () => void;
  readonly close: () => void;
}

/**
 * When more people change at once, as when a list comes in, reading everybody anew is quicker than
 * reading each.
 */
const maxSingleReads = 200;

/** People folded anew in one transaction. */
const rebuiltPerTransaction = 100;

/** Opens the roster of a shop that has just been opened; the storage may yet fail to read it. */
export async function tryOpenRoster(
  deps: Deps,
  whenIdle: (step: () => void) => unknown,
): Promise<Result<Roster, StorageProblem>> {
  return attempt(() => openRoster(deps, whenIdle));
}

/**
 * Reads everybody and follows the database from then on. Histories folded by other code, or
 * missing, are folded anew first. Where people were chosen for this half hour it is there with them
 * alone, and reads everybody when `whenIdle` says so.
 */
export async function openRoster(
  deps: Deps,
  whenIdle?: (step: () => void) => unknown,
): Promise<Roster> {
  const people = new Map<CustomerId, RosterEntry>();
  const listeners = new Set<(change: RosterChange) => void>();
  let first = whenIdle === undefined ? null : await readStartupSet(deps);
  const tileInfos = new Map(first?.map((card) => [card.id, card]));
  let isClosed = false;
  // A change that could not be read is read with the next one, whoever's that is.
  let needsFullReload = false;
  let queue =
    first === null || whenIdle === undefined
      ? readAll(deps, people)
      : new Promise<void>((resolve) => void whenIdle(resolve)).then(readRest);

  async function readRest(): Promise<void> {
    if (isClosed) return;
    await readAll(deps, people).catch(unlessClosed);
    first = null;
    tileInfos.clear();
    for (const listener of listeners) listener({ kind: 'complete' });
  }

  // One after the other: an older answer must never overwrite a newer one.
  function follow(change: HistoryChange): void {
    queue = enqueue(queue, change).catch(unlessClosed);
  }
  async function enqueue(before: Promise<void>, change: HistoryChange): Promise<void> {
    await before;
    const read = await attempt(() =>
      reload(deps, people, needsFullReload ? { kind: 'all' } : change),
    );
    needsFullReload = !read.ok;
    if (read.ok) for (const listener of listeners) listener(read.value);
  }

  // Nobody waits for these readings: what goes wrong in them is heard as any bug is, unless the
  // database was taken away under them.
  function unlessClosed(error: unknown): void {
    if (!isClosed) throw error;
  }

  const stopFollowing = observeHistories(deps.db, follow);
  if (first === null) await queue;
  return {
    isComplete: () => first === null,
    startupSet: () => first,
    tileInfo: (id) => people.get(id)?.card ?? tileInfos.get(id),
    people: () => people,
    person: (id) => people.get(id),
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    close() {
      isClosed = true;
      stopFollowing();
    },
  };
}

async function readStartupSet({ db, clock }: Deps): Promise<readonly SearchableCustomer[] | null> {
  const minute = Math.floor(clock.now() / 60_000);
  const cached = await readStartupCache(db, Math.floor(minute / slotMinutes));
  const cards = cached && startupOrder(cached.learned, minute % slotMinutes);
  return cards?.filter(({ id }) => !cached?.changed.has(id)) ?? null;
}

async function reload(
  deps: Deps,
  people: Map<CustomerId, RosterEntry>,
  change: HistoryChange,
): Promise<RosterChange> {
  if (change.kind === 'all' || change.ids.length > maxSingleReads) {
    await readAll(deps, people);
    return { kind: 'all' };
  }
  const ids = change.ids.map(customerIdFrom);
  await Promise.all(ids.map((id) => readOne(deps, people, id)));
  return { kind: 'some', ids };
}

// Read aside and exchanged in one go, so that nobody who looks meanwhile sees half of the shop.
async function readAll(deps: Deps, people: Map<CustomerId, RosterEntry>): Promise<void> {
  const { cards, histories } = await readAllCustomers(deps.db);
  const historiesById = new Map(histories.map((history) => [history.customerId, history]));
  const joinedInto = groupBy(
    cards.filter((card) => card.mergedInto !== null),
    (card) => card.mergedInto,
  );
  people.clear();
  const stale: CustomerId[] = [];
  for (const card of cards) {
    if (!isPresent(card)) continue;
    const history = historiesById.get(card.id);
    if (history?.foldVersion !== foldVersion) stale.push(card.id);
    else people.set(card.id, { id: card.id, card: mergedCard(card, joinedInto), history });
  }
  if (stale.length === 0) return;
  await rebuildHistories(deps, stale);
  await Promise.all(stale.map((id) => readOne(deps, people, id)));
}

type CardsByJoin = ReadonlyMap<CustomerId | null, readonly Customer[]>;

function mergedCard(card: Customer, joinedInto: CardsByJoin): Customer {
  return joinedInto.has(card.id) ? mergedCustomer(card, joinedCards(card.id, joinedInto)) : card;
}

function joinedCards(id: CustomerId, joinedInto: CardsByJoin): readonly Customer[] {
  return (joinedInto.get(id) ?? []).flatMap((card) => [card, ...joinedCards(card.id, joinedInto)]);
}

async function readOne(
  deps: Deps,
  people: Map<CustomerId, RosterEntry>,
  id: CustomerId,
): Promise<void> {
  const [cards, history] = await Promise.all([readCards(deps.db, id), readHistory(deps.db, id)]);
  if (cards === undefined || history === undefined || cards.customer.id !== id) people.delete(id);
  else people.set(id, { id, card: mergedCustomer(cards.customer, cards.joined), history });
}

// A write that fails leaves those people out until the next start; nothing of theirs is lost. Taps
// come in between the pieces.
async function rebuildHistories(deps: Deps, ids: readonly CustomerId[]): Promise<void> {
  for (let from = 0; from < ids.length; from += rebuiltPerTransaction) {
    const piece = ids.slice(from, from + rebuiltPerTransaction);
    await write(deps.db, deps.clock.now(), async (writer) => {
      for (const id of piece) await rebuildHistory(writer.db, id);
      return ok(undefined);
    });
  }
}
