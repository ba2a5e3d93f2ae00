// Who is likely to come in now: the twelve tiles, and whom a search puts first. Kept in step with the roster person by person, in small
// portions, so that neither a tap nor a letter ever waits for it.

import type { CustomerId } from '#domain/customers/customer.ts';
import { firstVisitDay, isKnown } from '#domain/visits/history.ts';
import { nameSearch, type Findable, type OtherForms } from '#domain/customers/name-search.ts';
import {
  arrivalTimesFrom,
  arrivalTimesOf,
  type ArrivalTimes,
} from '#engine/arrivals/visit-times.ts';
import {
  plainScores,
  standingOf,
  type ArrivalOrder,
  type Standing,
} from '#engine/arrivals/state.ts';
import {
  addHabits,
  noHabits,
  shopGapDays,
  usualFrom,
  type Usual,
} from '#engine/arrivals/baseline.ts';
import { highestPlaces } from '#engine/math/top-k.ts';
import { arrangedTiles, type Tiles } from '#engine/arrivals/tile-arrangement.ts';
import { dayAt, dayNumber, type Day } from '#lib/day.ts';
import type { WallTime } from '#lib/time-zone.ts';
import { breath, inPortions } from './chunks.ts';
import { keepPlaces, keptPlaces, tileCount, type PlacesSource } from './tile-layout.ts';
import type { Person, RosterChange } from '#app/customers/roster.ts';

/** At most so many give way to likelier ones at a time: a hand learns places. */
const maxChanges = 3;

/** So many of the likeliest are looked at first by a search: enough for twelve to every letter. */
const leading = 400;

export interface Likely {
  /** Who stands where; null is an empty place. */
  readonly tiles: () => Tiles;
  /** The likeliest people who answer to what was typed, at most as many as there are tiles. */
  readonly found: (typed: string) => readonly CustomerId[];
  /** The likeliest people of all, at most `count`. */
  readonly first: (count: number) => readonly CustomerId[];
  /** The first day with a visit in the shop's log, or null while that is not known. */
  readonly logSince: () => Day | null;
  /** Looks again who is likely at `wall` and rearranges the tiles a little. Those in `staying` keep their places. */
  readonly settle: (wall: WallTime, staying: ReadonlySet<CustomerId>) => void;
  /** From the next quiet moment on people are put in this order. The plain formula's, until told. */
  readonly orderBy: (order: ArrivalOrder) => void;
  /** From now on people are found by other forms of their names too. Resolves when everybody is. */
  readonly learnForms: (otherForms: OtherForms) => Promise<void>;
  /** Resolves when everybody in the roster has been looked at. */
  readonly whenRead: Promise<void>;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly close: () => void;
}

/** Who is followed, from which moment on, and where the places are kept. */
export interface LikelySource extends PlacesSource {
  readonly wall: WallTime;
}

/** Reads everybody in the roster, arranges the tiles, and follows the roster from then on. */
export function openLikely(source: LikelySource): Likely {
  return new FollowedRoster(source);
}

/** One person, where they stand today, and how likely they were when it was last looked at. */
interface Looked {
  readonly id: CustomerId;
  readonly standing: Standing;
  readonly isKnown: boolean;
  score: number;
}

class FollowedRoster implements Likely {
  readonly #source: LikelySource;
  readonly #listeners = new Set<() => void>();
  readonly #search = nameSearch((word) => this.#otherForms(word));
  readonly #looked = new Map<CustomerId, Looked>();
  readonly #stopHearing: () => void;
  #wall: WallTime;
  #gapDays = 0;
  #usual: Usual | null = null;
  #order: ArrivalOrder = plainScores;
  #tiles: Tiles;
  #logSince: Day | null = null;
  #reading = 0;
  #endFirst = (): void => {};
  #otherForms: OtherForms = noForms;
  whenRead: Promise<void>;

  constructor(source: LikelySource) {
    this.#source = source;
    this.#wall = source.wall;
    this.#tiles = keptPlaces(source);
    this.#stopHearing = source.roster.subscribe((change) => this.#hear(change));
    const first = source.roster.first();
    this.whenRead = first === null ? this.#readAll() : this.#lookAtFirst(first);
  }

  tiles(): Tiles {
    return this.#tiles;
  }

  found(typed: string): readonly CustomerId[] {
    return this.#search.find(typed, {
      limit: tileCount,
      weightOf: (id) => this.#looked.get(id)?.score ?? -Infinity,
    });
  }

  first(count: number): readonly CustomerId[] {
    const looked = [...this.#looked.values()];
    const scores = Float64Array.from(looked, ({ score }) => score);
    return highestPlaces(scores, count).flatMap((place) => looked[place]?.id ?? []);
  }

  logSince(): Day | null {
    return this.#logSince;
  }

  settle(wall: WallTime, staying: ReadonlySet<CustomerId>): void {
    const isNewDay = wall.day !== this.#wall.day;
    this.#wall = wall;
    if (isNewDay) this.whenRead = this.#readAll();
    else this.#arrange(staying);
  }

  orderBy(order: ArrivalOrder): void {
    this.#order = order;
  }

  async learnForms(otherForms: OtherForms): Promise<void> {
    if (this.#otherForms === otherForms) return;
    this.#otherForms = otherForms;
    await breath();
    // Another reading that begins meanwhile finds everybody by the new forms itself.
    const { roster } = this.#source;
    await this.#inPortions([...roster.people().values()], ({ id }) => {
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
    this.#stopHearing();
    this.#listeners.clear();
  }

  // They come in the order of this minute, so that letters and taps need not wait for everybody. No tile changes hands by it.
  #lookAtFirst(cards: readonly Findable[]): Promise<void> {
    const standing = standingOf(arrivalTimesFrom([]), { count: 0, day: 0, gapDays: 1 });
    for (const [place, card] of cards.entries()) {
      this.#search.put(card);
      this.#looked.set(card.id, { id: card.id, standing, isKnown: true, score: -place });
    }
    return new Promise((resolve) => {
      this.#endFirst = resolve;
    });
  }

  async #readAll(): Promise<void> {
    this.#reading += 1;
    const people = [...this.#source.roster.people().values()];
    const times: ArrivalTimes[] = [];
    const isRead = await this.#inPortions(people, ({ card, history }) => {
      this.#search.put(card);
      times.push(arrivalTimesOf(history));
    });
    if (!isRead) return;
    this.#gapDays = shopGapDays(times, (who) => times[who]?.days.length ?? 0);
    const sums = noHabits(this.#gapDays);
    const stamp = dayNumber(this.#wall.day) * 1440;
    const isLookedAt = await this.#inPortions(people, (person, index) => {
      const own = times[index];
      if (own === undefined) return;
      addHabits(sums, own, { count: own.days.length, stamp });
      // A visit or another card that came between two breaths counts already.
      const latest = this.#source.roster.person(person.id);
      if (latest === person) this.#look(person, own);
      else if (latest !== undefined) this.#take(latest);
    });
    if (!isLookedAt) return;
    for (const id of this.#looked.keys()) {
      if (this.#source.roster.person(id) === undefined) this.#drop(id);
    }
    this.#usual = usualFrom(sums);
    const firstDay = firstVisitDay(people.map(({ history }) => history));
    this.#logSince = firstDay === null ? null : dayAt(firstDay);
    this.#arrange(new Set());
    this.#endFirst();
  }

  /** Does `step` with everybody, in small portions. False when another reading has begun meanwhile. */
  #inPortions(
    people: readonly Person[],
    step: (person: Person, index: number) => void,
  ): Promise<boolean> {
    const mine = this.#reading;
    return inPortions(people, step, () => mine !== this.#reading);
  }

  #hear(change: RosterChange): void {
    if (change.kind !== 'some') {
      if (!this.#source.roster.isWhole()) return;
      this.whenRead = this.#readAll();
      return;
    }
    for (const id of change.ids) {
      const person = this.#source.roster.person(id);
      if (person === undefined) this.#drop(id);
      else this.#take(person);
    }
    this.#fillEmptyPlaces(change.ids);
    this.#tell();
  }

  #take(person: Person): void {
    this.#search.put(person.card);
    this.#look(person, arrivalTimesOf(person.history));
  }

  // Whoever was looked at before keeps the score until the next quiet moment.
  #look({ id, history }: Person, times: ArrivalTimes): void {
    const standing = standingOf(times, {
      count: times.days.length,
      day: dayNumber(this.#wall.day),
      gapDays: this.#gapDays,
    });
    const score = this.#looked.get(id)?.score ?? -Infinity;
    this.#looked.set(id, { id, standing, isKnown: isKnown(history), score });
  }

  #drop(id: CustomerId): void {
    this.#search.remove(id);
    this.#looked.delete(id);
  }

  #arrange(staying: ReadonlySet<CustomerId>): void {
    if (this.#usual === null) return;
    const { day, minute } = this.#wall;
    const looked = [...this.#looked.values()];
    const scores = this.#order(
      looked.map(({ standing }) => standing),
      { day: dayNumber(day), minute, usual: this.#usual },
    );
    // People of whom there is nothing but a card come after everybody who was ever here.
    looked.forEach((person, place) => {
      person.score = person.isKnown ? (scores[place] ?? -Infinity) : -Infinity;
    });
    this.#search.lead(this.first(leading));
    this.#keep(arrangedTiles(this.#tiles, this.#ranked(staying), { maxChanges }));
    this.#tell();
  }

  /** Those who stay, then as many as there are tiles, then whoever else stands on one: the likeliest first. */
  #ranked(staying: ReadonlySet<CustomerId>): readonly CustomerId[] {
    const standing = this.#tiles.filter((id) => id !== null);
    const others = standing
      .flatMap((id) => this.#looked.get(id) ?? [])
      .toSorted((a, b) => b.score - a.score || 0);
    const pinned = standing.filter((id) => staying.has(id));
    return [...new Set([...pinned, ...this.first(tileCount), ...others.map(({ id }) => id)])];
  }

  // Somebody new stands on a free tile at once, which moves nobody; everything else waits for a quiet moment.
  #fillEmptyPlaces(ids: readonly CustomerId[]): void {
    const { roster } = this.#source;
    const still = this.#tiles.map((id) => (id !== null && roster.person(id) ? id : null));
    const newcomers = ids.filter((id) => wasEverHere(roster.person(id)) && !still.includes(id));
    this.#keep(still.map((id) => id ?? newcomers.shift() ?? null));
  }

  #keep(tiles: Tiles): void {
    if (tiles.every((id, place) => id === this.#tiles[place])) return;
    this.#tiles = tiles;
    keepPlaces(this.#source, tiles);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function noForms(): readonly string[] {
  return [];
}

function wasEverHere(person: Person | undefined): boolean {
  return person !== undefined && isKnown(person.history);
}
