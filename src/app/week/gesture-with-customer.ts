// Whose a gesture is today: cards may have been merged since it was decided, or customers hidden.

import { isPresent, mergedCustomer, type CustomerId } from '#domain/customers/customer.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import type { History } from '#domain/visits/history.ts';
import { readMergedCustomers, readHistory } from '#storage/tables/histories.ts';
import type { Deps } from '#app/deps.ts';

export interface GestureWithCustomer {
  readonly gesture: Gesture;
  readonly customerId: CustomerId;
  readonly name: string;
  readonly history: History | undefined;
}

/** The gestures of people who are still present, in the same order. */
export async function gesturesWithCustomers(
  deps: Deps,
  gestures: readonly Gesture[],
): Promise<readonly GestureWithCustomer[]> {
  const ids = [...new Set(gestures.map((gesture) => gesture.customerId))];
  const people = new Map(
    await Promise.all(ids.map(async (id) => [id, await readRecipient(deps, id)] as const)),
  );
  return gestures.flatMap((gesture) => {
    const person = people.get(gesture.customerId);
    return person === undefined ? [] : [{ gesture, ...person }];
  });
}

/** What waits for somebody who died, or turned out to be a child, is given to nobody. */
export function canBeGiven({ history }: Pick<GestureWithCustomer, 'history'>): boolean {
  return history === undefined || !(history.facts.died || history.facts.young);
}

async function readRecipient(
  deps: Deps,
  id: CustomerId,
): Promise<Omit<GestureWithCustomer, 'gesture'> | undefined> {
  const merged = await readMergedCustomers(deps.db, id);
  if (merged === undefined || !isPresent(merged.customer)) return undefined;
  const customer = mergedCustomer(merged.customer, merged.joined);
  return {
    customerId: customer.id,
    name: customer.name,
    history: await readHistory(deps.db, customer.id),
  };
}
