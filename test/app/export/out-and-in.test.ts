// Out of one shop and into an empty one: what comes in is what went out, apart from ids, stamps and
// what the door says.
import { describe, expect, it } from 'vitest';
import { createExport } from '#app/export/create-export.ts';
import type { ExportForm } from '#app/export/export-types.ts';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { changeCustomer } from '#app/customers/change-customer.ts';
import { scheduleErasure } from '#app/customers/erasure.ts';
import { mergeCustomers } from '#app/customers/merge-customers.ts';
import { changeHousehold, moveTogether } from '#app/households/households.ts';
import { addPerk, publishPerk } from '#app/perks/perks.ts';
import { changeVisit } from '#app/customers/visits.ts';
import { addMissedVisit } from '#app/customers/missed-visit.ts';
import type { Deps } from '#app/deps.ts';
import { suggestChoices } from '#app/import/column-mapping.ts';
import type { CustomerFields, CustomerId } from '#domain/customers/customer.ts';
import { presentPeople } from '#domain/customers/present-people.ts';
import { addDays } from '#lib/day.ts';
import type { ShopDexie } from '#storage/database.ts';
import { day } from '../../support/shops/shop-with.ts';
import { readWorkbook } from '#formats/workbook/read-workbook.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

type Shop = Deps & { readonly db: ShopDexie };

const zone = 'Europe/London';
const people: readonly (Partial<CustomerFields> & { readonly name: string })[] = [
  {
    name: 'Amina Khan',
    alsoCalled: ['Mrs Khan', 'Mina'],
    phones: ['07700 900461', '+44 20 7946 0018'],
    emails: ['khan@example.org', 'amina@example.org'],
    addresses: ['12 High Street\nBath', '4 Mill Lane\nBath'],
    birthday: '04-15',
    cue: 'red bike',
    note: 'Two loaves; "the dark one", sliced.\nPays on Fridays.',
  },
  { name: 'Tom R.', birthday: '1980-02-29', cue: '=1+1', note: '@home, -5 %' },
  { name: 'Tom R.', phones: ['07700 900999'], cue: 'the other Tom' },
  { name: 'Jörg Weiß', note: "'quoted", cue: '+wave' },
  { name: 'Σοφία Παπαδάκη' },
  { name: 'أمينة خان', phones: ['07700 900123'] },
];

describe('a shop that was taken out', () => {
  it.each<[string, '.' | ',', 'workbook' | 'list']>([
    ['as text with a decimal point', '.', 'list'],
    ['as text with a decimal comma', ',', 'list'],
    ['as a workbook', '.', 'workbook'],
  ])('%s comes home equal', async (_what, decimal, kind) => {
    const from = await filledShop();
    const to = await openTestShop();
    if (kind === 'workbook') {
      const file = await exported(from, { kind: 'workbook' }, decimal);
      await bringIn(to, file, 'People');
      await bringIn(to, file, 'Visits');
    } else
      for (const table of ['People', 'Visits'] as const)
        await bringIn(to, await exported(from, { kind: 'list', table }, decimal), null);
    expect(await factsOf(to)).toEqual(await factsOf(from));
  });

  it.each(['3.0', '4.0'] as const)(
    'comes home as contact cards of version %s, with names, numbers, days and notes',
    async (version) => {
      const from = await filledShop();
      const to = await openTestShop();
      await bringIn(to, await exported(from, { kind: 'contact-cards', version }, '.'), null);
      expect(contactsOf(await factsOf(to))).toEqual(contactsOf(await factsOf(from)));
    },
  );

  it('is without whoever asked to be erased, and keeps what was sold them', async () => {
    const from = await filledShop();
    const [khan] = presentPeople(await from.db.customers.toArray()).filter(
      ({ name }) => name === 'Amina Khan',
    );
    if (khan === undefined) throw new Error('She is there');
    await scheduleErasure(from, khan.id, day('2026-06-18'));
    for (const form of allForms) {
      const file = await exported(from, form, '.');
      expect(await file.text()).not.toMatch(/Amina|khan@|dark one/);
    }
  });

  it('has homes and perks in sheets of their own, and they disturb no list that comes in', async () => {
    const from = await filledShop();
    const file = await exported(from, { kind: 'workbook' }, '.');
    const { sheets } = valueOf(readWorkbook(new Uint8Array(await file.arrayBuffer()), noSheet));
    expect(sheets.map(({ name }) => name)).toEqual([
      'People',
      'Visits',
      'Thanks',
      'Noticed',
      'Homes',
      'Perks',
    ]);
    const homes = await (await exported(from, { kind: 'list', table: 'Homes' }, '.')).text();
    expect(homes).toMatch(/,The Khans,,[^,]+,Amina Khan,\r\n[^,]+,The Khans,,[^,]+,Tom R\.,\r\n$/u);
    const perks = await (await exported(from, { kind: 'list', table: 'Perks' }, '.')).text();
    expect(perks).toContain(',visit-days,10,every,a coffee on us,,,2026-06-18,2026-06-18,');
    const to = await openTestShop();
    await bringIn(to, file, 'People');
    expect((await factsOf(to)).people).toEqual((await factsOf(from)).people);
  });

  it('runs no formula in a spreadsheet', async () => {
    const text = await (
      await exported(await filledShop(), { kind: 'list', table: 'People' }, '.')
    ).text();
    expect(text.startsWith('Regulars ID')).toBe(true);
    expect(text).toContain("'=1+1");
    expect(text).not.toMatch(/(?:^|,|")[=+@]/m);
  });
});

const noSheet = { sheet: null, onRead: () => {} };

const coffee = {
  measure: 'visit-days',
  threshold: 10,
  repeats: 'every',
  gives: 'a coffee on us',
  givesToNew: '',
  afterVisits: 1,
} as const;

const allForms: readonly ExportForm[] = [
  { kind: 'workbook' },
  { kind: 'list', table: 'People' },
  { kind: 'list', table: 'Visits' },
  { kind: 'list', table: 'Thanks' },
  { kind: 'list', table: 'Noticed' },
  { kind: 'list', table: 'Homes' },
  { kind: 'list', table: 'Perks' },
  { kind: 'contact-cards', version: '3.0' },
  { kind: 'calendar' },
];

// Cards have no customer number, so that the two of one name become one there.
function contactsOf({ people: all }: Awaited<ReturnType<typeof factsOf>>) {
  return all
    .filter(({ name }) => name !== 'Tom R.')
    .map(({ name, phones, emails, birthday, note }) => ({ name, phones, emails, birthday, note }));
}

async function filledShop(): Promise<Shop> {
  const shop = await openTestShop();
  const ids: CustomerId[] = [];
  for (const { name, ...fields } of people) {
    const added = valueOf(await addCustomer(shop, draftCustomer(shop, { name, zone })));
    valueOf(await changeCustomer(shop, added.id, fields));
    ids.push(added.id);
  }
  for (let count = 0; count < 40; count += 1) {
    const visit = await addMissedVisit(shop, {
      customerId: count % 7 === 6 ? null : (ids[count % ids.length] ?? null),
      kind: 'bought',
      zone,
      day: addDays(day('2026-03-01'), count),
      minute: count % 5 === 4 ? null : 540 + count,
      amount: count % 3 === 0 ? null : 1005 + count,
    });
    if (count % 4 === 0)
      valueOf(await changeVisit(shop, valueOf(visit).id, { note: 'on the slate' }));
    if (count === 9) valueOf(await changeVisit(shop, valueOf(visit).id, { voided: true }));
  }
  const second = valueOf(await addCustomer(shop, draftCustomer(shop, { name: 'Amina K.', zone })));
  const [first, tom] = ids;
  if (first !== undefined && tom !== undefined) {
    const { household } = valueOf(await moveTogether(shop, [first, tom]));
    valueOf(await changeHousehold(shop, household.id, { name: 'The Khans' }));
  }
  const perk = valueOf(await addPerk(shop, coffee));
  const today = day('2026-06-18');
  valueOf(await publishPerk(shop, perk.id, { today, countsFrom: today }));
  if (first !== undefined) await mergeCustomers(shop, first, second.id);
  return shop;
}

async function exported(shop: Shop, form: ExportForm, decimal: '.' | ','): Promise<File> {
  const request = { form, decimal, today: day('2026-06-18'), birthdayWords: 'Birthday: {name}' };
  const { file, ending } = valueOf(await createExport(shop, request));
  return new File([file], `list.${ending}`, { type: file.type });
}

async function bringIn(shop: Shop, file: File, sheet: string | null): Promise<void> {
  const picked = { kind: 'parse-list', file, open: { encoding: null, sheet } } as const;
  const reading = valueOf(await shop.worker.ask(picked));
  const choices = suggestChoices(reading);
  const answers = { all: 'apart', each: [] } as const;
  valueOf(await shop.worker.ask({ kind: 'run-import', file, reading, choices, answers }));
}

async function factsOf({ db }: Shop) {
  const customers = await db.customers.toArray();
  const present = presentPeople(customers);
  const survivor = new Map(customers.map(({ id, mergedInto }) => [id, mergedInto ?? id]));
  const names = new Map(present.map(({ id, name, cue }) => [id, `${name} ${cue}`]));
  const visits = (await db.visits.toArray()).filter(({ voided }) => !voided);
  return {
    people: present
      .map(({ name, alsoCalled, phones, emails, addresses, birthday, cue, note }) => ({
        name,
        alsoCalled: alsoCalled.toSorted(),
        phones,
        emails,
        addresses,
        birthday,
        cue,
        note,
      }))
      .toSorted((a, b) => (a.name + a.cue < b.name + b.cue ? -1 : 1)),
    visits: visits
      .map(({ customerId, day: on, minute, amount }) => {
        const id = customerId === null ? null : (survivor.get(customerId) ?? null);
        return [id === null ? 'nobody' : names.get(id), on, minute, amount].join(' ');
      })
      .toSorted(),
  };
}
