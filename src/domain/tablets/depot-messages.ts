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

/** The first message of each line, and again when one of these changes. */
export interface DepotState {
  readonly now: number;
  readonly counts: ParcelCounts;
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

/** A parcel on its way, its bytes as text. */
export interface ParcelMessage {
  readonly tablet: string;
  readonly number: number;
  readonly bytes: string;
}

export const maxParcelBytes = 2_000_000;
export const maxParcelsTogether = 64;
