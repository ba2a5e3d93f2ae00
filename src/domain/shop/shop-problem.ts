// Why the shop could not be opened or written to. Each case has its sentence in i18n.

/** Why nothing was written. The shop is exactly as before. */
export type WriteProblem =
  | { readonly kind: 'newer-app-needed' }
  | { readonly kind: 'storage-full' }
  /** The browser's storage failed or went away; `name` is the error's. */
  | { readonly kind: 'storage-failed'; readonly name: string }
  | { readonly kind: 'not-found' };

export type StorageProblem = Extract<
  WriteProblem,
  { readonly kind: 'storage-full' | 'storage-failed' }
>;

export type OpenProblem =
  | { readonly kind: 'newer-app-needed' }
  /** Another tab holds an older version open. */
  | { readonly kind: 'blocked' }
  /** Older rows must be migrated, and a snapshot before that failed. Nothing was changed. */
  | { readonly kind: 'snapshot-failed'; readonly why: 'storage-full' | 'failed' }
  | { readonly kind: 'storage-full' }
  | { readonly kind: 'storage-failed'; readonly name: string };

/** What any verb may fail with; the shell says it in one place. */
export type ShopProblem = WriteProblem | OpenProblem;
