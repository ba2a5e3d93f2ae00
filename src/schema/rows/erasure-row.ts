import * as v from 'valibot';
import type { Erasure } from '#domain/customers/erasure.ts';
import { customerId, day, type RowCheck } from './fields.ts';

export const erasureRow: RowCheck<Erasure> = v.object({ customerId, day });
