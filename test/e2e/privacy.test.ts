import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { complaints, openApp, zoneByDay, type AppPage } from '../support/browser/app-page.ts';
import { setPin } from '../support/browser/pin-steps.ts';
import { addPerson, createShop, goTo, key, tile } from '../support/browser/shop-steps.ts';

let app: AppPage | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

describe('the privacy screen', () => {
  it('stands before every address of the owner, in every tab, on paper and after a reload', async () => {
    app = await openApp({ timezone: zoneByDay() });
    const { page, address, context, findings } = app;
    await page.addInitScript(noteEveryName);
    await createShop(page, address);
    await addPerson(page, 'Mrs Khan');
    await protect(page);
    await goTo(page, 'People');
    await page.getByRole('link', { name: /^Mrs Khan/ }).click();
    await page.getByRole('heading', { name: 'Mrs Khan' }).waitFor();
    const personPage = page.url();

    const other = await context.newPage();
    await other.addInitScript(noteEveryName);
    await other.goto(personPage);
    await closed(other);
    expect(await namesSeen(other)).toBe(0);
    await typePin(other, '4711');
    await other.getByRole('heading', { name: 'Mrs Khan' }).waitFor();

    await key(page, 'Lock now').click();
    await Promise.all([closed(page), closed(other)]);
    for (const path of ['/people', '/week/print', '/shop/copy', '/shop/bring-in']) {
      await page.goto(`${address}${path}`);
      await closed(page);
      expect([path, await namesSeen(page)]).toEqual([path, 0]);
    }
    expect(await page.evaluate(() => document.querySelector('.print-root'))).toBeNull();

    await other.goto(address);
    await tile(other, 'Mrs Khan').click();
    expect(complaints(findings)).toEqual([]);
  });

  it('makes whoever guesses wait, also after a reload, and loses nothing to a forgotten PIN', async () => {
    app = await openApp({ timezone: zoneByDay() });
    const { page, address } = app;
    const start = Date.now();
    await page.clock.setFixedTime(start);
    await createShop(page, address);
    await addPerson(page, 'Mrs Khan');
    await protect(page);
    await page.goto(`${address}/people`);
    for (let tries = 0; tries < 5; tries += 1) {
      await typePin(page, '0000');
      await page.locator('.pin-pad_said:not(:empty)').waitFor();
    }
    await page.reload();
    await page.getByText('Next try in 30 seconds').waitFor();
    await typePin(page, '4711');
    await closed(page);
    await page.clock.setFixedTime(start + 31_000);
    await key(page, 'Forgot the PIN?').click();
    await key(page, 'Start the wait').click();
    await page.getByText('24 hours left').waitFor();
    await page.clock.setFixedTime(start + 31_000 + 24 * 3_600_000);
    await page.reload();
    await key(page, 'Forgot the PIN?').click();
    await key(page, 'Remove the PIN').click();
    await page.getByRole('link', { name: /^Mrs Khan/ }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: /^Mrs Khan/ }).waitFor();
  });
});

async function protect(page: Page): Promise<void> {
  await goTo(page, 'My shop');
  await page.getByRole('button', { name: /^Privacy screen/ }).click();
  await setPin(page);
  await page.keyboard.press('Escape');
}

async function closed(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'For the owner' }).waitFor();
}

async function typePin(page: Page, pin: string): Promise<void> {
  await closed(page);
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
}

/**
 * How often the customer's name stood anywhere on the page since it was opened, be it for less than
 * a frame.
 */
async function namesSeen(page: Page): Promise<unknown> {
  return page.evaluate(() => Reflect.get(globalThis, 'namesSeen'));
}

/** Runs in the page. */
function noteEveryName(): void {
  Reflect.set(globalThis, 'namesSeen', 0);
  new MutationObserver(() => {
    if (!document.documentElement.innerHTML.includes('Khan')) return;
    Reflect.set(globalThis, 'namesSeen', Number(Reflect.get(globalThis, 'namesSeen')) + 1);
  }).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
  });
}
