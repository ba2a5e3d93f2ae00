// Everybody's history as the worker knows it: read once, packed, and between two thoughts only what
// changed is read again. Told of changes by the browser and by the page with each request; what is
// known is forgotten at any doubt. The tables stay the truth.

import { customerIdFrom, type CustomerId } from '#domain/customers/customer.ts';
import type { History } from '#domain/visits/history.ts';
import { packHistories } from '#domain/visits/pack-histories.ts';
import { withoutAmounts } from '#domain/visits/without-amounts.ts';
import { withWeeklyGestures } from '#domain/visits/weekly-gestures.ts';
import type { Deps } from '#app/deps.ts';
import type { BusinessClock } from '#engine/profile/business-clock.ts';
import { featureMemory, type FeatureMemory } from '#engine/profile/feature-memory.ts';
import {
  collectHistoryChanges,
  type HistoryChange,
  type PendingChanges,
} from '#storage/observe.ts';
import { readHistoriesByCustomer } from '#storage/tables/histories.ts';
import { readHistoryPages } from '#storage/bulk/history-pages.ts';

/** All histories, as they were and without amounts, and what was computed of them before. */
export interface KnownHistories {
  /** As the week sees them. */
  readonly histories: readonly History[];
  /** With all that was given besides: perks, messages, rounds. */
  readonly withEveryGesture: readonly History[];
  readonly withoutAmounts: readonly History[];
  readonly memory: FeatureMemory;
}

/** So many at once: becoming objects they are packed before others do. */
const pageRows = 500;

/** When more change at once, as by an import, reading everybody again is faster. */
const maxSingleReads = 200;

type Db = Deps['db'];

class HistoryReader {
  readonly pending: PendingChanges;
  readonly #db: Db;
  readonly #memory = featureMemory();
  #byCustomer: Map<string, History> | null = null;
  #known: KnownHistories | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(db: Db) {
    this.#db = db;
    this.pending = collectHistoryChanges(db);
  }

  /** One after the other, so that an older answer never overwrites a newer one. */
  read(likely: LikelyClock): Promise<KnownHistories> {
    const read = this.#queue.then(() => this.#readNow(likely));
    this.#queue = read.catch(() => {
      this.#byCustomer = null;
    });
    return read;
  }

  async #readNow(likely: LikelyClock): Promise<KnownHistories> {
    // What changes while others are read is read once more.
    for (
      let change: HistoryChange | null = this.#byCustomer === null ? all : this.pending.take();
      change !== null;
      change = this.pending.take()
    )
      await this.#follow(change, likely);
    return (this.#known ??= this.#collected());
  }

  async #follow(change: HistoryChange, likely: LikelyClock): Promise<void> {
    this.#known = null;
    if (change.kind === 'some' && change.ids.length <= maxSingleReads) {
      await this.#readSome(change.ids.map(customerIdFrom));
      return;
    }
    this.#byCustomer = null;
    this.pending.take();
    this.#byCustomer = await readEverybody(this.#db, this.#lookAhead(likely));
  }

  /** Finds the features of those who are read, as soon as the clock is known too. */
  #lookAhead(likely: LikelyClock): (history: History) => void {
    let featuresOf: ReturnType<FeatureMemory['at']> | null = null;
    void likely
      .then((clock) => (featuresOf = clock === null ? null : this.#memory.at(clock)))
      .catch(() => null);
    return (history) => void featuresOf?.(withWeeklyGestures(history));
  }

  async #readSome(ids: readonly CustomerId[]): Promise<void> {
    const found = await readHistoriesByCustomer(this.#db, ids);
    ids.forEach((id, index) => {
      const history = found[index];
      if (history === undefined) this.#byCustomer?.delete(id);
      else for (const packed of packHistories([history])) this.#byCustomer?.set(id, packed);
    });
  }

  #collected(): KnownHistories {
    const withEveryGesture = [...(this.#byCustomer ?? new Map<string, History>()).values()];
    const histories = withEveryGesture.map(withWeeklyGestures);
    const memory = this.#memory;
    let bare: readonly History[] | null = null;
    return {
      histories,
      withEveryGesture,
      memory,
      get withoutAmounts() {
        return (bare ??= histories.map(withoutAmounts));
      },
    };
  }
}

const all: HistoryChange = { kind: 'all' };
const readers = new WeakMap<Db, HistoryReader>();

/** The clock by which the features will be asked for, if that can be foreseen. */
type LikelyClock = Promise<BusinessClock | null>;

const unforeseen: LikelyClock = Promise.resolve(null);

/**
 * Everybody's history now. With a likely clock their features are found while the browser looks for
 * the next of them.
 */
export async function readKnownHistories(
  { db }: Pick<Deps, 'db'>,
  likely: LikelyClock = unforeseen,
): Promise<KnownHistories> {
  return readerOf(db).read(likely);
}

/** Takes note of what the page knows to have changed. */
export function noteChanged({ db }: Pick<Deps, 'db'>, change: HistoryChange | null): void {
  if (change !== null) readerOf(db).pending.add(change);
}

function readerOf(db: Db): HistoryReader {
  const reader = readers.get(db) ?? new HistoryReader(db);
  readers.set(db, reader);
  return reader;
}

async function readEverybody(
  db: Db,
  look: (history: History) => void,
): Promise<Map<string, History>> {
  const pages: (readonly History[])[] = [];
  await readHistoryPages(db, pageRows, (page, number) => {
    const packed = packHistories(page);
    pages[number] = packed;
    packed.forEach(look);
  });
  return new Map(pages.flat().map((history) => [history.customerId, history]));
}
