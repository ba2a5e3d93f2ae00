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
  const visible = new Set(tiles);
  const entering = ranked.slice(0, tiles.length).filter((id) => !visible.has(id));
  const empty = indexesWhere(tiles, (id) => id === null);
  const leaving = indexesWhere(tiles, (id) => id !== null && (rankOf.get(id) ?? 0) >= tiles.length)
    .toSorted((a, b) => rankAt(b, tiles, rankOf) - rankAt(a, tiles, rankOf))
    .slice(0, Math.max(0, maxChanges));
  const indexes = [...empty, ...leaving].slice(0, entering.length);
  const taken = new Map(indexes.map((position, index) => [position, entering[index] ?? null]));
  return tiles.map((id, position) => taken.get(position) ?? id);
}

function withoutRepeats(tiles: Tiles): Tiles {
  return tiles.map((id, index) => (id !== null && tiles.indexOf(id) < index ? null : id));
}

function indexesWhere(tiles: Tiles, holds: (id: CustomerId | null) => boolean): readonly number[] {
  return tiles.flatMap((id, index) => (holds(id) ? [index] : []));
}

function rankAt(index: number, tiles: Tiles, rankOf: ReadonlyMap<CustomerId, number>): number {
  const id = tiles[index];
  return id === undefined || id === null ? 0 : (rankOf.get(id) ?? 0);
}
