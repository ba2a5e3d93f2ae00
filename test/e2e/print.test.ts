import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { nameOfferUntilGone } from '../../scripts/day/steps.ts';
import { complaints, openApp, type AppPage } from '../support/browser/app-page.ts';
import { pagesOf, type PrintedPage, type PrintedText } from '../support/browser/pdf.ts';
import { goTo, importList, key } from '../support/browser/shop-steps.ts';
import {
  inkBox,
  isInstalled,
  qpdfComplaints,
  renderedPage,
  type InkBox,
} from '../support/paper/pdf-tools.ts';

/** A mark may be so far from its place, in millimetres. */
const tolerance = 0.3;

const papers = [
  { value: 'a4', w: 210, h: 297 },
  { value: 'letter', w: 215.9, h: 279.4 },
] as const;

let app: AppPage;

beforeAll(async () => {
  app = await openApp();
  // The sample shop ends today: on one and the same day it is one and the same shop.
  await app.page.clock.setFixedTime(Date.UTC(2026, 5, 18, 9, 42));
  await app.page.goto(app.address);
  await app.page.getByRole('button', { name: /Try the sample shop/ }).click();
  await openWeek(app.page);
});

afterAll(async () => {
  expect(complaints(app.findings)).toEqual([]);
  await app.close();
});

describe('the list', () => {
  it('is one page while few things wait', async () => {
    await acceptOne(app.page);
    await openPrint(app.page);
    for (const paper of papers) {
      await choose(app.page, 'Paper', paper.value);
      const pages = await expectAllAlike(app.page);
      expect(pages).toHaveLength(1);
      expectSize(pages, paper);
      expect(lineOf(pages[0])).toContain('Page 1 of 1');
    }
    await openWeek(app.page);
  });

  it('goes on to further pages, never splitting a row, each page numbered', async () => {
    while (await acceptOne(app.page));
    await openPrint(app.page);
    for (const paper of papers) {
      await choose(app.page, 'Paper', paper.value);
      const pages = await expectAllAlike(app.page);
      expect(pages.length).toBeGreaterThanOrEqual(2);
      expectSize(pages, paper);
      for (const [place, page] of pages.entries()) {
        expect(lineOf(page)).toContain(`Page ${place + 1} of ${pages.length}`);
        expect(lineOf(page)).toContain('A line to write by hand');
      }
      expect(lineOf(pages.at(-1))).toContain('And someone you thought of yourself');
    }
  });

  it('is large enough to read and keeps 13 mm from every edge', async () => {
    const [page] = await printed(app.page);
    for (const text of page?.texts ?? []) {
      expect(text.sizeMm, text.text).toBeGreaterThanOrEqual((11 * 25.4) / 72 - 0.05);
      expect(text.leftMm).toBeGreaterThanOrEqual(13);
      expect(text.leftMm + text.widthMm).toBeLessThanOrEqual((page?.widthMm ?? 0) - 13);
      expect(text.baselineMm).toBeLessThanOrEqual((page?.heightMm ?? 0) - 13);
    }
  });
});

describe('the cards', () => {
  it('stand on every sheet as seen, without the lines of the preview', async () => {
    await key(app.page, 'Cards').click();
    for (const format of ['two-up', 'quarter-fold', 'a5', 'pre-cut-a6', 'pre-cut-a5'])
      for (const paper of papers) {
        await choose(app.page, 'Cards', format);
        await choose(app.page, 'Paper', paper.value);
        const pages = await expectAllAlike(app.page);
        for (const page of pages) expect(lineOf(page)).not.toMatch(/\b(cut|fold)\b/);
      }
  });

  it('keep 11 mm from every edge, also from the cut and the fold', async () => {
    await choose(app.page, 'Cards', 'two-up');
    for (const paper of papers) {
      await choose(app.page, 'Paper', paper.value);
      for (const page of await printed(app.page)) expectClearEdges(page);
    }
  });
});

describe('labels and envelopes', () => {
  beforeAll(async () => {
    await app.page.goto(`${app.address}/shop/bring-in`);
    await importList(app.page, { name: 'people.csv', text: peopleList });
    await openWeek(app.page);
    await openPrint(app.page);
  });

  it('have the same words of every script at the same place on screen, in print and in the PDF', async () => {
    await key(app.page, 'Labels').click();
    await choose(app.page, 'For', 'everyone');
    for (const format of ['L7160', '3474', 'L7163', '5160']) {
      await choose(app.page, 'Label sheet', format);
      const pages = await expectAllAlike(app.page);
      for (const words of ['Ὀδυσσεύς', 'Żaneta', '<b>Tom</b>'])
        expect(pages.map(lineOf).join(' ')).toContain(words);
    }
    await key(app.page, 'Envelopes').click();
    await choose(app.page, 'For', 'everyone');
    await choose(app.page, 'Envelope', 'dl');
    const [envelope] = await expectAllAlike(app.page);
    expect(envelope?.widthMm).toBeCloseTo(220, 0);
    expect(envelope?.heightMm).toBeCloseTo(110, 0);
  });

  it.skipIf(!isInstalled('pdftoppm'))('put ink where the words are, and nowhere else', async () => {
    await key(app.page, 'Labels').click();
    await choose(app.page, 'Label sheet', 'L7160');
    const own = await ownPdf(app.page);
    const [ours, theirs] = [own, await app.page.pdf(asPrinted)].map((pdf) => renderedPage(pdf, 1));
    if (ours === undefined || theirs === undefined) throw new Error('Nothing was rendered');
    for (const mark of (await marks(app.page))[0]?.texts ?? []) {
      const around: InkBox = {
        left: mark.left - 1,
        right: mark.right + 1,
        top: mark.y - mark.size * 0.95,
        bottom: mark.y + mark.size * 0.24,
      };
      expectSameInk(inkBox(ours, around), inkBox(theirs, around), mark.text);
    }
  });

  it('make a file of at most 400 kB for 21 labels, the same each time, without fault', async () => {
    const [first, second] = [await ownPdf(app.page), await ownPdf(app.page)];
    expect(first.equals(second)).toBe(true);
    expect(first.length).toBeLessThanOrEqual(400_000);
    if (isInstalled('qpdf')) expect(qpdfComplaints(first)).toBe('');
  });

  it('have their keys and what they come to in sight without scrolling', async () => {
    for (const [width, height] of [
      [1280, 800],
      [390, 844],
    ] as const) {
      await app.page.setViewportSize({ width, height });
      for (const thing of ['List', 'Cards', 'Labels', 'Envelopes']) {
        await key(app.page, thing).click();
        for (const name of ['List', 'Cards', 'Labels', 'Envelopes', 'Print', 'Send or save as PDF'])
          await expectInSight(app.page, name, { width, height });
      }
    }
    await app.page.setViewportSize({ width: 1280, height: 800 });
  });
});

it('takes six taps from This week to the third print sheet: list, cards and labels', async () => {
  const { page } = app;
  await page.evaluate(() => {
    Reflect.set(globalThis, 'timesPrinted', 0);
    globalThis.print = () =>
      void Reflect.set(
        globalThis,
        'timesPrinted',
        1 + Number(Reflect.get(globalThis, 'timesPrinted')),
      );
  });
  await goTo(page, 'This week');
  const taps = [
    page.getByRole('link', { name: 'Print the week' }),
    key(page, 'Print'),
    key(page, 'Cards'),
    key(page, 'Print'),
    key(page, 'Labels'),
    key(page, 'Print'),
  ];
  for (const tap of taps.slice(0, 5)) await tap.click();
  // Nobody of this week has an address in the sample: then there is nothing to print.
  const last = taps[5];
  if (await last?.isEnabled()) await last?.click();
  else {
    await choose(page, 'For', 'everyone');
    await last?.click();
  }
  expect(taps.length).toBeLessThanOrEqual(6);
  await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'timesPrinted'))).toBe(3);
});

const peopleList = [
  'Name,Address',
  '"Ὀδυσσεύς Παπαδάκης","Οδός Ερμού 7, Αθήνα 105 63"',
  '"Żaneta Wójcik","ul. Długa 4, Kraków"',
  '"<b>Tom</b> & Ann","1 <script> Lane, Leeds"',
  '"Rindfleischetikettierungsüberwachungsaufgabe Müller","Straße des 17. Juni 135, Berlin"',
  '"فاطمة الزهراء","شارع الحمراء 12, بيروت"',
  ...Array.from({ length: 19 }, (_, number) => `"Person ${number}","${number} Mill Road, Leeds"`),
].join('\r\n');

const asPrinted = { preferCSSPageSize: true, printBackground: true } as const;

async function openWeek(page: Page): Promise<void> {
  await goTo(page, 'This week');
  await page
    .locator('.suggestion-card')
    .or(page.getByRole('link', { name: 'Print the week' }))
    .first()
    .waitFor();
}

async function acceptOne(page: Page): Promise<boolean> {
  const yes = page.getByRole('button', { name: /^Yes, / });
  const open = await yes.count();
  if (open === 0) return false;
  const name = await yes.first().getAttribute('aria-label');
  await yes.first().click();
  await nameOfferUntilGone(page, page.getByRole('button', { name: name ?? '', exact: true }));
  return true;
}

async function openPrint(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Print the week' }).click();
  await page.locator('.preview .sheet-drawing').first().waitFor();
}

async function choose(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).selectOption(value);
}

async function printed(page: Page): Promise<readonly PrintedPage[]> {
  return pagesOf(await page.pdf(asPrinted));
}

/** The file that the app itself writes. */
async function ownPdf(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    key(page, 'Send or save as PDF').click(),
  ]);
  return readFileSync(await download.path());
}

interface SeenMark {
  readonly text: string;
  /** About where it is: a screen rounds to its dots. */
  readonly left: number;
  readonly right: number;
  /** Where it begins, has its middle or ends, and on which baseline. */
  readonly x: number;
  readonly anchor: string | null;
  readonly isFromRight: boolean;
  readonly y: number;
  readonly size: number;
  readonly isPlain: boolean;
}

interface SeenSheet {
  readonly w: number;
  readonly h: number;
  readonly texts: readonly SeenMark[];
}

/** The texts of each sheet in the preview, in millimetres of the paper. */
async function marks(page: Page): Promise<readonly SeenSheet[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<SVGSVGElement>('.preview svg.sheet-drawing')].map((sheet) => {
      const { width: w, height: h } = sheet.viewBox.baseVal;
      const texts = [...sheet.querySelectorAll<SVGTextElement>('g text')].map((text) => {
        const { x, width } = text.getBBox();
        return {
          text: text.textContent ?? '',
          left: x,
          right: x + width,
          x: Number(text.getAttribute('x')),
          anchor: text.getAttribute('text-anchor'),
          isFromRight: text.getAttribute('direction') === 'rtl',
          y: Number(text.getAttribute('y')),
          size: Number(text.getAttribute('font-size')),
          isPlain: text.getAttribute('transform') === null,
        };
      });
      return { w, h, texts };
    }),
  );
}

/** Every text stands at one place on the screen, in print and in our PDF. Gives the PDF's pages. */
async function expectAllAlike(page: Page): Promise<readonly PrintedPage[]> {
  const seen = await marks(page);
  const own = await pagesOf(await ownPdf(page));
  const print = await printed(page);
  expect(own).toHaveLength(seen.length);
  expect(print).toHaveLength(seen.length);
  for (const [number, { texts }] of seen.entries()) {
    expect(texts.length).toBeGreaterThan(0);
    for (const mark of texts.filter(({ isPlain }) => isPlain)) {
      const [ours, theirs] = [own[number], print[number]].map((page) => printedAt(mark, page));
      expect(Math.abs((ours?.left ?? 0) - (theirs?.left ?? 99)), mark.text).toBeLessThan(tolerance);
      expect(Math.abs((ours?.right ?? 0) - (theirs?.right ?? 99)), mark.text).toBeLessThan(
        tolerance,
      );
    }
  }
  return own;
}

interface PrintedReach {
  readonly left: number;
  readonly right: number;
}

/** From where to where a text of the preview reaches on a page; it stands where it should. */
function expectSameInk(ours: InkBox | null, theirs: InkBox | null, text: string): void {
  if (ours === null || theirs === null) throw new Error(`${text} has no ink`);
  for (const side of ['left', 'right', 'top', 'bottom'] as const)
    expect(Math.abs(ours[side] - theirs[side]), `${text} ${side}`).toBeLessThan(tolerance);
}

function printedAt(mark: SeenMark, page: PrintedPage | undefined): PrintedReach {
  const found = (page?.texts ?? []).filter((text) => liesIn(text, mark));
  const left = Math.min(...found.map((text) => text.leftMm));
  const right = Math.max(...found.map((text) => text.leftMm + text.widthMm));
  const isLeft = (mark.anchor === 'start') !== mark.isFromRight;
  const point = mark.anchor === 'middle' ? (left + right) / 2 : isLeft ? left : right;
  expect(Math.abs(point - mark.x), `${mark.text} at ${mark.x}`).toBeLessThan(tolerance);
  // Readers put letters of right-to-left scripts into an order of their own.
  if (!/\p{Script=Arabic}/u.test(mark.text)) {
    const letters = found.toSorted((a, b) => a.leftMm - b.leftMm).map(({ text }) => text);
    expect(bare(letters.join(''))).toBe(bare(mark.text));
  }
  return { left, right };
}

function liesIn(text: PrintedText, mark: SeenMark): boolean {
  return (
    Math.abs(text.baselineMm - mark.y) <= tolerance &&
    text.leftMm >= mark.left - 1.2 &&
    text.leftMm + text.widthMm <= mark.right + 1.2
  );
}

function bare(text: string): string {
  return text.replaceAll(/\s/g, '');
}

function lineOf(page: PrintedPage | undefined): string {
  return (page?.texts ?? []).map((text) => text.text).join(' ');
}

function expectSize(pages: readonly PrintedPage[], paper: (typeof papers)[number]): void {
  for (const page of pages) {
    expect(Math.abs(page.widthMm - paper.w)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(page.heightMm - paper.h)).toBeLessThanOrEqual(tolerance);
  }
}

function expectClearEdges({ widthMm, heightMm, texts }: PrintedPage): void {
  const middle = widthMm / 2;
  for (const { text, leftMm, widthMm: width, baselineMm } of texts) {
    const [from, to] = leftMm < middle ? [0, middle] : [middle, widthMm];
    expect(leftMm - from, text).toBeGreaterThanOrEqual(11 - tolerance);
    expect(to - leftMm - width, text).toBeGreaterThanOrEqual(11 - tolerance);
    const half = baselineMm < heightMm / 2 ? heightMm / 2 : heightMm;
    expect(half - baselineMm, text).toBeGreaterThanOrEqual(11);
  }
}

async function expectInSight(
  page: Page,
  name: string,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<void> {
  const box = await key(page, name).boundingBox();
  expect(box, name).not.toBeNull();
  expect(box?.x ?? -1, name).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0), name).toBeLessThanOrEqual(width);
  expect((box?.y ?? 0) + (box?.height ?? 0), name).toBeLessThanOrEqual(height);
}
