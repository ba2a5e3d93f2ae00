// What the owner does with the week: decides, prints, begins a round, and looks how it goes.
import type { Page } from 'playwright-core';
import { goTo, key } from './shop-steps.ts';

export async function beginRound(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Begin with/ }).click();
  await page
    .getByRole('button', { name: /^Take off the list: / })
    .first()
    .waitFor();
}

export async function printRound(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Print' }).click();
  await page.getByRole('region', { name: 'Preview' }).waitFor();
}

export async function skipFirst(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Skip / })
    .first()
    .click();
  await page.getByRole('button', { name: /^Undo skipping/ }).waitFor();
}

export async function openPrint(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Yes, a card/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Print the week' }).click();
  await page.locator('.preview .sheet-drawing').first().waitFor();
}

export async function pressPrint(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.print = () => undefined;
  });
  await key(page, 'List').click();
  await key(page, 'Print').click();
  await page.getByText('Did it come out right?').waitFor();
}

export async function openInsights(page: Page): Promise<void> {
  await goTo(page, 'How we’re doing');
  await page.getByRole('table').waitFor();
}

export async function openNumber(page: Page): Promise<void> {
  await page.locator('.number-links_link').first().click();
  await page.locator('.customer-line').first().waitFor();
}
