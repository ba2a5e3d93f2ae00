// Who stands on which tile, kept from one start to the next: a hand learns places.

import type { Tiles } from '#engine/arrivals/tile-arrangement.ts';
import { listShape, textShape, withDefault } from '#lib/shape.ts';
import { loadStored, saveStored, type LocalStore } from '#platform/browser-storage/local-store.ts';
import type { Roster } from '#app/customers/roster.ts';

/** So many people stand on the Counter. */
export const tileCount = 12;

/** Where the places are kept, and who may stand on them. */
export interface TileLayoutContext {
  readonly roster: Roster;
  readonly drafts: LocalStore;
  readonly layoutKey: string;
}

const layoutShape = listShape(withDefault(textShape, null));

/** The places as they were kept; empty where nobody stood, or somebody who is not here any more. */
export function loadTileLayout({ roster, drafts, layoutKey }: TileLayoutContext): Tiles {
  const saved = loadStored(drafts, layoutKey, layoutShape) ?? [];
  const first = roster.startupSet()?.map(({ id }) => id) ?? [];
  const ids = new Map([...roster.people().keys(), ...first].map((id) => [String(id), id]));
  return Array.from({ length: tileCount }, (_, index) => {
    const id = saved[index] ?? null;
    return id === null ? null : (ids.get(id) ?? null);
  });
}

/** Keeps the places for the next start. */
export function saveTileLayout({ drafts, layoutKey }: TileLayoutContext, tiles: Tiles): void {
  saveStored(drafts, layoutKey, tiles);
}
