// What the filling worker is told and what it tells.

/** A shop to be made in the database called `database`. */
export interface FillOrder {
  readonly database: string;
  readonly size: { readonly customers: number; readonly visits: number };
  /** The last day with visits, `YYYY-MM-DD`. */
  readonly endDay: string;
}

export type FillReport =
  | { readonly kind: 'progress'; readonly visits: number }
  | { readonly kind: 'done'; readonly visits: number }
  | { readonly kind: 'failed'; readonly why: string };

/**
 * People and visits at each size: a shop's first months, a good high-street shop, and more than any
 * shop has.
 */
export const sizes = {
  s: { customers: 1_000, visits: 50_000 },
  m: { customers: 5_000, visits: 250_000 },
  l: { customers: 20_000, visits: 1_000_000 },
} as const;

export type Size = keyof typeof sizes;
