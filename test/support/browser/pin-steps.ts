// What the owner does with the PIN of the privacy screen.
import type { Page } from 'playwright-core';
import { key } from './shop-steps.ts';

export async function setPin(page: Page): Promise<void> {
  await page.getByLabel('A PIN of 4 to 8 digits').fill('4711');
  await page.getByLabel('The same PIN again').fill('4711');
  await key(page, 'Set the PIN').click();
  await page.getByText('Lock automatically').waitFor();
}

export async function lockNow(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await key(page, 'Lock now').click();
  await page.getByRole('heading', { name: 'For the owner' }).waitFor();
}

export async function typePin(page: Page, pin: string): Promise<void> {
  await page.getByLabel('PIN').fill(pin);
  await page.keyboard.press('Enter');
  await page.locator('.pin-pad_said:not(:empty)').waitFor();
}
