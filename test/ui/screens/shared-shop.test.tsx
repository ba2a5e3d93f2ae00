import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { scheduleErasure } from '#app/customers/erasure.ts';
import { AboutSheet } from '#ui/screens/my-shop/about-sheet.tsx';
import { PendingErasures } from '#ui/screens/people/pending-erasures.tsx';
import { shopWithScreens, type ShopWithScreens } from '../../support/shops/screen-in-shop.tsx';
import { day } from '../../support/shops/shop-with.ts';

let shop: ShopWithScreens;

beforeEach(async () => {
  // There is no host to be asked.
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no line')));
  shop = await shopWithScreens(async (open) => {
    const draft = draftCustomer(open, { name: 'Mrs Khan', zone: 'Europe/London' });
    await addCustomer(open, draft);
    await scheduleErasure(open, draft.id, day('2026-06-18'));
  });
});
afterEach(() => {
  cleanup();
  shop.roster.close();
  vi.unstubAllGlobals();
});

async function joinOthers(): Promise<void> {
  await shop.deps.db.meta.update('meta', { unsent: [] });
}

describe('a shop of several tablets', () => {
  it('does not say that all of it stays on this one', async () => {
    shop.show(<AboutSheet />);
    expect(await screen.findByText(/^Everything stays on this tablet\./)).toBeTruthy();
    await joinOthers();
    shop.show(<AboutSheet />);
    expect(await screen.findByText(/^Everything stays on the shop’s tablets,/)).toBeTruthy();
  });

  it('says before somebody is erased at once that the others do so too', async () => {
    await joinOthers();
    shop.show(<PendingErasures />);
    fireEvent.click(await screen.findByRole('button', { name: 'Erase Mrs Khan now' }));
    expect(await screen.findByText(/other tablets erase it too, as soon as/)).toBeTruthy();
  });
});
