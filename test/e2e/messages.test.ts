// A message on its way out of the app: the link of each draft is followed for real, and what would
// open is seen by the browser. Nothing goes to another host.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { complaints, openApp, type AppPage } from '../support/browser/app-page.ts';
import { createShop, importList, key, thursday } from '../support/browser/shop-steps.ts';

let app: AppPage;
/** Drafts whose links were followed: the only addresses outside that the page may ask for. */
const drafts = new Set<string>();

beforeAll(async () => {
  app = await openApp();
  const { page, address } = app;
  await page.clock.setFixedTime(thursday);
  await createShop(page, address);
  await page.goto(`${address}/shop/bring-in`);
  await importList(page, {
    name: 'people.csv',
    text: 'Name,Phone,Email\nMr Okoro,07700 900461,okoro@example.org\n',
  });
  await page.goto(`${address}/people`);
  await page
    .getByRole('link', { name: /^Mr Okoro/ })
    .first()
    .click();
  for (const way of ['email', 'text message']) {
    await key(page, `Yes: Thanks by ${way}`).click();
    await key(page, 'Keep the yes').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
});

afterAll(async () => {
  const foreignRequests = asked().filter((url) => !drafts.has(url));
  expect(complaints({ ...app.findings, foreignRequests })).toEqual([]);
  await app.close();
});

/** What the browser was asked for outside of the app, links to other apps included. */
function asked(): readonly string[] {
  return app.findings.foreignRequests;
}

it('opens a draft in each of the tablet’s apps, and leaves the page where it was', async () => {
  const { page } = app;
  await page.goto(`${page.url()}/write`);
  const text = 'Thank you, {name} & friends – 100 %!\nSee you #soon';
  const encoded =
    'Thank%20you%2C%20Mr%20Okoro%20%26%20friends%20%E2%80%93%20100%20%25!%0D%0ASee%20you%20%23soon';
  const links = {
    Email: `mailto:okoro@example.org?body=${encoded}`,
    'Text message': `sms:+447700900461?&body=${encoded}`,
    WhatsApp: `whatsapp://send?phone=447700900461&text=${encoded}`,
  };
  for (const [way, link] of Object.entries(links)) {
    await page.getByRole('radio', { name: way }).check({ force: true });
    await page.getByLabel('Text', { exact: true }).fill(text);
    await key(page, 'Start').click();
    drafts.add(link);
    await page.getByRole('link', { name: 'Open the draft' }).click();
    await expect.poll(() => asked().at(-1)).toBe(link);
    await page.getByText('Sent to Mr Okoro?').waitFor();
    await key(page, 'Stop here').last().click();
    await key(page, 'Start a new message').click();
  }
  expect(page.url()).toMatch(/\/write$/);
});

it('says after a while that no app came, with the text to copy, and notes nothing by itself', async () => {
  const { page } = app;
  await page.getByRole('radio', { name: 'WhatsApp' }).check({ force: true });
  await page.getByLabel('Text', { exact: true }).fill('Thank you.');
  await key(page, 'Start').click();
  drafts.add('whatsapp://send?phone=447700900461&text=Thank%20you.');
  await page.getByRole('link', { name: 'Open the draft' }).click();
  await page.getByText('WhatsApp did not open?').waitFor();
  await key(page, 'Copy the text').waitFor();
  await key(page, 'Not sent').click();
  await page.getByText('Done. None were sent.').waitFor();
});
