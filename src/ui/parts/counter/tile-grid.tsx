import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { m } from '#ui/messages.ts';
import './tile-grid.css';

export interface TileGridProps {
  /** What stands on each place, and a key that changes with whoever stands there. */
  readonly places: readonly { readonly who: string; readonly tile: ComponentChildren }[];
  /** Others fade in on a quiet change; a search answers at once. */
  readonly isSearching: boolean;
}

/** The places of the Counter. They stay; only who stands on them changes. */
export function TileGrid({ places, isSearching }: TileGridProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    // On a phone the places scroll, and whoever was found stands on the first.
    if (isSearching) list.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [isSearching]);
  return (
    <ul
      ref={list}
      class="tile-grid"
      aria-label={m.counter_people_here()}
      onClickCapture={isSearching ? blurTile : undefined}
    >
      {places.map((place, number) => (
        <li class="tile-grid_place" key={number} data-tile={place.who}>
          <TileSlot {...place} isSearching={isSearching} />
        </li>
      ))}
    </ul>
  );
}

// Once the search is over somebody else stands there: Enter must not mean them. Left before
// anything is drawn: the browser lays out the page for it.
function blurTile(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

interface TileSlotProps extends Pick<TileGridProps, 'isSearching'> {
  readonly who: string;
  readonly tile: ComponentChildren;
}

// Made anew only to fade in. When a search begins or ends what stands there is kept: nothing is
// built and, with the finger on it, taken leave of.
function TileSlot({ who, tile, isSearching }: TileSlotProps): JSX.Element {
  const { current } = useRef({ who, isSearching, turn: 0 });
  if (who !== current.who && !isSearching && !current.isSearching) current.turn += 1;
  Object.assign(current, { who, isSearching });
  return (
    <div class="tile-grid_who" key={current.turn}>
      {tile}
    </div>
  );
}
