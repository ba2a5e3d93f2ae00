import type { CustomerId } from '#domain/customers/customer.ts';

/** Why somebody stands on the list of a round. Never anything about money. */
export type RoundReason =
  /** Was on the list the last time. */
  | { readonly kind: 'last-time' }
  /** Came on so many days of this year. */
  | { readonly kind: 'visits'; readonly days: number }
  | { readonly kind: 'sent'; readonly people: readonly CustomerId[] }
  | { readonly kind: 'valued' };
