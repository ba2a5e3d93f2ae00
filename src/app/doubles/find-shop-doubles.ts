// Worker: who may stand twice on the list. Compares everybody present, each with what was merged
// into them.

import { comparableOf } from '#domain/doubles/compare-two-people.ts';
import { findDoubles, type DoublePair, type FoundDoubles } from '#domain/doubles/find-doubles.ts';
import type { StorageProblem } from '#domain/shop/shop-problem.ts';
import { ok, type Result } from '#lib/result.ts';
import { presentPeople } from '#domain/customers/present-people.ts';
import { attempt } from '#storage/transaction.ts';
import { readAllCustomers } from '#storage/tables/all-customers.ts';
import type { Deps } from '#app/deps.ts';

export async function findShopDoubles({
  db,
}: Pick<Deps, 'db'>): Promise<Result<FoundDoubles, StorageProblem>> {
  const read = await attempt(() => readAllCustomers(db));
  if (!read.ok) return read;
  const people = presentPeople(read.value.customers);
  const all = findDoubles(people.map((person) => comparableOf(person)));
  const pairs = all.filter(({ heap }) => heap !== 'same-name');
  const sameNames = all.filter(({ heap }) => heap === 'same-name');
  return ok({
    sameNames: sameNames.slice(0, maxSameNames),
    sameNameCount: sameNames.length,
    pairs: pairs.toSorted((a, b) => rankOf(b) - rankOf(a)),
  });
}

// A shop of twenty thousand has a hundred thousand pairs of one name.
const maxSameNames = 500;

function rankOf({ heap, signs }: DoublePair): number {
  return (heap === 'one-person' ? 100 : 0) + signs.length;
}
