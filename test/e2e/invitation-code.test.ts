// An invitation as a picture: another tablet's camera reads it and opens what it found.
import type { Page } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, openContext } from '../support/browser/app-page.ts';
import { axeFaults } from '../support/browser/axe.ts';
import {
  addPerson,
  createShop,
  followTo,
  key,
  openSample,
  tile,
} from '../support/browser/shop-steps.ts';
import {
  openTwoTablets,
  type TabletPage,
  type TwoTablets,
} from '../support/browser/two-tablets.ts';

let tablets: TwoTablets;
let server: TwoTablets['server'];
let counter: TabletPage;
let stall: TabletPage;

beforeAll(async () => {
  tablets = await openTwoTablets({
    // What is read must be black on white by night too.
    counter: { colorScheme: 'dark' },
  });
  ({ server, counter, stall } = tablets);
});
afterAll(async () => tablets.close());

/** What a camera sees on the page, and reads. */
async function readCode(page: Page): Promise<string> {
  const picture = await page.getByRole('img', { name: 'The invitation as a QR code' }).screenshot();
  const camera = await page.context().newPage();
  const image = await camera.evaluate(
    async (address) => {
      const bitmap = await createImageBitmap(await (await fetch(address)).blob());
      const { width, height } = bitmap;
      const canvas = new OffscreenCanvas(width, height).getContext('2d');
      canvas?.drawImage(bitmap, 0, 0);
      const data = canvas?.getImageData(0, 0, width, height).data ?? [];
      // As one text: a million numbers would take seconds on their way here.
      return {
        width,
        height,
        data: Array.from(data, (byte) => String.fromCodePoint(byte)).join(''),
      };
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );
  await camera.close();
  return decodeQR({ ...image, data: Buffer.from(image.data, 'latin1') });
}

/** Opens an invitation on the counter's tablet; gives the address in its picture and its words. */
async function invite(): Promise<{ readonly address: string; readonly words: string }> {
  const { page } = counter;
  await key(page, 'Add a tablet').click();
  const address = await readCode(page);
  const [, words = ''] = await page.locator('.tablets_words').allTextContents();
  return { address, words };
}

async function giveUp(): Promise<void> {
  await key(counter.page, 'Cancel').click();
}

describe('the picture of an invitation', () => {
  it('is the address of this server, with number and words where no server is told of them', async () => {
    const { page } = counter;
    await createShop(page, server.address);
    await addPerson(page, 'Hana Zoltan');
    await followTo(page, '/shop/tablets');
    await page.getByLabel('The six words').fill(server.foundingWords?.replaceAll('-', ' ') ?? '');
    await key(page, 'Connect').click();
    const { address, words } = await invite();
    expect(await axeFaults(page)).toEqual([]);
    const url = new URL(address);
    expect(`${url.origin}${url.pathname}${url.search}`).toBe(`${server.address}/`);
    expect(url.hash).toMatch(new RegExp(`^#join=\\d+-${words.replaceAll(' ', '-')}$`));
    await giveUp();
  });

  it('tells a tablet that has a shop of its own, or the sample, what it is for', async () => {
    const { address } = await invite();
    await counter.page.goto(address);
    await counter.page.getByText('This one has its own.').waitFor();
    expect(counter.page.url()).toBe(`${server.address}/`);
    await key(counter.page, 'OK').click();
    await counter.page.getByText('This one has its own.').waitFor({ state: 'detached' });
    await followTo(counter.page, '/shop/tablets');

    const { context, page } = await openContext(server.address);
    await openSample(page, server.address);
    // The app is open already: only what is behind the address changes.
    await page.goto(address);
    await page.getByText('An invitation came from the camera.').waitFor();
    await key(page, 'Open my shop').click();
    await page.getByRole('heading', { name: 'Join a shop' }).waitFor();
    expect(await page.getByLabel('The six words').inputValue()).not.toBe('');
    await key(page, 'Start a new shop instead').click();
    await page.getByRole('heading', { name: 'What is your shop called?' }).waitFor();
    await context.close();
  });

  it('brings another tablet in with one tap, and leaves no word in its address or on the way', async () => {
    const { page } = stall;
    const asked: string[] = [];
    page.on('request', (request) => {
      const headers = JSON.stringify(request.headers());
      asked.push(`${request.url()} ${headers} ${request.postData() ?? ''}`);
    });
    const { address, words } = await invite();
    await page.goto(address);
    await page.getByRole('heading', { name: 'Join a shop' }).waitFor();
    expect(await page.getByLabel('The six words').inputValue()).toBe(words);
    expect(await axeFaults(page)).toEqual([]);
    expect(page.url()).toBe(`${server.address}/`);
    await key(page, 'Join').click();
    await key(counter.page, 'Same words: let it in').click();
    await tile(page, 'Hana').waitFor({ timeout: 40_000 });
    await page.goBack();
    await page.goForward();
    expect(page.url()).not.toContain('#');
    expect(asked.length).toBeGreaterThan(5);
    const [first = '', second = ''] = words.split(' ');
    expect(asked.join('\n')).not.toMatch(new RegExp(`${first}\\W+${second}`));
    expect([...complaints(counter.findings), ...complaints(stall.findings)]).toEqual([]);
  });
});
