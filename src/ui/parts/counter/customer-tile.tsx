import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CustomerId } from '#domain/customers/customer.ts';
import { m } from '#ui/messages.ts';
import { FirstIcon } from '#ui/parts/icons/first-icon.tsx';
import './customer-tile.css';

export interface CustomerTileProps {
  readonly id: CustomerId;
  readonly name: string;
  readonly cue: string;
  /** The time of today's visit as it is said, or null. */
  readonly came: string | null;
  readonly isCurrent: boolean;
  readonly mark: 'to-hand-over' | 'something-to-say' | null;
  /** Stays the same function. */
  readonly onTap: (id: CustomerId) => void;
}

/**
 * The first tap logs the visit. It answers on release, so that sliding off cancels it. Drawn anew
 * only where something about this customer changed: a tap leaves the eleven others as they are.
 */
export function CustomerTile(props: CustomerTileProps): JSX.Element {
  const { id, name, cue, came, isCurrent, mark, onTap } = props;
  return useMemo(
    () => (
      <button class={classFor(name, isCurrent)} type="button" onClick={() => onTap(id)}>
        <b class={`customer-tile_name${sizeFor(name)}`}>
          <bdi>{name}</bdi>
        </b>
        {came === null ? (
          <span class="type_cue customer-tile_cue">{cue}</span>
        ) : (
          <span class="type_cue customer-tile_came">
            <FirstIcon name="check" size="beside" />
            <span class="visually-hidden">{m.counter_tile_came({ time: came })}</span>
            <span aria-hidden="true">{came}</span>
          </span>
        )}
        <TileIcon mark={mark} />
      </button>
    ),
    [id, name, cue, came, isCurrent, mark, onTap],
  );
}

function TileIcon({ mark }: Pick<CustomerTileProps, 'mark'>): JSX.Element | null {
  if (mark === null) return null;
  return mark === 'to-hand-over' ? (
    <span class="customer-tile_mail">
      <FirstIcon name="mail" />
      <span class="visually-hidden">{m.counter_tile_hand_over()}</span>
    </span>
  ) : (
    <span class="customer-tile_dot">
      <span class="visually-hidden">{m.counter_tile_say()}</span>
    </span>
  );
}

export interface InvitingTileProps {
  readonly onTap: () => void;
  readonly children: ComponentChildren;
}

/** A place that asks for somebody: the first customer of all, or a name that nobody has yet. */
export function InvitingTile({ onTap, children }: InvitingTileProps): JSX.Element {
  return (
    <button class="customer-tile customer-tile-inviting" type="button" onClick={onTap}>
      <FirstIcon name="plus" />
      <b class="customer-tile_invitation">{children}</b>
    </button>
  );
}

export function EmptyTile(): JSX.Element {
  return <span class="customer-tile customer-tile-empty" />;
}

// A name of two lines leaves room for one line below it.
function classFor(name: string, isCurrent: boolean): string {
  const names = ['customer-tile'];
  if (isCurrent) names.push('customer-tile-here');
  if (name.length >= 9) names.push('customer-tile-full');
  return names.join(' ');
}

// A word too wide for its tile is written smaller before it is broken. Letters are weighed, not
// counted: "Bartholomew" is wider than "Christopher", though neither has more letters.
function sizeFor(name: string): string {
  const widest = Math.max(...name.split(/[\s-]+/u).map(widthOf));
  if (widest > fitsSmaller) return ' customer-tile_name-longest';
  if (widest > fitsLarge) return ' customer-tile_name-long';
  return widest > fitsNarrow ? ' customer-tile_name-wide' : '';
}

function widthOf(word: string): number {
  return Array.from(word, letterWidth).reduce((sum, width) => sum + width, 0);
}

// In widths of an "a", as the wider ones of the systems' bold faces draw it.
function letterWidth(letter: string): number {
  if (/[iljłıíìïI.,’'|!]/u.test(letter)) return 0.5;
  if (/[trf()]/u.test(letter)) return 0.65;
  if (/[mwMWæœÆŒ@]/u.test(letter)) return 1.45;
  return /\p{Lu}/u.test(letter) ? 1.15 : 1;
}

/** What fits a line: full size in the narrowest tile, in the others, and one size down. */
const fitsNarrow = 7.1;
const fitsLarge = 8.4;
const fitsSmaller = 10.1;
