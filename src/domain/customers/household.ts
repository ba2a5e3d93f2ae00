// People who live together, for paper and messages only: one address, one card. Reasons, perks and
// permission stay each person's own.

import type { VersionedRow } from '#domain/shop/versioned-row.ts';
import type { CustomerId } from './customer.ts';
import type { HouseholdId } from './household-id.ts';

export interface HouseholdFields {
  /** As the shop says it: "the Khans". */
  readonly name: string;
  /** On envelopes: "Family Khan"; empty where it follows from the members. */
  readonly letterName: string;
  /** The member whose address counts; null while there is only one. */
  readonly addressOf: CustomerId | null;
  readonly voided: boolean;
}

export interface Household extends HouseholdFields, VersionedRow<keyof HouseholdFields> {
  readonly id: HouseholdId;
}
