import * as v from 'valibot';
import type { Gesture, GestureFields, GestureId } from '#domain/week/gesture.ts';
import { count, customerId, day, flag, id, oneOf, text, versionFields, whole } from './fields.ts';
import type { FieldChecks, RowCheck } from './fields.ts';
import { reason } from './reason.ts';

const fields: FieldChecks<GestureFields> = {
  kind: oneOf(['card', 'offer', 'word']),
  words: text,
  cost: whole,
  printedOn: v.nullable(day),
  handedOverOn: v.nullable(day),
  skippedOn: v.nullable(day),
  expiresOn: v.nullable(day),
  windowDays: v.nullable(count),
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
