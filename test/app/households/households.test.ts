import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { changeCustomer } from '#app/customers/change-customer.ts';
import { cancelErasure, eraseNow, scheduleErasure } from '#app/customers/erasure.ts';
import { mergeCustomers, unmergeCustomer } from '#app/customers/merge-customers.ts';
import { openRoster, type Roster } from '#app/customers/roster.ts';
import { notePermission } from '#app/customers/permissions.ts';
import { allHouseholds, homesOf, type Homes } from '#app/households/homes.ts';
import { householdOffers } from '#app/households/household-offers.ts';
import {
  changeHousehold,
  moveOut,
  moveTogether,
  putTogether,
  takeApart,
  undoMove,
} from '#app/households/households.ts';
import { letterPeople, refusalOf, type LetterPeople } from '#app/print/letter-people.ts';
import type { Deps } from '#app/deps.ts';
import type { CustomerFields, CustomerId } from '#domain/customers/customer.ts';
import type { Household } from '#domain/customers/household.ts';
import { refusalOfAll } from '#domain/customers/permission.ts';
import { homeNameText } from '#i18n/post/home-names.ts';
import type { ShopDexie } from '#storage/database.ts';
import { today } from '../../support/shops/shop-with.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { runs } from '../../support/values/runs.ts';
import { valueOf } from '../../support/values/value-of.ts';

let shop: Deps & { readonly db: ShopDexie };

beforeEach(async () => {
  shop = await openTestShop();
});

describe('people of one home', () => {
  it('get one letter, with a name that is put together or that the owner typed', async () => {
    const [mr, mrs] = [await added('Mr Khan', highStreet), await added('Mrs Khan', '')];
    const { household } = valueOf(await moveTogether(shop, [mr, mrs]));
    expect(await lines([mr, mrs])).toEqual([['Mr and Mrs Khan', '12 High St', 'Leeds']]);
    // Also where only one of them was meant: one address is one addressee.
    expect(await lines([mrs])).toEqual([['Mr and Mrs Khan', '12 High St', 'Leeds']]);
    valueOf(await changeHousehold(shop, household.id, { letterName: 'Family Khan' }));
    expect(await lines([mr, mrs])).toEqual([['Family Khan', '12 High St', 'Leeds']]);
  });

  it('are written to as long as one of them may be, and only those who may', async () => {
    const [mr, mrs] = [await added('Mr Khan', highStreet), await added('Mrs Khan', highStreet)];
    const { household } = valueOf(await moveTogether(shop, [mr, mrs]));
    valueOf(await changeHousehold(shop, household.id, { letterName: 'Family Khan' }));
    await refuse(mr);
    const { people, leftOut } = await letters([mr, mrs]);
    expect(people.map((each) => each.lines[0])).toEqual(['Mrs Khan']);
    expect(leftOut).toEqual([{ key: mr, name: 'Mr Khan', why: 'no-post' }]);
    expect((await letters([mr])).people).toEqual([]);
    await refuse(mrs);
    expect((await letters([mr, mrs])).people).toEqual([]);
  });

  it('wait for an answer where they live at two addresses', async () => {
    const [khan, tom] = [await added('Mrs Khan', highStreet), await added('Tom R.', '3 Mill Lane')];
    const { household } = valueOf(await moveTogether(shop, [khan, tom]));
    expect((await letters([khan, tom])).leftOut).toEqual([
      { key: household.id, name: 'Mrs Khan and Tom R.', why: 'which-address' },
    ]);
    valueOf(await changeHousehold(shop, household.id, { addressOf: tom }));
    expect(await lines([khan])).toEqual([['Mrs Khan and Tom R.', '3 Mill Lane']]);
  });

  it('know one address written in two ways', async () => {
    const [mr, mrs] = [await added('Mr Khan', '12 High St'), await added('Mrs Khan', highStreet)];
    valueOf(await moveTogether(shop, [mr, mrs]));
    expect((await letters([mr, mrs])).leftOut).toEqual([]);
  });

  it('are taken apart and put together by one mark, and nobody’s row is touched', async () => {
    const [mr, mrs] = [await added('Mr Khan', highStreet), await added('Mrs Khan', highStreet)];
    const { household } = valueOf(await moveTogether(shop, [mr, mrs]));
    const before = await shop.db.customers.toArray();
    valueOf(await takeApart(shop, household.id));
    expect(await lines([mr, mrs])).toHaveLength(2);
    expect(await shop.db.customers.toArray()).toEqual(before);
    valueOf(await putTogether(shop, household.id));
    expect(await lines([mr, mrs])).toHaveLength(1);
  });

  it('take a third one in; undone, that one lives where they lived before', async () => {
    const [a, b, c, d] = [
      await added('Ann Price', highStreet),
      await added('Bob Price', highStreet),
      await added('Cat Price', '3 Mill Lane'),
      await added('Dan Price', '3 Mill Lane'),
    ];
    valueOf(await moveTogether(shop, [a, b]));
    valueOf(await moveTogether(shop, [c, d]));
    const move = valueOf(await moveTogether(shop, [a, c]));
    expect(await membersNow()).toEqual([['Ann Price', 'Bob Price', 'Cat Price']]);
    valueOf(await undoMove(shop, move));
    expect(await membersNow()).toEqual([
      ['Ann Price', 'Bob Price'],
      ['Cat Price', 'Dan Price'],
    ]);
    valueOf(await moveOut(shop, b));
    expect(await membersNow()).toEqual([['Cat Price', 'Dan Price']]);
  });

  it('stay one home when a record of one is merged, unmerged, hidden or erased', async () => {
    const [mr, mrs, amina] = [
      await added('Mr Khan', highStreet),
      await added('Mrs Khan', highStreet),
      await added('Amina K.', ''),
    ];
    const { household } = valueOf(await moveTogether(shop, [mr, amina]));
    valueOf(await changeHousehold(shop, household.id, { addressOf: amina }));
    // The older record stays, and lives where the younger one lived.
    valueOf(await mergeCustomers(shop, mrs, amina));
    expect(await membersNow()).toEqual([['Mr Khan', 'Mrs Khan']]);
    expect(await lines([mrs])).toEqual([['Mr and Mrs Khan', '12 High St', 'Leeds']]);
    valueOf(await unmergeCustomer(shop, amina));
    expect(await membersNow()).toEqual([['Mr Khan', 'Amina K.']]);
    valueOf(await scheduleErasure(shop, amina, today));
    expect(await membersNow()).toEqual([]);
    expect(await lines([mr])).toEqual([['Mr Khan', '12 High St', 'Leeds']]);
    valueOf(await cancelErasure(shop, amina));
    expect(await membersNow()).toEqual([['Mr Khan', 'Amina K.']]);
    valueOf(await scheduleErasure(shop, amina, today));
    valueOf(await eraseNow(shop, amina, today));
    expect(await allHouseholds(shop)).toMatchObject([{ addressOf: null }]);
    // Whoever comes next begins a home of their own, without the old name on the envelope.
    const next = valueOf(await moveTogether(shop, [mr, mrs]));
    expect(next.household.id).not.toBe(household.id);
  });

  it('are offered by surname and a phone or an address in common', async () => {
    const mr = await added('Mr Okoro', '', { phones: ['07700 900777'] });
    const mrs = await added('Mrs Okoro', '', { phones: ['+44 7700 900777'] });
    await added('Mr Vale', '', { phones: ['07700 900777'] });
    await added('Miss Okoro', '', { phones: ['07700 900778'] });
    const roster = await openRoster(shop);
    expect(householdOffers(roster, mr, [mr]).map(({ id }) => id)).toEqual([mrs]);
    expect(householdOffers(roster, mr, [mr, mrs])).toEqual([]);
    roster.close();
  });
});

describe('whatever is done to homes', () => {
  it('everybody is in one letter or among those left out, nobody twice, nobody who said no', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (drawn) => {
        shop = await openTestShop();
        const ids: CustomerId[] = [];
        for (const [place, name] of names.entries())
          ids.push(await added(name, addresses[place % addresses.length] ?? ''));
        for (const each of drawn) await take(each, ids);
        const { roster, homes } = await look();
        const present = [...roster.people().keys()];
        expectOneLetterEach(roster, homes, letterPeople(roster, present, rules(homes)));
        roster.close();
      }),
      { numRuns: runs(25, 400) },
    );
  });
});

function expectOneLetterEach(
  roster: Roster,
  homes: Homes,
  { people, leftOut }: LetterPeople,
): void {
  const written = people.flatMap(({ ids }) => ids);
  expect(new Set(written).size).toBe(written.length);
  expect(new Set(people.map(({ key }) => key)).size).toBe(people.length);
  const unwritten = new Set<string>(leftOut.map(({ key }) => key));
  for (const { id, customer } of roster.people().values()) {
    const home = [...homes.values()].find(({ members }) => members.some((each) => each.id === id));
    const isNamed = unwritten.has(id) || (home !== undefined && unwritten.has(home.household.id));
    expect(written.includes(id) || isNamed, customer.name).toBe(true);
    if (refusalOf(customer) !== null) expect(written).not.toContain(id);
  }
  for (const { members } of homes.values()) {
    expect(members.length).toBeGreaterThan(1);
    const letter = people.filter(({ ids }) => members.some((member) => ids.includes(member.id)));
    expect(letter.length).toBeLessThanOrEqual(1);
  }
}

const names = ['Mr Khan', 'Mrs Khan', 'Tom R.', 'Joan Price', 'Ed Price'];
const highStreet = '12 High St\nLeeds';
const addresses = [highStreet, '', '3 Mill Lane', highStreet, '7 Quay'];
const who = fc.nat(names.length - 1);
const stepNames = [
  'together',
  'together',
  'merge',
  'unmerge',
  'out',
  'apart',
  'back',
  'hide',
  'erase',
  'refuse',
  'move',
] as const;
const step = fc.record({ do: fc.constantFrom(...stepNames), a: who, b: who });

interface Step {
  readonly do: (typeof stepNames)[number];
  readonly a: number;
  readonly b: number;
}

async function take({ do: what, a, b }: Step, ids: readonly CustomerId[]): Promise<void> {
  const [one, other] = [ids[a], ids[b]];
  const homes = await allHouseholds(shop);
  const home = homes[a % Math.max(1, homes.length)];
  if (one !== undefined && other !== undefined) await steps[what]({ one, other, home });
}

interface StepFacts {
  readonly one: CustomerId;
  readonly other: CustomerId;
  readonly home: Household | undefined;
}

const steps: Readonly<Record<Step['do'], (facts: StepFacts) => Promise<unknown>>> = {
  together: ({ one, other }) => moveTogether(shop, [one, other]),
  merge: ({ one, other }) => mergeCustomers(shop, one, other),
  unmerge: ({ one }) => unmergeCustomer(shop, one),
  out: ({ one }) => moveOut(shop, one),
  apart: async ({ home }) => home && takeApart(shop, home.id),
  back: async ({ home }) => home && putTogether(shop, home.id),
  hide: ({ one }) => scheduleErasure(shop, one, today),
  erase: ({ one }) => eraseNow(shop, one, today),
  refuse: ({ one }) => refuse(one),
  move: ({ one }) => changeCustomer(shop, one, { addresses: ['1 New Road'] }),
};

async function added(
  name: string,
  address: string,
  more: Partial<CustomerFields> = {},
): Promise<CustomerId> {
  const addressList = address === '' ? [] : [address];
  const known = { name, addresses: addressList, zone: 'Europe/London', ...more };
  return valueOf(await addCustomer(shop, draftCustomer(shop, known))).id;
}

async function refuse(id: CustomerId): Promise<void> {
  await notePermission(shop, id, refusalOfAll({ day: today, how: 'said so', notedAt: 0 }));
}

async function look(): Promise<{ readonly roster: Roster; readonly homes: Homes }> {
  const roster = await openRoster(shop);
  return { roster, homes: homesOf(await allHouseholds(shop), roster) };
}

function rules(homes: Homes): Parameters<typeof letterPeople>[2] {
  return { homes, nameOf: homeNameText, isMissing: () => false };
}

async function letters(ids: readonly CustomerId[]): Promise<LetterPeople> {
  const { roster, homes } = await look();
  roster.close();
  return letterPeople(roster, ids, rules(homes));
}

async function lines(ids: readonly CustomerId[]): Promise<readonly (readonly string[])[]> {
  return (await letters(ids)).people.map((each) => each.lines);
}

async function membersNow(): Promise<readonly (readonly string[])[]> {
  const { roster, homes } = await look();
  roster.close();
  return [...homes.values()].map(({ members }) => members.map(({ customer }) => customer.name));
}
