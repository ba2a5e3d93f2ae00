// Who is likely to come in now: the twelve tiles, and whom a search puts first. Kept in step with the roster person by person, in small
// portions, so that neither a tap nor a letter ever waits for it.

import type { CustomerId } from '#domain/customer.ts';
import { isKnown, stampDay, type History } from '#domain/history.ts';
import { nameSearch, type OtherForms } from '#domain/name-search.ts';
import {
  arrivalSummaryOf,
  likelinessAt,
  rankedByLikeliness,
  shopGapDaysOf,
  shopHabitsOf,
  type ArrivalSummary,
  type ShopHabits,
} from '#engine/arrivals.ts';
import { arrangedTiles, type Tiles } from '#engine/tiles.ts';
import { dayAt, type Day } from '#lib/day.ts';
import type { WallTime } from '#lib/zone.ts';
import { draftValue, type Drafts } from '#platform/drafts.ts';
import type { Person, Roster, RosterChange } from './roster.ts';

/** So many people stand on the Counter. */
export const tileCount = 12;

/** At most so many give way to likelier ones at a time: a hand learns places. */
const maxChanges = 3;

/** People looked at between two breaths of the page. */
const portion = 250;

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
  /** From now on people are found by other forms of their names too. Resolves when everybody is. */
  readonly learnForms: (otherForms: OtherForms) => Promise<void>;
  /** Resolves when everybody in the roster has been looked at. */
  readonly whenRead: Promise<void>;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly close: () => void;
}

/** Where the places are kept from one start to the next. */
export interface LikelySource {
  readonly roster: Roster;
  readonly drafts: Drafts;
  readonly placesKey: string;
  readonly wall: WallTime;
}

/** Reads everybody in the roster, arranges the tiles, and follows the roster from then on. */
export function openLikely(source: LikelySource): Likely {
  return new FollowedRoster(source);
}

class FollowedRoster implements Likely {
  readonly #source: LikelySource;
  readonly #listeners = new Set<() => void>();
  readonly #search = nameSearch((word) => this.#otherForms(word));
  readonly #summaries = new Map<CustomerId, ArrivalSummary>();
  readonly #stopHearing: () => void;
  #wall: WallTime;
  #gapDays = 0;
  #habits: ShopHabits | null = null;
  #likeliness: ReadonlyMap<CustomerId, number> = new Map();
  #ranked: readonly CustomerId[] = [];
  #tiles: Tiles;
  #logSince: Day | null = null;
  #reading = 0;
  #otherForms: OtherForms = noForms;
  whenRead: Promise<void>;

  constructor(source: LikelySource) {
    this.#source = source;
    this.#wall = source.wall;
    this.#tiles = keptPlaces(source.drafts.get(source.placesKey), source.roster);
    this.#stopHearing = source.roster.subscribe((change) => this.#hear(change));
    this.whenRead = this.#readAll();
  }

  tiles(): Tiles {
    return this.#tiles;
  }

  found(typed: string): readonly CustomerId[] {
    return this.#search.find(typed, {
      limit: tileCount,
      weightOf: (id) => this.#likeliness.get(id) ?? -Infinity,
    });
  }

  first(count: number): readonly CustomerId[] {
    return this.#ranked.slice(0, count);
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

  async learnForms(otherForms: OtherForms): Promise<void> {
    if (this.#otherForms === otherForms) return;
    this.#otherForms = otherForms;
    const ids = [...this.#source.roster.people().keys()];
    for (let from = 0; from < ids.length; from += portion) {
      await breath();
      for (const id of ids.slice(from, from + portion)) {
        const person = this.#source.roster.person(id);
        if (person !== undefined) this.#search.put(person.card);
      }
    }
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

  async #readAll(): Promise<void> {
    this.#reading += 1;
    const mine = this.#reading;
    const people = [...this.#source.roster.people().values()];
    this.#gapDays = shopGapDaysOf(people.map((person) => person.history));
    for (let from = 0; from < people.length; from += portion) {
      if (from > 0) await breath();
      if (mine !== this.#reading) return;
      for (const person of people.slice(from, from + portion)) this.#take(person);
    }
    for (const id of this.#summaries.keys()) {
      if (this.#source.roster.person(id) === undefined) this.#drop(id);
    }
    this.#habits = shopHabitsOf(this.#summaries.values(), this.#gapDays);
    this.#logSince = firstDayOf(people);
    this.#arrange(new Set());
  }

  #hear(change: RosterChange): void {
    if (change.kind === 'all') {
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
    const summary = arrivalSummaryOf(person.history, {
      today: this.#wall.day,
      gapDays: this.#gapDays,
    });
    this.#summaries.set(person.id, summary);
  }

  #drop(id: CustomerId): void {
    this.#search.remove(id);
    this.#summaries.delete(id);
  }

  #arrange(staying: ReadonlySet<CustomerId>): void {
    if (this.#habits === null) return;
    this.#likeliness = likelinessAt(this.#summaries.values(), this.#habits, this.#wall);
    this.#ranked = withKnownFirst(rankedByLikeliness(this.#likeliness), this.#source.roster);
    const pinned = this.#tiles.filter((id) => id !== null).filter((id) => staying.has(id));
    const ranked = [...new Set([...pinned, ...this.#ranked])];
    this.#keep(arrangedTiles(this.#tiles, ranked, { maxChanges }));
    this.#tell();
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
    this.#source.drafts.set(this.#source.placesKey, JSON.stringify(tiles));
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function noForms(): readonly string[] {
  return [];
}

function keptPlaces(text: string | null, roster: Roster): Tiles {
  const kept = draftValue(text);
  const ids = new Map([...roster.people().keys()].map((id) => [String(id), id]));
  return Array.from({ length: tileCount }, (_, place) => {
    const id: unknown = Array.isArray(kept) ? kept[place] : null;
    return typeof id === 'string' ? (ids.get(id) ?? null) : null;
  });
}

// People of whom there is nothing but a card come after everybody who was ever here.
function withKnownFirst(ids: readonly CustomerId[], roster: Roster): readonly CustomerId[] {
  return [
    ...ids.filter((id) => wasEverHere(roster.person(id))),
    ...ids.filter((id) => !wasEverHere(roster.person(id))),
  ];
}

function wasEverHere(person: Person | undefined): boolean {
  return person !== undefined && isKnown(person.history);
}

function firstDayOf(people: readonly Person[]): Day | null {
  const first = people.reduce(
    (earliest, { history }) => Math.min(earliest, firstStampOf(history)),
    Infinity,
  );
  return Number.isFinite(first) ? dayAt(stampDay(first)) : null;
}

function firstStampOf({ older, stamps }: History): number {
  return older.first >= 0 ? older.first : (stamps[0] ?? Infinity);
}

async function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
