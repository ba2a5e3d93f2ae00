// Why a backup could not be made or restored. Each case has its sentence in i18n; the shop is as
// before.

import type { OpenProblem, WriteProblem } from '#domain/shop/shop-problem.ts';

/** Why a backup could not be saved, previewed or restored. Nothing of the open shop was changed. */
export type BackupProblem =
  | { readonly kind: 'unreadable-backup' }
  | { readonly kind: 'empty-backup' }
  /** Bytes; refused before they are read. */
  | { readonly kind: 'too-big-backup'; readonly bytes: number; readonly greatest: number }
  /** Unpacks to far more than any shop. */
  | { readonly kind: 'zip-bomb-backup' }
  | { readonly kind: 'not-a-backup' }
  /** Locked with a phrase, and none was given. */
  | { readonly kind: 'encrypted-backup' }
  | { readonly kind: 'wrong-passphrase' }
  | { readonly kind: 'newer-backup' }
  | { readonly kind: 'truncated-backup' }
  | { readonly kind: 'corrupt-backup' }
  /** It holds no settings, without which there is no shop. */
  | { readonly kind: 'no-shop-in-backup' }
  /** Packed, and this browser is too old to unpack it. */
  | { readonly kind: 'cannot-unpack' }
  | { readonly kind: 'backup-not-verified' }
  | { readonly kind: 'other-shop' }
  /** Something in it was written minutes ahead of this tablet's clock: one of the two is wrong. */
  | { readonly kind: 'clock-ahead' }
  /** The shop went on being written to for so long that nothing whole could be made of it. */
  | { readonly kind: 'shop-busy' }
  /** The backup folder is gone, or the browser does not let us in any more. */
  | { readonly kind: 'no-folder' }
  | WriteProblem
  | OpenProblem;
