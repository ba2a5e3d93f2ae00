import type { ComponentChildren, JSX } from 'preact';
import { FirstIcon, type FirstIconName } from '#ui/parts/icons/first-icon.tsx';
import './rail.css';

export interface RailItem {
  readonly href: string;
  readonly icon: FirstIconName;
  readonly word: string;
  /** Said instead on a phone, where five places share one line. */
  readonly shortWord?: string;
  /** How much waits there, and the same for those who listen. Nothing is shown for none. */
  readonly count?: { readonly number: number; readonly label: string };
  readonly current: boolean;
}

export interface RailStatus {
  /** A full disc, half a disc, a triangle: told apart without colour. */
  readonly kind: 'saved' | 'behind' | 'failed';
  readonly word: string;
  /** Where to do something about it. */
  readonly href?: string;
}

export interface RailProps {
  readonly label: string;
  readonly places: readonly RailItem[];
  readonly status: RailStatus;
  /** A key below everything else. */
  readonly foot?: ComponentChildren;
}

/** The places of the app and whether all is safe. Left of the page, below it on a phone. */
export function Rail({ label, places, status, foot }: RailProps): JSX.Element {
  return (
    <nav class="rail" aria-label={label}>
      <ul class="rail_places">
        {places.map((place) => (
          <li class="rail_item" key={place.href}>
            <RailLink place={place} />
          </li>
        ))}
      </ul>
      <p class={`rail_status rail_status-${status.kind}`}>
        <svg class="rail_sign" viewBox="0 0 14 14" aria-hidden="true">
          <path d={signs[status.kind]} />
        </svg>
        {status.href === undefined ? status.word : <a href={status.href}>{status.word}</a>}
      </p>
      {foot}
    </nav>
  );
}

function RailLink({ place }: { readonly place: RailItem }): JSX.Element {
  const count = place.count;
  return (
    <a class="rail_place" href={place.href} aria-current={place.current ? 'page' : undefined}>
      <FirstIcon name={place.icon} filled={place.current} />
      <span class="rail_word">{place.word}</span>
      <span class="rail_word-short">{place.shortWord ?? place.word}</span>
      {count === undefined || count.number === 0 ? null : (
        <span class="rail_count">
          <span aria-hidden="true">{count.number}</span>
          <span class="visually-hidden">{count.label}</span>
        </span>
      )}
    </a>
  );
}

const signs: Readonly<Record<RailStatus['kind'], string>> = {
  saved: 'M0 7a7 7 0 1 0 14 0A7 7 0 1 0 0 7z',
  behind: 'M7 0a7 7 0 0 0 0 14zM7 1a6 6 0 0 1 0 12v1A7 7 0 0 0 7 0z',
  failed: 'M7 .5l7 13H0z',
};
