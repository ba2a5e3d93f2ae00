// Everybody the shop knows, in memory: read once, then kept up with what changes in any tab. The Counter's tiles and the search read it,
// so that a tap or a letter touches no table. The tables stay the truth; a roster is thrown away and read again at any doubt.

import {
  customerIdFrom,
  isPresent,
  joinedCustomer,
  type Customer,
  type CustomerId,
} from '#domain/customers/customer.ts';
import { foldVersion, type History } from '#domain/visits/history.ts';
import type { StorageProblem } from '#domain/shop/shop-problem.ts';
import type { Findable } from '#domain/customers/name-search.ts';
import { likeliestFirst, slotMinutes } from '#engine/arrivals/startup-set.ts';
import { grouped } from '#lib/group-by.ts';
import { ok, type Result } from '#lib/result.ts';
import { attempt } from '#storage/attempt.ts';
import { readCards } from '#storage/tables/customers.ts';
import { readEverybody } from '#storage/tables/all-customers.ts';
import { readFirstPeople } from '#storage/tables/startup-cache.ts';
import { readHistory, refold } from '#storage/tables/histories.ts';
import { observeHistories, type HistoryChange } from '#storage/observe.ts';
import { write } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

/** One present person: the card as joined, and the history. */
export interface Person {
  readonly id: CustomerId;
  readonly card: Customer;
  readonly history: History;
}

/** What changed in the roster: these people (also those no longer in it), possibly everybody, or nothing but that it is whole now. */
export type RosterChange =
  | { readonly kind: 'some'; readonly ids: readonly CustomerId[] }
  | { readonly kind: 'whole' }
  | { readonly kind: 'all' };

/** Everybody in memory, kept up with every tab. */
export interface Roster {
  /** Whether everybody was read. Before that there are only the first people, of whom nothing but the card's face is known. */
  readonly isWhole: () => boolean;
  /** The people for this minute, the likeliest first; null once everybody is read, and where none were chosen. */
  readonly first: () => readonly Findable[] | null;
  /** What the tile of somebody shows. */
  readonly face: (id: CustomerId) => Pick<Customer, 'id' | 'name' | 'cue'> | undefined;
  readonly people: () => ReadonlyMap<CustomerId, Person>;
  readonly person: (id: CustomerId) => Person | undefined;
  /** Hears of each change after it is in the roster, until the returned function is called. */
  readonly subscribe: (onChange: (change: RosterChange) => void) => () => void;
  readonly close: () => void;
}

/** When more people change at once, as when a list comes in, reading everybody anew is quicker than reading each. */
const readOneByOne = 200;

/** People folded anew in one transaction. */
const foldedAtOnce = 100;

/** Opens the roster of a shop that has just been opened; the storage may yet fail to read it. */
export async function startRoster(
  deps: Deps,
  whenCalm: (step: () => void) => unknown,
): Promise<Result<Roster, StorageProblem>> {
  return attempt(() => openRoster(deps, whenCalm));
}

/**
 * Reads everybody and follows the database from then on. Histories folded by other code, or missing, are folded anew first. Where people
 * were chosen for this half hour it is there with them alone, and reads everybody when `whenCalm` says so.
 */
export async function openRoster(
  deps: Deps,
  whenCalm?: (step: () => void) => unknown,
): Promise<Roster> {
  const people = new Map<CustomerId, Person>();
  const listeners = new Set<(change: RosterChange) => void>();
  let first = whenCalm === undefined ? null : await readFirst(deps);
  const faces = new Map(first?.map((card) => [card.id, card]));
  let isClosed = false;
  // A change that could not be read is read with the next one, whoever's that is.
  let isInDoubt = false;
  let turn =
    first === null || whenCalm === undefined
      ? readAll(deps, people)
      : new Promise<void>((resolve) => void whenCalm(resolve)).then(readRest);

  async function readRest(): Promise<void> {
    if (isClosed) return;
    await readAll(deps, people).catch(unlessClosed);
    first = null;
    faces.clear();
    for (const listener of listeners) listener({ kind: 'whole' });
  }

  // One after the other: an older answer must never overwrite a newer one.
  function follow(change: HistoryChange): void {
    turn = afterwards(turn, change).catch(unlessClosed);
  }
  async function afterwards(before: Promise<void>, change: HistoryChange): Promise<void> {
    await before;
    const read = await attempt(() => reread(deps, people, isInDoubt ? { kind: 'all' } : change));
    isInDoubt = !read.ok;
    if (read.ok) for (const listener of listeners) listener(read.value);
  }

  // Nobody waits for these readings: what goes wrong in them is heard as any bug is, unless the database was taken away under them.
  function unlessClosed(error: unknown): void {
    if (!isClosed) throw error;
  }

  const stopFollowing = observeHistories(deps.db, follow);
  if (first === null) await turn;
  return {
    isWhole: () => first === null,
    first: () => first,
    face: (id) => people.get(id)?.card ?? faces.get(id),
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

async function readFirst({ db, clock }: Deps): Promise<readonly Findable[] | null> {
  const minute = Math.floor(clock.now() / 60_000);
  const kept = await readFirstPeople(db, Math.floor(minute / slotMinutes));
  const cards = kept && likeliestFirst(kept.learned, minute % slotMinutes);
  return cards?.filter(({ id }) => !kept?.changed.has(id)) ?? null;
}

async function reread(
  deps: Deps,
  people: Map<CustomerId, Person>,
  change: HistoryChange,
): Promise<RosterChange> {
  if (change.kind === 'all' || change.ids.length > readOneByOne) {
    await readAll(deps, people);
    return { kind: 'all' };
  }
  const ids = change.ids.map(customerIdFrom);
  await Promise.all(ids.map((id) => readOne(deps, people, id)));
  return { kind: 'some', ids };
}

// Read aside and exchanged in one go, so that nobody who looks meanwhile sees half of the shop.
async function readAll(deps: Deps, people: Map<CustomerId, Person>): Promise<void> {
  const { cards, histories } = await readEverybody(deps.db);
  const historiesById = new Map(histories.map((history) => [history.customerId, history]));
  const joinedInto = grouped(
    cards.filter((card) => card.mergedInto !== null),
    (card) => card.mergedInto,
  );
  people.clear();
  const stale: CustomerId[] = [];
  for (const card of cards) {
    if (!isPresent(card)) continue;
    const history = historiesById.get(card.id);
    if (history?.foldVersion !== foldVersion) stale.push(card.id);
    else people.set(card.id, { id: card.id, card: personOf(card, joinedInto), history });
  }
  if (stale.length === 0) return;
  await refoldAll(deps, stale);
  await Promise.all(stale.map((id) => readOne(deps, people, id)));
}

type CardsByJoin = ReadonlyMap<CustomerId | null, readonly Customer[]>;

function personOf(card: Customer, joinedInto: CardsByJoin): Customer {
  return joinedInto.has(card.id) ? joinedCustomer(card, joinedCards(card.id, joinedInto)) : card;
}

function joinedCards(id: CustomerId, joinedInto: CardsByJoin): readonly Customer[] {
  return (joinedInto.get(id) ?? []).flatMap((card) => [card, ...joinedCards(card.id, joinedInto)]);
}

async function readOne(deps: Deps, people: Map<CustomerId, Person>, id: CustomerId): Promise<void> {
  const [cards, history] = await Promise.all([readCards(deps.db, id), readHistory(deps.db, id)]);
  if (cards === undefined || history === undefined || cards.customer.id !== id) people.delete(id);
  else people.set(id, { id, card: joinedCustomer(cards.customer, cards.joined), history });
}

// A write that fails leaves those people out until the next start; nothing of theirs is lost. Taps come in between the pieces.
async function refoldAll(deps: Deps, ids: readonly CustomerId[]): Promise<void> {
  for (let from = 0; from < ids.length; from += foldedAtOnce) {
    const piece = ids.slice(from, from + foldedAtOnce);
    await write(deps.db, deps.clock.now(), async (writer) => {
      for (const id of piece) await refold(writer.db, id);
      return ok(undefined);
    });
  }
}
