import type { Day } from '#lib/day.ts';
import type { Customer, CustomerId } from './customer.ts';

/**
 * The id of somebody erased, so that no older backup brings them back, and marks by which a list
 * that still names them is recognised. Nothing else is kept.
 */
export interface Erasure {
  readonly customerId: CustomerId;
  readonly day: Day;
  /** See `erasure-marks.ts`; none in rows of older code. Without repeats, in order. */
  readonly marks: readonly string[];
}

/**
 * The cards that go with `card`. One that was hidden on one tablet and merged on another goes
 * alone, with what was merged into it. `joined` is in the order of merging: each comes after the
 * card that it was merged into.
 */
export function cardsErasedWith(card: Customer, joined: readonly Customer[]): readonly Customer[] {
  const cards = new Map([[card.id, card]]);
  for (const each of joined)
    if (each.mergedInto !== null && cards.has(each.mergedInto)) cards.set(each.id, each);
  return [...cards.values()];
}
