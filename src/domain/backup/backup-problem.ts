// Why a backup could not be made or restored. Each case has its sentence in i18n; the shop is as
// before.

import type { OpenProblem, WriteProblem } from '#domain/shop/shop-problem.ts';

/** Why a backup could not be saved, previewed or restored. Nothing of the open shop was changed. */
export type BackupProblem =
  /** The file could not be read from the disk. */
  | { readonly kind: 'unreadable-backup' }
  | { readonly kind: 'empty-backup' }
  /** Bytes; refused before they are read. */
  | { readonly kind: 'too-big-backup'; readonly bytes: number; readonly greatest: number }
  /** Unpacks to far more than any shop. */
  | { readonly kind: 'zip-bomb-backup' }
  /** Some other kind of file. */
  | { readonly kind: 'not-a-backup' }
  /** Locked with a phrase, and none was given. */
  | { readonly kind: 'encrypted-backup' }
  /** Locked with another phrase than the ones given. */
  | { readonly kind: 'wrong-passphrase' }
  /** Written by newer code than this. */
  | { readonly kind: 'newer-backup' }
  /** The end is missing. */
  | { readonly kind: 'truncated-backup' }
  /** Something in it was changed after it was written. */
  | { readonly kind: 'corrupt-backup' }
  /** It holds no settings, without which there is no shop. */
  | { readonly kind: 'no-shop-in-backup' }
  /** Packed, and this browser is too old to unpack it. */
  | { readonly kind: 'cannot-unpack' }
  /** What was written does not read back as it was. */
  | { readonly kind: 'backup-not-verified' }
  /** A backup of another shop, which cannot be merged with this one. */
  | { readonly kind: 'other-shop' }
  /** Something in it was written minutes ahead of this tablet's clock: one of the two is wrong. */
  | { readonly kind: 'clock-ahead' }
  /** The shop went on being written to for so long that nothing whole could be made of it. */
  | { readonly kind: 'shop-busy' }
  /** The backup folder is gone, or the browser does not let us in any more. */
  | { readonly kind: 'no-folder' }
  | WriteProblem
  | OpenProblem;
