// What a tablet and the shop's own server say to each other. All that is about the shop is sealed
// before it gets here.

import type { ParcelCounts } from './parcel-counts.ts';

/** What anybody may ask of the server. */
export interface DepotHealth {
  readonly ok: true;
  readonly version: string;
  /** The server's clock, epoch ms. */
  readonly now: number;
  /** Whether a shop has been founded on it. */
  readonly isFounded: boolean;
  readonly parcels: number;
  readonly freeBytes: number;
}

/** What a server has. One that was set back or emptied has less than the tablets know. */
export interface DepotContents {
  readonly counts: ParcelCounts;
  /** How many parcels of each tablet are empty. */
  readonly emptied: ParcelCounts;
  /** By the tablet's id, whether it was taken out. */
  readonly tablets: Readonly<Record<string, boolean>>;
  /** The number of the shop's last key that it holds for tablets; 0 for none. */
  readonly lastKey: number;
}

/** The first message of each line, and again when a key or a tablet changes. */
export interface DepotState extends DepotContents {
  readonly now: number;
  /** New keys of the shop, sealed to this tablet, by their numbers. */
  readonly keys: Readonly<Record<string, string>>;
}

/** A tablet as the server must know it. */
export interface DepotTablet {
  readonly id: string;
  readonly passHash: string;
}

/** Sent once by the first tablet, and again by one of those left when the server was emptied. */
export interface Founding {
  readonly words: string;
  readonly shop: string;
  readonly tablets: readonly DepotTablet[];
}

/** A new key of the shop, sealed to each tablet that stays. */
export interface KeyChange {
  readonly number: number;
  readonly sealed: Readonly<Record<string, string>>;
}

/** How many parcels of a tablet the server had when it was taken out. */
export interface ClosedTablet {
  readonly last: number;
}

/** What a server has forgotten of the shop's tablets. */
export interface RosterMessage {
  readonly tablets: readonly (DepotTablet & { readonly isGone: boolean })[];
  readonly key: KeyChange | null;
}

/** Parcels of one tablet whose bytes must go: somebody in them was erased. */
export interface EmptiedMessage {
  readonly tablet: string;
  readonly numbers: readonly number[];
}

/** A parcel on its way, its bytes as text; no text where it was emptied. */
export interface ParcelMessage {
  readonly tablet: string;
  readonly number: number;
  readonly bytes: string;
}

export const maxParcelBytes = 2_000_000;
export const maxParcelsTogether = 64;
export const maxEmptiedTogether = 5_000;
