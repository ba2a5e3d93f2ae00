// Who is left out at random, when the owner has asked for it: only a randomised hold-out (Fisher
// 1935) can show whether cards help. It must choose the same people however often it is asked in a
// week, and never anybody who is owed an answer or a birthday.

import type { CustomerId } from '#domain/customers/customer.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import type { Day } from '#lib/day.ts';
import type { TriggerKind } from './params.ts';

/** One person in one week of one shop. */
export interface HoldOutKey {
  readonly shopId: string;
  readonly week: Day;
  readonly customerId: CustomerId;
}

/** Whether this person is held out: true for `share` (0–1) of all keys, always the same for one. */
export function isHeldOut({ shopId, week, customerId }: HoldOutKey, share: number): boolean {
  return seededRandom(`${shopId} ${week} ${customerId}`)() < share;
}

/** No answer, no birthday and not the reserved place is ever held out. */
export function isHoldOutEligible(
  place: 'answer' | 'open' | 'reserved',
  lead: TriggerKind | null,
): boolean {
  return place === 'open' && lead !== null && lead !== 'birthday';
}
