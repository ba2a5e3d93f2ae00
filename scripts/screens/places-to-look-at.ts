// Every place of the app by its address, and what is opened there first. Keys are named in English:
// in other languages the place is shown as it is.
import type { Page } from 'playwright-core';

export interface PlaceToLookAt {
  readonly name: string;
  /** `:person` stands for somebody of the sample shop. */
  readonly path: string;
  readonly open?: (page: Page) => Promise<void>;
}

const press = (name: string | RegExp) => async (page: Page) => {
  const key = page.getByRole('button', { name }).first();
  if (await key.isVisible()) await key.click();
};

export const placesToLookAt: readonly PlaceToLookAt[] = [
  { name: 'counter', path: '' },
  {
    name: 'counter-tapped',
    path: '',
    open: async (page) => {
      await page.getByRole('list', { name: 'Customers' }).getByRole('button').first().click();
      await page.getByRole('region', { name: 'The last visit' }).waitFor();
    },
  },
  { name: 'counter-new', path: '', open: press('New') },
  { name: 'people', path: 'people' },
  { name: 'people-new', path: 'people/new' },
  { name: 'people-twice', path: 'people/twice' },
  { name: 'people-write', path: 'people/write' },
  { name: 'people-unseen', path: 'people/unseen' },
  { name: 'people-learn', path: 'people/learn' },
  { name: 'person', path: 'people/:person' },
  { name: 'person-edit', path: 'people/:person/edit' },
  { name: 'person-held', path: 'people/:person/held' },
  { name: 'person-write', path: 'people/:person/write' },
  { name: 'week', path: 'week' },
  { name: 'week-why', path: 'week', open: press(/^Why/) },
  { name: 'week-print', path: 'week/print' },
  { name: 'rounds', path: 'week/rounds' },
  { name: 'dates', path: 'week/dates' },
  { name: 'doing', path: 'doing' },
  { name: 'shop', path: 'shop' },
  { name: 'perks', path: 'shop/perks' },
  { name: 'poster', path: 'shop/perks/poster' },
  { name: 'printing', path: 'shop/printing' },
  { name: 'wall', path: 'shop/printing/wall' },
  { name: 'test-sheet', path: 'shop/printing/test-sheet' },
  { name: 'import', path: 'shop/bring-in' },
  { name: 'backup', path: 'shop/copy' },
  { name: 'export', path: 'shop/take-with-you' },
  { name: 'protection', path: 'shop/protection' },
  { name: 'keep', path: 'shop/what-we-keep' },
  { name: 'tablets', path: 'shop/tablets' },
  { name: 'help', path: 'shop/help' },
];
