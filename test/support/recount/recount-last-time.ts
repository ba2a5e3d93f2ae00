import { byCreation, type Customer, type CustomerId } from '#domain/customers/customer.ts';
import type { HouseholdId } from '#domain/customers/household-id.ts';
import type { RoundId } from '#domain/week/round.ts';
import type { ShopDexie } from '#storage/database.ts';

/**
 * The lines of `round` that are about these people, counted row by row: written for one of them
 * under any of their records, or for a home in which one of them is still noted.
 */
export async function recountLastTime(
  db: ShopDexie,
  round: RoundId,
  people: readonly CustomerId[],
): Promise<readonly string[]> {
  const customers = new Map((await db.customers.toArray()).map((row) => [row.id, row]));
  const homes = new Set(people.map((id) => homeNotedFor(id, customers)));
  const lines = (await db.gestures.toArray()).filter(
    ({ roundId, voided }) => roundId === round && !voided,
  );
  return lines
    .filter(({ customerId, householdId }) => {
      const person = survivorOf(customerId, customers);
      return people.includes(person) || (householdId !== null && homes.has(householdId));
    })
    .map(({ id }) => id)
    .toSorted();
}

type Rows = ReadonlyMap<CustomerId, Customer>;

function survivorOf(id: CustomerId, customers: Rows): CustomerId {
  const into = customers.get(id)?.mergedInto ?? null;
  return into === null ? id : survivorOf(into, customers);
}

function homeNotedFor(id: CustomerId, customers: Rows): HouseholdId | null {
  const merged = [...customers.values()]
    .filter((row) => row.id !== id && survivorOf(row.id, customers) === id)
    .toSorted(byCreation);
  const own = customers.get(id);
  return [...(own === undefined ? [] : [own]), ...merged].reduce<HouseholdId | null>(
    (home, row) => home ?? row.householdId,
    null,
  );
}
