import { idFrom, type Id } from '#lib/id.ts';

/** People who live together; see `household.ts`. */
export type HouseholdId = Id<'household'>;

export const householdIdFrom: (text: string) => HouseholdId = idFrom;
