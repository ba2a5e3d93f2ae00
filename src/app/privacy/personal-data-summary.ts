// How much personal data the tablet holds, for the owner who asks what would be exposed if it were
// lost. Counts only: no names.

import { isPresent } from '#domain/customers/customer.ts';
import { readCustomers } from '#storage/tables/customers.ts';
import type { ShopDexie } from '#storage/database.ts';
import { readShopSize } from '#app/shop/shop-size.ts';

/** Customers, and of how many of them each detail is known. */
export interface PersonalDataSummary {
  readonly people: number;
  readonly visits: number;
  readonly phones: number;
  readonly emails: number;
  readonly addresses: number;
  readonly birthdays: number;
}

export async function readPersonalDataSummary(db: ShopDexie): Promise<PersonalDataSummary> {
  const [customers, { visits }] = await Promise.all([readCustomers(db), readShopSize(db)]);
  const present = customers.filter(isPresent);
  return {
    people: present.length,
    visits,
    phones: present.filter(({ phones }) => phones.length > 0).length,
    emails: present.filter(({ emails }) => emails.length > 0).length,
    addresses: present.filter(({ addresses }) => addresses.length > 0).length,
    birthdays: present.filter(({ birthday }) => birthday !== null).length,
  };
}
