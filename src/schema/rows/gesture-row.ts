// What a row of the gestures table must be.

import * as v from 'valibot';
import type { Gesture, GestureField, GestureId } from '#domain/week/gesture.ts';
import {
  count,
  customerId,
  day,
  flag,
  id,
  oneOf,
  versionFields,
  text,
  whole,
  type RowCheck,
} from './fields.ts';
import { reason } from './reason.ts';

const fields: Readonly<Record<GestureField, true>> = {
  kind: true,
  words: true,
  cost: true,
  printedOn: true,
  handedOverOn: true,
  skippedOn: true,
  expiresOn: true,
  windowDays: true,
  voided: true,
};

/** The check of a row of gestures. */
export const gestureRow: RowCheck<Gesture> = v.object({
  id: id<GestureId>(),
  customerId,
  kind: oneOf(['card', 'offer', 'word']),
  reasons: v.array(reason),
  words: text,
  cost: whole,
  week: day,
  plannedOn: day,
  printedOn: v.nullable(day),
  handedOverOn: v.nullable(day),
  skippedOn: v.nullable(day),
  expiresOn: v.nullable(day),
  windowDays: v.nullable(count),
  createdAt: whole,
  voided: flag,
  ...versionFields(fields),
});
