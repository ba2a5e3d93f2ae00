// Who is on which tile, stored from one start to the next: the hand learns where tiles are.

import type { Tiles } from '#engine/arrivals/arrange-tiles.ts';
import { loadStored, saveStored, type LocalStore } from '#platform/browser-storage/local-store.ts';
import type { Roster } from '#app/customers/roster.ts';

export const tileCount = 12;

export interface TileLayoutContext {
  readonly roster: Roster;
  readonly drafts: LocalStore;
  readonly layoutKey: string;
}

function layoutShape(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** The stored layout; null where nobody was, or somebody who is gone. */
export function loadTileLayout({ roster, drafts, layoutKey }: TileLayoutContext): Tiles {
  const saved = loadStored(drafts, layoutKey, layoutShape) ?? [];
  const first = roster.startupSet()?.map(({ id }) => id) ?? [];
  const ids = new Map([...roster.people().keys(), ...first].map((id) => [String(id), id]));
  return Array.from({ length: tileCount }, (_, index) => {
    const id = saved[index];
    return typeof id === 'string' ? (ids.get(id) ?? null) : null;
  });
}

export function saveTileLayout({ drafts, layoutKey }: TileLayoutContext, tiles: Tiles): void {
  saveStored(drafts, layoutKey, tiles);
}
