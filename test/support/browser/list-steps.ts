// Steps through the import of a list, as a shopkeeper takes them.
import type { Page } from 'playwright-core';
import { chooseFile, key } from './shop-steps.ts';

export const peopleList = `Name,Phone
Mrs Khan,020 7946 0018
Tom Reed,
,020 7946 0019
`;

// Namesakes, a stand-in, two currencies, a day that reads both ways and one that is none.
const openList = `Name,Date,Amount,Colour
Mrs Khan,03/04/2026,£18.40,red
Tom Reed,13/04/2026,€3.20,blue
Hana,13/04/2026,£3.20,blue
Hana,soon,£3.20,blue
Walk-in Customer,13/04/2026,£3.20,blue
`;

export async function pasteByHand(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  while (await key(page, 'Back').isVisible()) await key(page, 'Back').click();
  await key(page, 'Paste a list').click();
  await page.getByLabel('Paste the list here').fill('Name\nTom\n');
  await key(page, 'Continue').waitFor();
}

export async function chooseList(page: Page, text: string): Promise<void> {
  await chooseFile(page, 'Choose a file', { name: 'list.csv', text });
  const next = page.getByRole('button', { name: 'Continue' });
  await next.or(page.getByRole('alert').filter({ hasText: 'Nothing was saved' })).waitFor();
}

export async function importAnother(page: Page): Promise<void> {
  await key(page, 'Import another list').click();
  await chooseList(page, peopleList);
  await key(page, 'Continue').click();
}

export async function chooseOther(page: Page): Promise<void> {
  await key(page, 'Back').click();
  await key(page, 'Back').click();
  await chooseList(page, openList);
  await key(page, 'Continue').click();
  await page.getByRole('radiogroup', { name: 'The same people?' }).waitFor();
}
