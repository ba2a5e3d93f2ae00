// Who is likely to come in now: the twelve tiles, and whom a search puts first. Kept in step with
// the roster person by person, in small portions, so that neither a tap nor a letter ever waits for
// it.

import type { CustomerId } from '#domain/customers/customer.ts';
import { firstVisitDay, isKnown } from '#domain/visits/history.ts';
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
import { arrangeTiles, type Tiles } from '#engine/arrivals/tile-arrangement.ts';
import { dayAt, dayNumber, type Day } from '#lib/day.ts';
import type { WallTime } from '#lib/time-zone.ts';
import { yieldToMain, forEachInChunks } from './chunks.ts';
import {
  saveTileLayout,
  loadTileLayout,
  tileCount,
  type TileLayoutContext,
} from './tile-layout.ts';
import type { RosterEntry, RosterChange } from '#app/customers/roster.ts';

/** At most so many give way to likelier ones at a time: a hand learns places. */
const maxChanges = 3;

/** So many of the likeliest are looked at first by a search: enough for twelve to every letter. */
const searchPoolSize = 400;

export interface TileRanking {
  /** Who stands where; null is an empty place. */
  readonly tiles: () => Tiles;
  /** The likeliest people who answer to what was typed, at most as many as there are tiles. */
  readonly search: (typed: string) => readonly CustomerId[];
  /** The likeliest people of all, at most `count`. */
  readonly top: (count: number) => readonly CustomerId[];
  /** The first day with a visit in the shop's log, or null while that is not known. */
  readonly logSince: () => Day | null;
  /**
   * Looks again who is likely at `wall` and rearranges the tiles a little. Those in `pinnedIds`
   * keep their places.
   */
  readonly reorder: (wall: WallTime, pinnedIds: ReadonlySet<CustomerId>) => void;
  /**
   * From the next quiet moment on people are put in this order. The plain formula's, until told.
   */
  readonly setOrder: (order: ArrivalOrder) => void;
  /** From now on people are found by other forms of their names too. Resolves when everybody is. */
  readonly setNameVariants: (nameVariants: NameVariants) => Promise<void>;
  /** Resolves when everybody in the roster has been looked at. */
  readonly ready: Promise<void>;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly close: () => void;
}

/** Who is followed, from which moment on, and where the places are kept. */
export interface TileRankingOptions extends TileLayoutContext {
  readonly wall: WallTime;
}

/** Reads everybody in the roster, arranges the tiles, and follows the roster from then on. */
export function openTileRanking(source: TileRankingOptions): TileRanking {
  return new LiveTileRanking(source);
}

/** One person, where they stand today, and how likely they were when it was last looked at. */
interface RankedCustomer {
  readonly id: CustomerId;
  readonly standing: ArrivalState;
  readonly isKnown: boolean;
  score: number;
}

class LiveTileRanking implements TileRanking {
  readonly #source: TileRankingOptions;
  readonly #listeners = new Set<() => void>();
  readonly #search = nameSearch((word) => this.#nameVariants(word));
  readonly #rankings = new Map<CustomerId, RankedCustomer>();
  readonly #unsubscribe: () => void;
  #wall: WallTime;
  #gapDays = 0;
  #baseline: ShopBaseline | null = null;
  #order: ArrivalOrder = baselineScores;
  #tiles: Tiles;
  #logSince: Day | null = null;
  #reading = 0;
  #resolveReady = (): void => {};
  #nameVariants: NameVariants = noVariants;
  ready: Promise<void>;

  constructor(source: TileRankingOptions) {
    this.#source = source;
    this.#wall = source.wall;
    this.#tiles = loadTileLayout(source);
    this.#unsubscribe = source.roster.subscribe((change) => this.#onRosterChange(change));
    const first = source.roster.startupSet();
    this.ready = first === null ? this.#readAll() : this.#rankStartupSet(first);
  }

  tiles(): Tiles {
    return this.#tiles;
  }

  search(typed: string): readonly CustomerId[] {
    return this.#search.find(typed, {
      limit: tileCount,
      weightOf: (id) => this.#rankings.get(id)?.score ?? -Infinity,
    });
  }

  top(count: number): readonly CustomerId[] {
    const rankings = [...this.#rankings.values()];
    const scores = Float64Array.from(rankings, ({ score }) => score);
    return topK(scores, count).flatMap((index) => rankings[index]?.id ?? []);
  }

  logSince(): Day | null {
    return this.#logSince;
  }

  reorder(wall: WallTime, pinnedIds: ReadonlySet<CustomerId>): void {
    const isNewDay = wall.day !== this.#wall.day;
    this.#wall = wall;
    if (isNewDay) this.ready = this.#readAll();
    else this.#arrange(pinnedIds);
  }

  setOrder(order: ArrivalOrder): void {
    this.#order = order;
  }

  async setNameVariants(nameVariants: NameVariants): Promise<void> {
    if (this.#nameVariants === nameVariants) return;
    this.#nameVariants = nameVariants;
    await yieldToMain();
    // Another reading that begins meanwhile finds everybody by the new forms itself.
    const { roster } = this.#source;
    await this.#forEachInChunks([...roster.people().values()], ({ id }) => {
      const person = roster.person(id);
      if (person !== undefined) this.#search.put(person.card);
    });
  }

  subscribe(onChange: () => void): () => void {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  }

  close(): void {
    this.#reading += 1;
    this.#unsubscribe();
    this.#listeners.clear();
  }

  // They come in the order of this minute, so that letters and taps need not wait for everybody. No
  // tile changes hands by it.
  #rankStartupSet(cards: readonly SearchableCustomer[]): Promise<void> {
    const standing = arrivalStateOf(arrivalTimesFrom([]), { count: 0, day: 0, gapDays: 1 });
    for (const [index, card] of cards.entries()) {
      this.#search.put(card);
      this.#rankings.set(card.id, { id: card.id, standing, isKnown: true, score: -index });
    }
    return new Promise((resolve) => {
      this.#resolveReady = resolve;
    });
  }

  async #readAll(): Promise<void> {
    this.#reading += 1;
    const people = [...this.#source.roster.people().values()];
    const times: ArrivalTimes[] = [];
    const isRead = await this.#forEachInChunks(people, ({ card, history }) => {
      this.#search.put(card);
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
      // A visit or another card that came between two breaths counts already.
      const latest = this.#source.roster.person(person.id);
      if (latest === person) this.#rank(person, own);
      else if (latest !== undefined) this.#update(latest);
    });
    if (!isRanked) return;
    for (const id of this.#rankings.keys()) {
      if (this.#source.roster.person(id) === undefined) this.#remove(id);
    }
    this.#baseline = baselineFrom(sums);
    const firstDay = firstVisitDay(people.map(({ history }) => history));
    this.#logSince = firstDay === null ? null : dayAt(firstDay);
    this.#arrange(new Set());
    this.#resolveReady();
  }

  /**
   * Does `step` with everybody, in small portions. False when another reading has begun meanwhile.
   */
  #forEachInChunks(
    people: readonly RosterEntry[],
    step: (person: RosterEntry, index: number) => void,
  ): Promise<boolean> {
    const mine = this.#reading;
    return forEachInChunks(people, step, () => mine !== this.#reading);
  }

  #onRosterChange(change: RosterChange): void {
    if (change.kind !== 'some') {
      if (!this.#source.roster.isComplete()) return;
      this.ready = this.#readAll();
      return;
    }
    for (const id of change.ids) {
      const person = this.#source.roster.person(id);
      if (person === undefined) this.#remove(id);
      else this.#update(person);
    }
    this.#fillEmptyPlaces(change.ids);
    this.#emit();
  }

  #update(person: RosterEntry): void {
    this.#search.put(person.card);
    this.#rank(person, arrivalTimesOf(person.history));
  }

  // Whoever was looked at before keeps the score until the next quiet moment.
  #rank({ id, history }: RosterEntry, times: ArrivalTimes): void {
    const standing = arrivalStateOf(times, {
      count: times.days.length,
      day: dayNumber(this.#wall.day),
      gapDays: this.#gapDays,
    });
    const score = this.#rankings.get(id)?.score ?? -Infinity;
    this.#rankings.set(id, { id, standing, isKnown: isKnown(history), score });
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
      rankings.map(({ standing }) => standing),
      { day: dayNumber(day), minute, baseline: this.#baseline },
    );
    // People of whom there is nothing but a card come after everybody who was ever here.
    rankings.forEach((person, index) => {
      person.score = person.isKnown ? (scores[index] ?? -Infinity) : -Infinity;
    });
    this.#search.prioritize(this.top(searchPoolSize));
    this.#setTiles(arrangeTiles(this.#tiles, this.#ranked(pinnedIds), { maxChanges }));
    this.#emit();
  }

  /**
   * Those who stay, then as many as there are tiles, then whoever else stands on one: the likeliest
   * first.
   */
  #ranked(pinnedIds: ReadonlySet<CustomerId>): readonly CustomerId[] {
    const standing = this.#tiles.filter((id) => id !== null);
    const others = standing
      .flatMap((id) => this.#rankings.get(id) ?? [])
      .toSorted((a, b) => b.score - a.score || 0);
    const pinned = standing.filter((id) => pinnedIds.has(id));
    return [...new Set([...pinned, ...this.top(tileCount), ...others.map(({ id }) => id)])];
  }

  // Somebody new stands on a free tile at once, which moves nobody; everything else waits for a
  // quiet moment.
  #fillEmptyPlaces(ids: readonly CustomerId[]): void {
    const { roster } = this.#source;
    const remaining = this.#tiles.map((id) => (id !== null && roster.person(id) ? id : null));
    const newcomers = ids.filter((id) => hasVisited(roster.person(id)) && !remaining.includes(id));
    this.#setTiles(remaining.map((id) => id ?? newcomers.shift() ?? null));
  }

  #setTiles(tiles: Tiles): void {
    if (tiles.every((id, index) => id === this.#tiles[index])) return;
    this.#tiles = tiles;
    saveTileLayout(this.#source, tiles);
  }

  #emit(): void {
    for (const listener of this.#listeners) listener();
  }
}

function noVariants(): readonly string[] {
  return [];
}

function hasVisited(person: RosterEntry | undefined): boolean {
  return person !== undefined && isKnown(person.history);
}
