// Which person is on which tile. A hand learns positions, so people keep theirs; only a few tiles
// change at a time, and nobody ever moves from one tile to another.

import type { CustomerId } from '#domain/customers/customer.ts';

/** Tiles in order; null is an empty one. */
export type Tiles = readonly (CustomerId | null)[];

/** How the tiles may change. */
export interface TileRules {
  /**
   * How many people may be replaced at once. Empty tiles, and tiles of unknown people, are filled
   * besides.
   */
  readonly maxChanges: number;
}

/**
 * The tiles for who is likely now. `ranked` has everybody known, the likeliest first; as many of
 * them as there are tiles belong on the grid. Those who belong keep their tile, and the least
 * likely of the others are replaced first.
 */
export function arrangeTiles(
  current: Tiles,
  ranked: readonly CustomerId[],
  { maxChanges }: TileRules,
): Tiles {
  const rankOf = new Map(ranked.map((id, rank) => [id, rank]));
  const tiles = withoutRepeats(current).map((id) => (id !== null && rankOf.has(id) ? id : null));
  const standing = new Set(tiles);
  const waiting = ranked.slice(0, tiles.length).filter((id) => !standing.has(id));
  const empty = placesWhere(tiles, (id) => id === null);
  const leaving = placesWhere(tiles, (id) => id !== null && (rankOf.get(id) ?? 0) >= tiles.length)
    .toSorted((a, b) => rankAt(b, tiles, rankOf) - rankAt(a, tiles, rankOf))
    .slice(0, Math.max(0, maxChanges));
  const places = [...empty, ...leaving].slice(0, waiting.length);
  const taken = new Map(places.map((place, index) => [place, waiting[index] ?? null]));
  return tiles.map((id, place) => taken.get(place) ?? id);
}

function withoutRepeats(tiles: Tiles): Tiles {
  return tiles.map((id, place) => (id !== null && tiles.indexOf(id) < place ? null : id));
}

function placesWhere(tiles: Tiles, holds: (id: CustomerId | null) => boolean): readonly number[] {
  return tiles.flatMap((id, place) => (holds(id) ? [place] : []));
}

function rankAt(place: number, tiles: Tiles, rankOf: ReadonlyMap<CustomerId, number>): number {
  const id = tiles[place];
  return id === undefined || id === null ? 0 : (rankOf.get(id) ?? 0);
}
