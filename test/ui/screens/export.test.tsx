import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { Shell } from '#ui/shell/shell.tsx';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { testEnvironment } from '../../support/shops/test-environment.ts';

let shop: Deps;

beforeEach(async () => {
  localStorage.clear();
  history.replaceState(null, '', '/shop/take-with-you');
  shop = await openTestShop({ shopName: 'Moss & Daughters' });
  await addCustomer(shop, draftCustomer(shop, { name: 'Mrs Khan', zone: 'Europe/London' }));
});

describe('Take it with you', () => {
  it('saves the people as a file named after the shop and the day, and says how many', async () => {
    const saved = savedFiles();
    await show();
    fireEvent.click(await screen.findByRole('button', { name: 'Save: People' }));
    expect(
      await screen.findByText(/Moss Daughters 2026-06-18 People\.csv: one line\./),
    ).toBeTruthy();
    expect(saved()).toEqual(['Moss Daughters 2026-06-18 People.csv']);
  });

  it('says that the files are open, and what only a backup holds', async () => {
    await show();
    expect(await screen.findByText(/They are not locked/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Save a backup' }).getAttribute('href')).toBe(
      '/shop/copy',
    );
  });
});

function savedFiles(): () => readonly string[] {
  const names: string[] = [];
  const create = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:list');
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  onTestFinished(() => {
    create.mockRestore();
    click.mockRestore();
  });
  return () => names;
}

async function show(): Promise<void> {
  shop.db.close();
  render(<Shell device={testEnvironment({ shop: shop.db.name, sample: null })} />);
  await screen.findByRole('heading', { level: 1, name: 'Take it with you' });
}
