// The tablets of one shop. "Tablet" also means a phone or a computer.

import type { VersionedRow } from '#domain/shop/versioned-row.ts';
import type { Day } from '#lib/day.ts';

/** What may change about a tablet. */
interface TabletFields {
  /** "Counter", "Stall". */
  readonly name: string;
  /** When it was taken out of the shop; null while it belongs to it. Never taken back. */
  readonly goneOn: Day | null;
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

/** Those who belong to the shop, the ones that were there first in front. */
export function presentTablets(tablets: readonly Tablet[]): readonly Tablet[] {
  return tablets.filter(({ goneOn }) => goneOn === null).toSorted((a, b) => compare(a, b));
}

function compare(a: Tablet, b: Tablet): number {
  return a.made === b.made ? (a.id < b.id ? -1 : 1) : a.made < b.made ? -1 : 1;
}
