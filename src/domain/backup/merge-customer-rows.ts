import type { Customer } from '#domain/customers/customer.ts';
import { mergePermissions } from '#domain/customers/permission.ts';
import { mergePreferences } from '#domain/customers/preference.ts';
import { mergeRows } from './merge-rows.ts';

/**
 * Two versions of a customer's row: each field as it was last changed, preferences singly, and
 * every answer that was given on either tablet: a no is never lost to what another noted later.
 */
export function mergeCustomerRows(a: Customer, b: Customer): Customer {
  const merged = mergeRows(a, b);
  return merged === a
    ? merged
    : {
        ...merged,
        preferences: mergePreferences(a.preferences, b.preferences),
        permissions: mergePermissions(a.permissions, b.permissions),
      };
}
