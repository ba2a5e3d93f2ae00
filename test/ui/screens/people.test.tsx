import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { blankForm, formToText } from '#app/customers/form/customer-form.ts';
import { addCustomer, draftCustomer, type NewCustomer } from '#app/customers/customers.ts';
import { scheduleErasure } from '#app/customers/erasure.ts';
import { openFormDraft, newCustomerFormName } from '#app/customers/form/form-drafts.ts';
import { addMissedVisit } from '#app/customers/missed-visit.ts';
import type { Customer } from '#domain/customers/customer.ts';
import { addDays } from '#lib/day.ts';
import { PeopleScreen } from '#ui/screens/people/people.tsx';
import {
  shopWithScreens,
  type ShopWithScreens,
  type TestShop,
} from '../../support/shops/screen-in-shop.tsx';
import { day } from '../../support/shops/shop-with.ts';

let shop: ShopWithScreens;

beforeEach(() => {
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  shop.roster.close();
});

describe('the list of people', () => {
  it('invites in one sentence while nobody is known', async () => {
    shop = await shopWithScreens(async () => {});
    shop.show(<PeopleScreen />);
    expect(await screen.findByText('Nobody here yet')).toBeDefined();
    const add = screen.getByRole('link', { name: 'Add a person' });
    expect(add.getAttribute('href')).toBe('/people/new');
  });

  it('puts whoever keeps coming before whoever is only a card, with kind and last day', async () => {
    shop = await shopWithScreens(twoPeople);
    shop.show(<PeopleScreen />);
    const names = (await screen.findAllByRole('link', { name: /here|No visits/ })).map(
      (line) => line.textContent,
    );
    expect(names).toHaveLength(2);
    expect(names[0]).toMatch(/^Mrs Khan/);
    expect(names[0]).toMatch(/Last here 11 June/);
    expect(names[1]).toMatch(/^Żaneta Łoś.*No visits yet/);
    expect(await screen.findByText('Regular')).toBeDefined();
  });

  it('finds by a few letters without accents', async () => {
    shop = await shopWithScreens(twoPeople);
    shop.show(<PeopleScreen />);
    fireEvent.input(await screen.findByLabelText('Search'), { target: { value: 'los' } });
    await waitFor(() => expect(screen.queryByText('Mrs Khan')).toBeNull());
    expect(await screen.findByRole('link', { name: /Żaneta Łoś/ })).toBeDefined();
  });

  it('offers to add whoever is not found, and keeps the name that was typed', async () => {
    shop = await shopWithScreens(twoPeople);
    shop.show(<PeopleScreen />);
    fireEvent.input(await screen.findByLabelText('Search'), { target: { value: 'Hana' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Add “Hana”' }));
    expect(shop.went).toEqual([{ kind: 'new-person' }]);
    expect(openFormDraft(shop.deps, newCustomerFormName).load()).toBe(
      formToText(blankForm('Hana')),
    );
  });

  it('keeps the way back for somebody forgotten, until thirty days are over', async () => {
    shop = await shopWithScreens(async (open) => {
      const [mrsKhan] = await twoPeople(open);
      if (mrsKhan !== undefined) await scheduleErasure(open, mrsKhan.id, day('2026-06-17'));
    });
    shop.show(<PeopleScreen />);
    expect(await screen.findByText('Erased for good on 17 July.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Restore Mrs Khan' }));
    expect(await screen.findByRole('link', { name: /Mrs Khan/ })).toBeDefined();
    await waitFor(() => expect(screen.queryByText('To be erased')).toBeNull());
  });
});

async function twoPeople(open: TestShop): Promise<readonly Customer[]> {
  const zone = 'Europe/London';
  const mrsKhan = await added(open, { name: 'Mrs Khan', cue: 'red bike', zone });
  const zaneta = await added(open, { name: 'Żaneta Łoś', zone });
  for (let week = 0; week < 10; week += 1) {
    await addMissedVisit(open, {
      customerId: mrsKhan.id,
      kind: 'bought',
      zone,
      day: addDays(day('2026-06-11'), -7 * week),
      minute: 600,
      amount: 1690,
    });
  }
  return [mrsKhan, zaneta];
}

async function added(open: TestShop, known: NewCustomer): Promise<Customer> {
  const result = await addCustomer(open, draftCustomer(open, known));
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
}
