// Why a copy of the shop could not be made or brought back. Each case is said to the shopkeeper in a sentence; the shop is as before.

import type { OpenProblem, WriteProblem } from '#domain/shop/shop-problem.ts';

/** Why a copy could not be saved, looked into or brought back. Nothing of the open shop was changed. */
export type CopyProblem =
  /** The file could not be read from the disk. */
  | { readonly kind: 'unreadable-copy' }
  | { readonly kind: 'empty-copy' }
  /** Bytes; refused before they are read. */
  | { readonly kind: 'too-big-copy'; readonly bytes: number; readonly greatest: number }
  /** Unpacks to far more than any shop. */
  | { readonly kind: 'swollen-copy' }
  /** Some other kind of file. */
  | { readonly kind: 'not-a-copy' }
  /** Locked with a phrase, and none was given. */
  | { readonly kind: 'locked-copy' }
  /** Locked with another phrase than the ones given. */
  | { readonly kind: 'wrong-phrase' }
  /** Written by newer code than this. */
  | { readonly kind: 'newer-copy' }
  /** The end is missing. */
  | { readonly kind: 'cut-copy' }
  /** Something in it was changed after it was written. */
  | { readonly kind: 'damaged-copy' }
  /** It holds no settings, without which there is no shop. */
  | { readonly kind: 'no-shop-in-copy' }
  /** Packed, and this browser is too old to unpack it. */
  | { readonly kind: 'cannot-unpack' }
  /** What was written does not read back as it was. */
  | { readonly kind: 'copy-not-verified' }
  /** A copy of another shop, which cannot be put together with this one. */
  | { readonly kind: 'other-shop' }
  /** Something in it was written minutes ahead of this tablet's clock: one of the two clocks is wrong. */
  | { readonly kind: 'clock-ahead' }
  /** The shop went on being written to for so long that nothing whole could be made of it. */
  | { readonly kind: 'shop-busy' }
  /** The folder for copies is gone, or the browser does not let us in any more. */
  | { readonly kind: 'no-folder' }
  | WriteProblem
  | OpenProblem;
