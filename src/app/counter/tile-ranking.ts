// Who is likely to come in now: the twelve tiles, and whom a search puts first. Follows the roster
// customer by customer, in small chunks, so that neither a tap nor a letter ever waits for it.

import type { Closure } from '#domain/shop/calendar.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { isKnown } from '#domain/visits/history.ts';
import { logStartOf } from '#engine/profile/log-reach.ts';
import {
  nameSearch,
  type SearchableCustomer,
  type NameVariants,
} from '#domain/customers/name-search.ts';
import {
  arrivalTimesFrom,
  arrivalTimesOf,
  type ArrivalTimes,
} from '#engine/arrivals/visit-times.ts';
import {
  baselineScores,
  arrivalStateOf,
  type ArrivalOrder,
  type ArrivalState,
} from '#engine/arrivals/state.ts';
import {
  addToBaseline,
  emptyBaseline,
  shopGapDays,
  baselineFrom,
  type ShopBaseline,
} from '#engine/arrivals/baseline.ts';
import { topK } from '#engine/math/top-k.ts';
import { arrangeTiles, type Tiles } from '#engine/arrivals/arrange-tiles.ts';
import { dayAt, dayNumber, type Day } from '#lib/day.ts';
import { Emitter } from '#lib/observable.ts';
import type { WallTime } from '#lib/time-zone.ts';
import { yieldToMain, forEachInChunks } from './chunks.ts';
import {
  saveTileLayout,
  loadTileLayout,
  tileCount,
  type TileLayoutContext,
} from './tile-layout.ts';
import type { RosterEntry, RosterChange } from '#app/customers/roster.ts';

/** So few tiles change at a time, because the hand learns where they are. */
const maxChanges = 3;

/** A search reads so many of the likeliest first: enough for twelve to every letter. */
const searchPoolSize = 400;

export interface TileRankingOptions extends TileLayoutContext {
  readonly wall: WallTime;
}

/** Ranks everybody in the roster, arranges the tiles, and follows the roster from then on. */
export function openTileRanking(options: TileRankingOptions): TileRanking {
  return new TileRanking(options);
}

/** One customer, their arrival state of today, and the score of the last ranking. */
interface RankedCustomer {
  readonly id: CustomerId;
  readonly state: ArrivalState;
  readonly isKnown: boolean;
  score: number;
}

interface LastSearch {
  /** As of which version, on which keys, what was typed. */
  readonly query: string;
  readonly found: readonly CustomerId[];
}

/** The tiles and the search, ranked by who is likely to come in now. */
export class TileRanking extends Emitter {
  readonly #options: TileRankingOptions;
  readonly #search = nameSearch((word) => this.#nameVariants(word));
  readonly #rankings = new Map<CustomerId, RankedCustomer>();
  /** A tap draws what was found once more. */
  #lastSearch: LastSearch | null = null;
  readonly #unsubscribe: () => void;
  #wall: WallTime;
  #gapDays = 0;
  #baseline: ShopBaseline | null = null;
  #order: ArrivalOrder = baselineScores;
  #tiles: Tiles;
  #logSince: Day | null = null;
  /** Closures that the shop has learned and nobody noted; none before it has. */
  quietDays: readonly Closure[] = [];
  #reading = 0;
  #resolveReady = (): void => {};
  #nameVariants: NameVariants = noVariants;
  /** Resolves when everybody in the roster is ranked. */
  ready: Promise<void>;

  constructor(options: TileRankingOptions) {
    super();
    this.#options = options;
    this.#wall = options.wall;
    this.#tiles = loadTileLayout(options);
    this.#unsubscribe = options.roster.subscribe((change) => this.#onRosterChange(change));
    const first = options.roster.startupSet();
    this.ready = first === null ? this.#readAll() : this.#rankStartupSet(first);
  }

  /** Who is on which tile; null is an empty one. */
  tiles(): Tiles {
    return this.#tiles;
  }

  /** The likeliest customers whose name matches, at most as many as there are tiles. */
  search(typed: string, keys: 'letters' | 'big' = 'letters'): readonly CustomerId[] {
    const query = this.version + keys + typed;
    if (this.#lastSearch?.query === query) return this.#lastSearch.found;
    const find = keys === 'big' ? this.#search.findByGroups : this.#search.find;
    const found = find(typed, {
      limit: tileCount,
      weightOf: (id) => this.#rankings.get(id)?.score ?? -Infinity,
    });
    this.#lastSearch = { query, found };
    return found;
  }

  top(count: number): readonly CustomerId[] {
    const rankings = [...this.#rankings.values()];
    const scores = Float64Array.from(rankings, ({ score }) => score);
    return topK(scores, count).flatMap((index) => rankings[index]?.id ?? []);
  }

  /** The first day with a visit in the shop's log, or null while that is not known. */
  logSince(): Day | null {
    return this.#logSince;
  }

  /** Ranks again for `wall` and rearranges a few tiles. `pinnedIds` keep theirs. */
  reorder(wall: WallTime, pinnedIds: ReadonlySet<CustomerId>): void {
    const isNewDay = wall.day !== this.#wall.day;
    this.#wall = wall;
    if (isNewDay) this.ready = this.#readAll();
    else this.#arrange(pinnedIds);
  }

  /** How customers are ranked from the next `reorder` on; at first by the plain formula. */
  setOrder(order: ArrivalOrder): void {
    this.#order = order;
  }

  /** Also finds customers by other forms of their names. Resolves when all are indexed. */
  async setNameVariants(nameVariants: NameVariants): Promise<void> {
    if (this.#nameVariants === nameVariants) return;
    this.#nameVariants = nameVariants;
    await yieldToMain();
    // A full read that begins meanwhile indexes everybody by the new forms itself.
    const { roster } = this.#options;
    await this.#forEachInChunks([...roster.people().values()], ({ id }) => {
      const person = roster.person(id);
      if (person !== undefined) this.#search.put(person.customer);
    });
    this.emit();
  }

  close(): void {
    this.#reading += 1;
    this.#unsubscribe();
    this.clearListeners();
  }

  // They come in the order of this minute, so that letters and taps need not wait for everybody. No
  // tile changes by it.
  #rankStartupSet(customers: readonly SearchableCustomer[]): Promise<void> {
    const state = arrivalStateOf(arrivalTimesFrom([]), { count: 0, day: 0, gapDays: 1 });
    for (const [index, customer] of customers.entries()) {
      this.#search.put(customer);
      this.#rankings.set(customer.id, { id: customer.id, state, isKnown: true, score: -index });
    }
    return new Promise((resolve) => {
      this.#resolveReady = resolve;
    });
  }

  async #readAll(): Promise<void> {
    this.#reading += 1;
    const people = [...this.#options.roster.people().values()];
    const times: ArrivalTimes[] = [];
    const isRead = await this.#forEachInChunks(people, ({ customer, history }) => {
      this.#search.put(customer);
      times.push(arrivalTimesOf(history));
    });
    if (!isRead) return;
    this.#gapDays = shopGapDays(times, (who) => times[who]?.days.length ?? 0);
    const sums = emptyBaseline(this.#gapDays);
    const epochMinute = dayNumber(this.#wall.day) * 1440;
    const isRanked = await this.#forEachInChunks(people, (person, index) => {
      const own = times[index];
      if (own === undefined) return;
      addToBaseline(sums, own, { count: own.days.length, epochMinute });
      // A visit or another customer that came between two chunks counts already.
      const latest = this.#options.roster.person(person.id);
      if (latest === person) this.#rank(person, own);
      else if (latest !== undefined) this.#update(latest);
    });
    if (!isRanked) return;
    for (const id of this.#rankings.keys()) {
      if (this.#options.roster.person(id) === undefined) this.#remove(id);
    }
    this.#baseline = baselineFrom(sums);
    const firstDay = logStartOf(people.map(({ history }) => history));
    this.#logSince = firstDay === null ? null : dayAt(firstDay);
    this.#arrange(new Set());
    this.#resolveReady();
  }

  /** Calls `step` with everybody, in chunks. False when another full read began meanwhile. */
  #forEachInChunks(
    people: readonly RosterEntry[],
    step: (person: RosterEntry, index: number) => void,
  ): Promise<boolean> {
    const mine = this.#reading;
    return forEachInChunks(people, step, () => mine !== this.#reading);
  }

  #onRosterChange(change: RosterChange): void {
    if (change.kind !== 'some') {
      if (!this.#options.roster.isComplete()) return;
      this.ready = this.#readAll();
      return;
    }
    for (const id of change.ids) {
      const person = this.#options.roster.person(id);
      if (person === undefined) this.#remove(id);
      else this.#update(person);
    }
    this.#fillEmptyTiles(change.ids);
    this.emit();
  }

  #update(person: RosterEntry): void {
    this.#search.put(person.customer);
    this.#rank(person, arrivalTimesOf(person.history));
  }

  // Whoever was ranked before keeps the score until the next `reorder`.
  #rank({ id, history }: RosterEntry, times: ArrivalTimes): void {
    const state = arrivalStateOf(times, {
      count: times.days.length,
      day: dayNumber(this.#wall.day),
      gapDays: this.#gapDays,
    });
    const score = this.#rankings.get(id)?.score ?? -Infinity;
    this.#rankings.set(id, { id, state, isKnown: isKnown(history), score });
  }

  #remove(id: CustomerId): void {
    this.#search.remove(id);
    this.#rankings.delete(id);
  }

  #arrange(pinnedIds: ReadonlySet<CustomerId>): void {
    if (this.#baseline === null) return;
    const { day, minute } = this.#wall;
    const rankings = [...this.#rankings.values()];
    const scores = this.#order(
      rankings.map(({ state }) => state),
      { day: dayNumber(day), minute, baseline: this.#baseline },
    );
    // Those who were never here come after everybody who was.
    rankings.forEach((person, index) => {
      person.score = person.isKnown ? (scores[index] ?? -Infinity) : -Infinity;
    });
    this.#search.prioritize(this.top(searchPoolSize));
    this.#setTiles(arrangeTiles(this.#tiles, this.#ranked(pinnedIds), { maxChanges }));
    this.emit();
  }

  /** The pinned, then as many as there are tiles, then whoever else is on one, likeliest first. */
  #ranked(pinnedIds: ReadonlySet<CustomerId>): readonly CustomerId[] {
    const onTiles = this.#tiles.filter((id) => id !== null);
    const others = onTiles
      .flatMap((id) => this.#rankings.get(id) ?? [])
      .toSorted((a, b) => b.score - a.score || 0);
    const pinned = onTiles.filter((id) => pinnedIds.has(id));
    return [...new Set([...pinned, ...this.top(tileCount), ...others.map(({ id }) => id)])];
  }

  // Somebody new gets a free tile at once, which moves nobody; all else waits for `reorder`.
  #fillEmptyTiles(ids: readonly CustomerId[]): void {
    const { roster } = this.#options;
    const remaining = this.#tiles.map((id) => (id !== null && roster.person(id) ? id : null));
    const newcomers = ids.filter((id) => hasVisited(roster.person(id)) && !remaining.includes(id));
    this.#setTiles(remaining.map((id) => id ?? newcomers.shift() ?? null));
  }

  #setTiles(tiles: Tiles): void {
    if (tiles.every((id, index) => id === this.#tiles[index])) return;
    this.#tiles = tiles;
    saveTileLayout(this.#options, tiles);
  }
}

function noVariants(): readonly string[] {
  return [];
}

function hasVisited(person: RosterEntry | undefined): boolean {
  return person !== undefined && isKnown(person.history);
}
