// Who of a list asked to be forgotten. While their thirty days run their row is still there and is
// compared itself; afterwards their marks are.

import { customersErasedWith, type Customer } from '#domain/customers/customer.ts';
import {
  isSamePerson,
  marksOf,
  type MarkHash,
  type PersonSigns,
} from '#domain/customers/erasure-marks.ts';
import { groupBy } from '#lib/group-by.ts';
import { sha256Stream } from '#platform/crypto/sha256-stream.ts';
import type { ShopDexie } from '#storage/database.ts';
import { readErasures, readPendingErasures } from '#storage/tables/erasures.ts';
import { readMergedCustomers } from '#storage/tables/histories.ts';
import { readMeta } from '#storage/tables/settings.ts';
import type { Deps } from '#app/deps.ts';

/** The places in `people` of those who asked to be forgotten, before or after they were erased. */
export async function findForgotten(
  { db }: Pick<Deps, 'db'>,
  people: readonly PersonSigns[],
): Promise<ReadonlySet<number>> {
  const hash = await shopMarkHash(db);
  const forgotten = await readForgottenMarks(db, hash);
  if (forgotten.length === 0) return new Set();
  const byMark = groupBy(
    forgotten.flatMap((marks) => marks.map((mark) => ({ mark, marks }))),
    ({ mark }) => mark,
  );
  const isForgotten = (person: PersonSigns): boolean => {
    const listed = marksOf([person], hash);
    const candidates = listed.flatMap((mark) => byMark.get(mark) ?? []);
    return candidates.some(({ marks }) => isSamePerson(listed, marks));
  };
  return new Set(people.flatMap((person, place) => (isForgotten(person) ? [place] : [])));
}

/** The marks that the customers who are one person leave behind. */
export async function readErasureMarks(
  db: ShopDexie,
  customers: readonly Customer[],
): Promise<readonly string[]> {
  return marksOf(customers.map(signsOf), await shopMarkHash(db));
}

async function readForgottenMarks(
  db: ShopDexie,
  hash: MarkHash,
): Promise<readonly (readonly string[])[]> {
  const [erasures, pending] = await Promise.all([readErasures(db), readPendingErasures(db)]);
  const hidden = await Promise.all(
    pending.map(async (customer) => {
      const joined = (await readMergedCustomers(db, customer.id))?.joined ?? [];
      return marksOf(customersErasedWith(customer, joined).map(signsOf), hash);
    }),
  );
  return [...erasures.map(({ marks }) => marks), ...hidden].filter((marks) => marks.length > 0);
}

// The id of the shop is drawn at random, the same on all its devices and in all its backups.
async function shopMarkHash(db: ShopDexie): Promise<MarkHash> {
  const shopId = (await readMeta(db))?.shopId ?? '';
  return (text) => {
    const stream = sha256Stream();
    stream.update(`${shopId} ${text}`);
    return stream.hex();
  };
}

function signsOf({ name, alsoCalled, phones, emails, importKey }: Customer): PersonSigns {
  return { name, alsoCalled, phones, emails, number: importKey };
}
