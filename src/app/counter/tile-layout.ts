// Who stands on which tile, kept from one start to the next: a hand learns places.

import type { Tiles } from '#engine/arrivals/tile-arrangement.ts';
import { draftValue, type Drafts } from '#platform/browser-storage/local-store.ts';
import type { Roster } from '#app/customers/roster.ts';

/** So many people stand on the Counter. */
export const tileCount = 12;

/** Where the places are kept, and who may stand on them. */
export interface PlacesSource {
  readonly roster: Roster;
  readonly drafts: Drafts;
  readonly placesKey: string;
}

/** The places as they were kept; empty where nobody stood, or somebody who is not here any more. */
export function keptPlaces({ roster, drafts, placesKey }: PlacesSource): Tiles {
  const kept = draftValue(drafts.get(placesKey));
  const first = roster.first()?.map(({ id }) => id) ?? [];
  const ids = new Map([...roster.people().keys(), ...first].map((id) => [String(id), id]));
  return Array.from({ length: tileCount }, (_, place) => {
    const id: unknown = Array.isArray(kept) ? kept[place] : null;
    return typeof id === 'string' ? (ids.get(id) ?? null) : null;
  });
}

/** Keeps the places for the next start. */
export function keepPlaces({ drafts, placesKey }: PlacesSource, tiles: Tiles): void {
  drafts.set(placesKey, JSON.stringify(tiles));
}
