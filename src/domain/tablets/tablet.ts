// The tablets of one shop. "Tablet" also means a phone or a computer.

import { mergeRows } from '#domain/backup/merge-rows.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';
import type { Day } from '#lib/day.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';

/** What may change about a tablet. */
interface TabletFields {
  /** "Counter", "Stall". */
  readonly name: string;
  /** When it was taken out of the shop; null while it belongs to it. Never taken back. */
  readonly goneOn: Day | null;
  /** The number of its last parcel that counts, once it was taken out. */
  readonly lastParcel: number | null;
  /** How its parcels are known; null for one of before they were signed. */
  readonly signing: ParcelSigning | null;
}

export interface ParcelSigning {
  /** With it anybody can see that the tablet signed something, and nobody can sign. */
  readonly verifyKey: string;
  /** The number of the first parcel that it signed. */
  readonly from: number;
}

/** A tablet as every other tablet of the shop knows it. */
export interface Tablet extends TabletFields, VersionedRow<keyof TabletFields> {
  /** Drawn at random: the server knows it by this and by nothing else. */
  readonly id: string;
  /** What a new key of the shop is sealed to. */
  readonly publicKey: string;
  /** SHA-256 of the pass with which it may use the server. */
  readonly passHash: string;
}

/** A tablet that joins, or the first one. */
export interface NewTablet {
  readonly id: string;
  readonly name: string;
  readonly publicKey: string;
  readonly verifyKey: string;
}

export function newTablet(
  { verifyKey, ...known }: NewTablet,
  made: HlcTimestamp,
): Omit<Tablet, 'passHash'> {
  const signing = { verifyKey, from: 1 };
  return { ...known, goneOn: null, lastParcel: null, signing, made, edits: {} };
}

/** Those who belong to the shop, the ones that were there first in front. */
export function presentTablets(tablets: readonly Tablet[]): readonly Tablet[] {
  return tablets.filter(({ goneOn }) => goneOn === null).toSorted((a, b) => compare(a, b));
}

/** Those who were taken out. */
export function goneTablets(tablets: readonly Tablet[]): readonly Tablet[] {
  return tablets.filter(isGone);
}

/** Whether it is known to have been taken out. */
export function isGone(tablet: Tablet | undefined): boolean {
  return tablet !== undefined && tablet.goneOn !== null;
}

/**
 * What is known of a tablet, and what another one says of it. Its keys are those that were heard of
 * first, and whoever was taken out stays out, from the first parcel on that anybody refuses.
 */
export function mergeTablets(known: Tablet, said: Tablet): Tablet {
  const lasts = [known.lastParcel, said.lastParcel].filter((each) => each !== null);
  return {
    ...mergeRows(known, said),
    publicKey: known.publicKey,
    passHash: known.passHash,
    signing: known.signing ?? said.signing,
    goneOn: known.goneOn ?? said.goneOn,
    lastParcel: lasts.length === 0 ? null : Math.min(...lasts),
  };
}

/** Whether the parcel `number` of the tablet came after it was taken out. */
export function isAfterItsEnd({ lastParcel }: Tablet, number: number): boolean {
  return lastParcel !== null && number > lastParcel;
}

function compare(a: Tablet, b: Tablet): number {
  return a.made === b.made ? (a.id < b.id ? -1 : 1) : a.made < b.made ? -1 : 1;
}
