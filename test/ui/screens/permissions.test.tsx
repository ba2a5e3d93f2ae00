import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { isPermitted, type Permission } from '#domain/customers/permission.ts';
import { CustomerScreen } from '#ui/screens/customer/customer.tsx';
import { shopWithScreens, type ShopWithScreens } from '../../support/shops/screen-in-shop.tsx';
import { daysAgo, on, personWith, type CustomerSpec } from '../../support/shops/shop-with.ts';
import { moveIn } from '../../support/shops/week-shop.ts';

let shop: ShopWithScreens;

afterEach(() => {
  cleanup();
  shop.roster.close();
});

describe('may we write?', () => {
  it('keeps a yes with how, when, and the very sentence that was shown', async () => {
    await open();
    press('Yes: News by email');
    const sheet = within(await screen.findByRole('dialog'));
    const sentence = sheet.getByText(/^“Yes, .* may send me its news by email\./).textContent;
    fireEvent.click(sheet.getByRole('radio', { name: 'on paper' }));
    fireEvent.input(sheet.getByLabelText('On'), { target: { value: '2026-06-01' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Keep the yes' }));
    expect(await screen.findByText('Yes, 1 June: on paper')).toBeDefined();
    expect(await answers()).toMatchObject([
      { purpose: 'news', way: 'email', answer: 'yes', day: '2026-06-01', words: sentence },
    ]);
  });

  it('leaves the sheet open until the yes is on the disk, and keeps it once however often it is tapped', async () => {
    await open();
    press('Yes: News by email');
    await screen.findByRole('dialog');
    press('Keep the yes');
    expect(screen.getByRole('dialog')).toBeDefined();
    press('Keep the yes');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await answers()).toHaveLength(1);
  });

  it('keeps no yes of a day that has not come', async () => {
    await open();
    press('Yes: Their name on the wall');
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.input(sheet.getByLabelText('On'), { target: { value: '2027-01-01' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Keep the yes' }));
    expect(sheet.getByLabelText('On').getAttribute('aria-invalid')).toBe('true');
    expect(await answers()).toEqual([]);
  });

  it('hears "no more" in one tap, for everything, and keeps what was said before', async () => {
    await open({ permissions: [listed] });
    expect(screen.getByText(/^You cannot show to which words/)).toBeDefined();
    press('No more of anything: Mrs Khan');
    await waitFor(async () => expect(await answers()).toHaveLength(2));
    const permissions = await answers();
    const addressee = { permissions, young: false, diedOn: null };
    for (const question of [
      { purpose: 'thanks', way: 'post' },
      { purpose: 'news', way: 'email' },
    ] as const)
      expect(isPermitted(addressee, question)).toBe(false);
    fireEvent.click(await screen.findByRole('button', { name: 'All answers' }));
    // The page hears of the answer a little after it is written.
    await screen.findByText(/no\. Anything in any way \(said so at the counter\)$/);
    expect(screen.getByText(/yes\. News by email \(list\.csv\)$/)).toBeDefined();
  });

  it('takes a single answer back as easily as it was given', async () => {
    await open({ permissions: [listed] });
    press('No: News by email');
    await waitFor(async () =>
      expect((await answers())[1]).toMatchObject({ purpose: 'news', way: 'email', answer: 'no' }),
    );
    expect(screen.getByText('Goes unless they say no')).toBeDefined();
  });
});

const listed: Permission = {
  purpose: 'news',
  way: 'email',
  answer: 'yes',
  day: daysAgo(30),
  how: 'list.csv',
  words: '',
  notedAt: 0,
};

async function open(changes: Partial<CustomerSpec> = {}): Promise<void> {
  const khan = personWith({ name: 'Mrs Khan', visits: on([daysAgo(3)]), ...changes });
  shop = await shopWithScreens((deps) => moveIn(deps, [khan]));
  shop.show(<CustomerScreen id={khan.id} />);
  await screen.findByRole('heading', { name: 'May we write?' });
}

async function answers(): Promise<readonly Permission[]> {
  return (await shop.deps.db.customers.toArray())[0]?.permissions ?? [];
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}
