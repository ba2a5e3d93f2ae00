import * as v from 'valibot';
import type { HouseholdId } from '#domain/customers/household-id.ts';
import {
  gestureWays,
  plannedKinds,
  type Gesture,
  type GestureFields,
  type GestureId,
} from '#domain/week/gesture.ts';
import type { PerkId } from '#domain/week/perk.ts';
import type { RoundId } from '#domain/week/round.ts';
import { count, customerId, day, flag, id, oneOf, text, versionFields, whole } from './fields.ts';
import type { FieldChecks, RowCheck } from './fields.ts';
import { reason } from './reason.ts';

const fields: FieldChecks<GestureFields> = {
  kind: oneOf([...plannedKinds, 'perk', 'message']),
  words: text,
  cost: whole,
  printedOn: v.nullable(day),
  handedOverOn: v.nullable(day),
  skippedOn: v.nullable(day),
  expiresOn: v.nullable(day),
  windowDays: v.nullable(count),
  roundId: v.nullable(id<RoundId>()),
  perkId: v.nullable(id<PerkId>()),
  perkRound: v.nullable(count),
  householdId: v.nullable(id<HouseholdId>()),
  way: v.nullable(oneOf(gestureWays)),
  purpose: v.nullable(oneOf(['thanks', 'news'])),
  declinedOn: v.nullable(day),
  voided: flag,
};

export const gestureRow: RowCheck<Gesture> = v.object({
  id: id<GestureId>(),
  customerId,
  reasons: v.array(reason),
  week: day,
  plannedOn: day,
  createdAt: whole,
  ...fields,
  ...versionFields(fields),
});
