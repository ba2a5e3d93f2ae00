import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import type { Deps } from '#app/deps.ts';
import { Shell } from '#ui/shell/shell.tsx';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { testEnvironment } from '../../support/shops/test-environment.ts';

let shop: Deps;

const cues: Readonly<Record<string, string>> = {
  Hana: 'red bike',
  'Tom R.': 'blue van',
  Joan: 'two dogs',
};

beforeEach(async () => {
  localStorage.clear();
  history.replaceState(null, '', '/people/learn');
  shop = await openTestShop();
});

describe('Learn the names', () => {
  it('asks for each name by the cue, tells the right one, and keeps nothing', async () => {
    for (const [name, cue] of Object.entries(cues)) await comesIn(name, cue);
    const rows = await shop.db.customers.toArray();
    await show();
    for (const place of [1, 2, 3]) {
      await screen.findByText(`Card ${place} of 3`);
      const [name = ''] =
        Object.entries(cues).find(([, cue]) => screen.queryByText(cue) !== null) ?? [];
      expect(choices().toSorted()).toEqual(Object.keys(cues).toSorted());
      // A wrong one at first: the right one is said all the same.
      const chosen = place === 1 ? (choices().find((each) => each !== name) ?? '') : name;
      fireEvent.click(screen.getByRole('button', { name: chosen }));
      // A name that ends in a full stop ends the sentence.
      const ended = name.endsWith('.') ? name : `${name}.`;
      expect(screen.getByText(place === 1 ? `It is ${ended}` : `Yes, ${ended}`)).toBeTruthy();
      fireEvent.click(screen.getByRole('button', { name: 'Next' }));
    }
    expect(screen.getByText('That was the last card.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'More cards' }));
    expect(screen.getByText('Card 1 of 3')).toBeTruthy();
    await shop.db.open();
    expect(await shop.db.customers.toArray()).toEqual(rows);
    expect(Object.keys(localStorage).filter((key) => key.includes('learn'))).toEqual([]);
  });

  it('says what it needs where too few have a cue', async () => {
    await comesIn('Hana', 'red bike');
    await comesIn('Tom R.', '');
    await show();
    expect(await screen.findByText('No cards yet')).toBeTruthy();
  });
});

function choices(): string[] {
  return [...document.querySelectorAll('.learn-names_choices button')].map(
    (each) => each.textContent ?? '',
  );
}

async function comesIn(name: string, cue: string): Promise<void> {
  const zone = 'Europe/London';
  const customer = draftCustomer(shop, { name, cue, zone });
  await addCustomer(shop, customer);
  await recordVisit(shop, draftVisit(shop, { customerId: customer.id, kind: 'bought', zone }));
}

async function show(): Promise<void> {
  shop.db.close();
  render(<Shell device={testEnvironment({ shop: shop.db.name, sample: null })} />);
  await screen.findByRole('heading', { level: 1, name: 'Learn the names' });
}
