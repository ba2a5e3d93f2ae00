import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { Shell } from '#ui/shell/shell.tsx';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { testEnvironment } from '../../support/shops/test-environment.ts';

let shop: Deps;

beforeEach(async () => {
  localStorage.clear();
  history.replaceState(null, '', '/people/twice');
  shop = await openTestShop();
  for (const known of [
    { name: 'Elizabeth Reid', phones: ['07700 900123'], emails: ['liz@example.org'] },
    { name: 'Liz R.', phones: ['+44 7700 900123'], cue: 'red bike' },
    { name: 'Mr Okoro', phones: ['07700 900777'] },
    { name: 'Mrs Okoro', phones: ['07700 900777'] },
  ])
    await addCustomer(shop, draftCustomer(shop, { ...known, zone: 'Europe/London' }));
});

describe('Twice on the list?', () => {
  it('shows two records with what they have in common and what they would be together', async () => {
    await show();
    const card = within(await screen.findByRole('region', { name: 'One person, two records?' }));
    expect(card.getByText('In common: phone and a form of the name.')).toBeTruthy();
    const [, row] = card.getAllByRole('row');
    expect(row?.textContent).toBe('NameElizabeth ReidLiz R.Elizabeth Reid');
    expect(card.getByRole('row', { name: /How you know them/ }).textContent).toBe(
      'How you know them–red bikered bike',
    );
  });

  it('merges them on one tap, asks about the next, and undoes it from the list below', async () => {
    await show();
    fireEvent.click(await screen.findByRole('button', { name: 'One person' }));
    expect(await screen.findByText('Elizabeth Reid and Liz R. are one person now.')).toBeTruthy();
    expect(await screen.findByRole('region', { name: 'One home. One person too?' })).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Undo: Liz R. and Elizabeth Reid' }));
    expect(await screen.findByRole('region', { name: 'One person, two records?' })).toBeTruthy();
  });

  it('remembers that they are two people', async () => {
    await show();
    fireEvent.click(await screen.findByRole('button', { name: 'Two people' }));
    await screen.findByText('Elizabeth Reid and Liz R. are two people.');
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: 'One person, two records?' })).toBeNull(),
    );
  });
});

async function show(): Promise<void> {
  shop.db.close();
  render(<Shell device={testEnvironment({ shop: shop.db.name, sample: null })} />);
  await screen.findByRole('heading', { level: 1, name: 'Twice on the list?' });
}
