// Who is left out by lot, when the owner has asked for it: without somebody who might have got a
// card and did not, nobody can know whether cards help. Must draw the same people however often it
// is asked in a week, and never anybody who is owed an answer or a birthday.

import type { CustomerId } from '#domain/customers/customer.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import type { Day } from '#lib/day.ts';
import type { TriggerKind } from './params.ts';

/** One person's turn in the draw of one shop's week. */
export interface HoldOutKey {
  readonly shopId: string;
  readonly week: Day;
  readonly customerId: CustomerId;
}

/**
 * Whether this person is left out this week: true for `share` of all turns (0–1), and always the
 * same for the same turn.
 */
export function isHeldOut({ shopId, week, customerId }: HoldOutKey, share: number): boolean {
  return seededRandom(`${shopId} ${week} ${customerId}`)() < share;
}

/** Whether a suggestion takes part in the draw: no answer, no birthday and not the kept place. */
export function isHoldOutEligible(
  place: 'answer' | 'open' | 'reserved',
  lead: TriggerKind | null,
): boolean {
  return place === 'open' && lead !== null && lead !== 'birthday';
}
