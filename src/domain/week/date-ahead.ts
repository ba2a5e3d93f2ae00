// What is coming in somebody's life with the shop.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { Day } from '#lib/day.ts';

interface DateOf {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly lastSeen: Day | null;
  /** Whether they were here lately enough for a card; others are looked up on demand. */
  readonly isSeenLately: boolean;
}

/** A birthday, whole years since the first visit, or a round number of visits that is near. */
export type DateAhead = DateOf &
  (
    | { readonly kind: 'birthday'; readonly day: Day }
    | {
        readonly kind: 'anniversary';
        readonly day: Day;
        readonly years: number;
        readonly first: Day;
      }
    | { readonly kind: 'milestone'; readonly visitDays: number; readonly toGo: number }
  );
