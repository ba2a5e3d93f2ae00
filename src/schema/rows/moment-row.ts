// What a row of the moments table must be.

import * as v from 'valibot';
import {
  momentKinds,
  type Moment,
  type MomentField,
  type MomentId,
} from '#domain/visits/moment.ts';
import type { VisitId } from '#domain/visits/visit.ts';
import {
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

const fields: Readonly<Record<MomentField, true>> = {
  kind: true,
  about: true,
  text: true,
  answeredOn: true,
  voided: true,
  customerId: true,
};

/** The check of a row of moments. */
export const momentRow: RowCheck<Moment> = v.object({
  id: id<MomentId>(),
  customerId,
  day,
  kind: oneOf(momentKinds),
  about: v.nullable(customerId),
  text,
  visitId: v.nullable(id<VisitId>()),
  answeredOn: v.nullable(day),
  createdAt: whole,
  voided: flag,
  ...versionFields(fields),
});
