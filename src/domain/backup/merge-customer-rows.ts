import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { mergePermissions } from '#domain/customers/permission.ts';
import { mergePreferences } from '#domain/customers/preference.ts';
import { compareCodePoints } from '#lib/compare.ts';
import { mergeRows } from './merge-rows.ts';

/**
 * Two versions of a customer's row: each field as it was last changed, preferences singly. What
 * somebody allowed or refused, and who is somebody else, only ever grows.
 */
export function mergeCustomerRows(a: Customer, b: Customer): Customer {
  const merged = mergeRows(a, b);
  if (merged === a) return merged;
  return {
    ...merged,
    preferences: mergePreferences(a.preferences, b.preferences),
    permissions: mergePermissions(a.permissions, b.permissions),
    notSameAs: union(a.notSameAs, b.notSameAs),
  };
}

function union(a: readonly CustomerId[], b: readonly CustomerId[]): readonly CustomerId[] {
  return [...new Set([...a, ...b])].toSorted(compareCodePoints);
}
