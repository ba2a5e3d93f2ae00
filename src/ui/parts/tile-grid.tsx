import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { m } from '../words.ts';
import './tile-grid.css';

export interface TileGridProps {
  /** What stands on each place, and a key that changes with whoever stands there. */
  readonly places: readonly { readonly who: string; readonly tile: ComponentChildren }[];
  /** New ones fade in on a quiet change; a search answers at once. */
  readonly isSearching: boolean;
}

/** The places of the Counter. They stay; only who stands on them changes. */
export function TileGrid({ places, isSearching }: TileGridProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  // On a phone the places scroll, and whoever was found stands on the first.
  useLayoutEffect(() => {
    if (isSearching) list.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [isSearching]);
  return (
    <ul
      ref={list}
      class={isSearching ? 'tile-grid tile-grid-searching' : 'tile-grid'}
      aria-label={m.counter_people_here()}
    >
      {places.map(({ who, tile }, place) => (
        <li class="tile-grid_place" key={place}>
          <div class="tile-grid_who" key={who}>
            {tile}
          </div>
        </li>
      ))}
    </ul>
  );
}
