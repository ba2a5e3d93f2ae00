// What the tablet knows of how many people, for the owner who asks what would be in strange hands
// if it were lost. Counts only: no names.

import { isPresent } from '#domain/customers/customer.ts';
import { readCustomers } from '#storage/tables/customers.ts';
import type { ShopDexie } from '#storage/database.ts';
import { readShopSize } from '#app/shop/shop-size.ts';

/** People on the tablet, and of how many of them each thing is known. */
export interface PersonalDataSummary {
  readonly people: number;
  readonly visits: number;
  readonly phones: number;
  readonly emails: number;
  readonly addresses: number;
  readonly birthdays: number;
}

/** The counts of the shop in `db`: present people and live visits. */
export async function readPersonalDataSummary(db: ShopDexie): Promise<PersonalDataSummary> {
  const [customers, { visits }] = await Promise.all([readCustomers(db), readShopSize(db)]);
  const present = customers.filter(isPresent);
  return {
    people: present.length,
    visits,
    phones: present.filter(({ phone }) => phone !== '').length,
    emails: present.filter(({ email }) => email !== '').length,
    addresses: present.filter(({ address }) => address !== '').length,
    birthdays: present.filter(({ birthday }) => birthday !== null).length,
  };
}
