import type { Customer } from '#domain/customers/customer.ts';
import { mergePreferences } from '#domain/customers/preference.ts';
import { mergeRows } from './merge-rows.ts';

/** Two versions of a customer's row: each field as it was last changed, preferences singly. */
export function mergeCustomerRows(a: Customer, b: Customer): Customer {
  const merged = mergeRows(a, b);
  return merged === a
    ? merged
    : { ...merged, preferences: mergePreferences(a.preferences, b.preferences) };
}
