import * as v from 'valibot';
import {
  momentKinds,
  type Moment,
  type MomentFields,
  type MomentId,
} from '#domain/visits/moment.ts';
import type { VisitId } from '#domain/visits/visit.ts';
import { customerId, day, flag, id, oneOf, text, versionFields, whole } from './fields.ts';
import type { FieldChecks, RowCheck } from './fields.ts';

const fields: FieldChecks<MomentFields> = {
  customerId,
  kind: oneOf(momentKinds),
  about: v.nullable(customerId),
  text,
  answeredOn: v.nullable(day),
  voided: flag,
};

export const momentRow: RowCheck<Moment> = v.object({
  id: id<MomentId>(),
  day,
  visitId: v.nullable(id<VisitId>()),
  createdAt: whole,
  ...fields,
  ...versionFields(fields),
});
