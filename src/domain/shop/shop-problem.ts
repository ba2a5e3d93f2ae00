// Why the shop could not be opened or written to. Each case has its sentence in i18n.

/** Why nothing was written. The shop is exactly as before. */
export type WriteProblem =
  /** The database belongs to newer code than this. */
  | { readonly kind: 'newer-app-needed' }
  /** The tablet's storage is full. */
  | { readonly kind: 'storage-full' }
  /** The browser's storage failed or went away; `name` is the error's. */
  | { readonly kind: 'storage-failed'; readonly name: string }
  /** What was to be changed is not there (any more). */
  | { readonly kind: 'not-found' };

/** What the browser's storage itself may fail with. */
export type StorageProblem = Extract<
  WriteProblem,
  { readonly kind: 'storage-full' | 'storage-failed' }
>;

/** Why a shop could not be opened. */
export type OpenProblem =
  | { readonly kind: 'newer-app-needed' }
  /** Another tab holds an older version open. */
  | { readonly kind: 'blocked' }
  /** Older rows must be migrated, and a snapshot before that failed. Nothing was changed. */
  | { readonly kind: 'snapshot-failed'; readonly why: 'storage-full' | 'failed' }
  /** There is no room for a new shop. */
  | { readonly kind: 'storage-full' }
  | { readonly kind: 'storage-failed'; readonly name: string };

/** What any verb may fail with; the shell says it in one place. */
export type ShopProblem = WriteProblem | OpenProblem;
