import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openApp, type AppPage } from '../support/browser/app-page.ts';
import { pagesOf, type PrintedPage, type PrintedText } from '../support/browser/pdf.ts';

/** What is seen and what is printed may differ by so much. */
const toleranceMm = 0.5;

const papers = [
  { word: 'A4', widthMm: 210, heightMm: 297 },
  { word: 'Letter', widthMm: 215.9, heightMm: 279.4 },
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
  await app.close();
});

describe('the printed list', () => {
  it('is one page while few things wait', async () => {
    await acceptOne(app.page);
    await openPrint(app.page);
    for (const paper of papers) {
      await choose(app.page, paper.word);
      const pages = await printed(app.page);
      expect(pages).toHaveLength(1);
      expectSize(pages, paper);
      await expectSeenAsPrinted(app.page, pages);
      expect(lineOf(pages[0])).toContain('Page 1 of 1');
    }
    await openWeek(app.page);
  });

  it('goes on to further pages, never splitting a row, each page numbered', async () => {
    while (await acceptOne(app.page));
    await openPrint(app.page);
    for (const paper of papers) {
      await choose(app.page, paper.word);
      const pages = await printed(app.page);
      expect(pages.length).toBeGreaterThanOrEqual(2);
      expectSize(pages, paper);
      await expectSeenAsPrinted(app.page, pages);
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

describe('the printed cards', () => {
  it('stand two on a sheet, as seen, without the lines of the preview', async () => {
    await choose(app.page, 'Cards');
    const cards = await app.page.locator('.preview .card-sheet_half').count();
    expect(cards).toBeGreaterThanOrEqual(2);
    for (const paper of papers) {
      await choose(app.page, paper.word);
      const pages = await printed(app.page);
      expect(pages).toHaveLength(Math.ceil(cards / 2));
      expectSize(pages, paper);
      await expectSeenAsPrinted(app.page, pages);
      for (const page of pages) {
        expect(lineOf(page)).not.toMatch(/\b(cut|fold)\b/);
        expectClearEdges(page);
      }
    }
  });
});

async function openWeek(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^This week/ })
    .first()
    .click();
  await page.locator('.suggestion-card').first().waitFor();
}

async function acceptOne(page: Page): Promise<boolean> {
  const yes = page.getByRole('button', { name: /^Yes, a card: / });
  const open = await yes.count();
  if (open === 0) return false;
  const name = await yes.first().getAttribute('aria-label');
  await yes.first().click();
  await page.getByRole('button', { name: name ?? '', exact: true }).waitFor({ state: 'detached' });
  return true;
}

async function openPrint(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Print the week' }).click();
  await page.locator('.preview .paper-sheet').first().waitFor();
}

async function choose(page: Page, word: string): Promise<void> {
  await page.locator('.choice_key', { hasText: word }).first().click();
  await page.locator('.choice_key-chosen', { hasText: word }).waitFor();
  await page.evaluate(async () => document.fonts.ready);
}

async function printed(page: Page): Promise<readonly PrintedPage[]> {
  return pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

function expectSize(pages: readonly PrintedPage[], paper: (typeof papers)[number]): void {
  for (const page of pages) {
    expect(Math.abs(page.widthMm - paper.widthMm)).toBeLessThanOrEqual(toleranceMm);
    expect(Math.abs(page.heightMm - paper.heightMm)).toBeLessThanOrEqual(toleranceMm);
  }
}

/** Words and drawing keep 11 mm from the edges of a card, so also from the cut and the fold. */
function expectClearEdges({ widthMm, heightMm, texts }: PrintedPage): void {
  const middle = widthMm / 2;
  for (const { text, leftMm, widthMm: width, baselineMm } of texts) {
    const [from, to] = leftMm < middle ? [0, middle] : [middle, widthMm];
    expect(leftMm - from, text).toBeGreaterThanOrEqual(11 - toleranceMm);
    expect(to - leftMm - width, text).toBeGreaterThanOrEqual(11 - toleranceMm);
    const half = baselineMm < heightMm / 2 ? heightMm / 2 : heightMm;
    expect(half - baselineMm, text).toBeGreaterThanOrEqual(11);
  }
}

interface SeenLine {
  readonly page: number;
  readonly text: string;
  readonly leftMm: number;
  readonly rightMm: number;
  readonly baselineMm: number;
}

/** Every line of text of the preview stands where the same letters stand on paper. */
async function expectSeenAsPrinted(page: Page, pages: readonly PrintedPage[]): Promise<void> {
  const lines = await seenLines(page);
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    const found = (pages[line.page]?.texts ?? []).filter((text) => liesIn(text, line));
    const letters = found.toSorted((a, b) => a.leftMm - b.leftMm).map((text) => text.text);
    expect(bare(letters.join('')), `${line.text} on page ${line.page + 1}`).toBe(bare(line.text));
    const left = Math.min(...found.map((text) => text.leftMm));
    const right = Math.max(...found.map((text) => text.leftMm + text.widthMm));
    expect(Math.abs(left - line.leftMm), line.text).toBeLessThanOrEqual(toleranceMm);
    expect(Math.abs(right - line.rightMm), line.text).toBeLessThanOrEqual(2 * toleranceMm);
  }
}

function liesIn(text: PrintedText, line: SeenLine): boolean {
  return (
    Math.abs(text.baselineMm - line.baselineMm) <= toleranceMm &&
    text.leftMm >= line.leftMm - toleranceMm &&
    text.leftMm + text.widthMm <= line.rightMm + 2 * toleranceMm
  );
}

function bare(text: string): string {
  return text.replaceAll(/\s/g, '');
}

function lineOf(page: PrintedPage | undefined): string {
  return (page?.texts ?? []).map((text) => text.text).join(' ');
}

/**
 * The lines of text of each sheet in the preview, in millimetres of the paper: measured on the
 * screen and scaled back.
 */
async function seenLines(page: Page): Promise<readonly SeenLine[]> {
  return page.evaluate(() => {
    interface Letter {
      readonly text: string;
      readonly box: DOMRect;
    }
    const pen = document.createElement('canvas').getContext('2d');

    function lettersOf(node: Node): readonly Letter[] {
      const range = document.createRange();
      return (node.textContent ?? '').split('').flatMap((text, at) => {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        return box === undefined || text.trim() === '' ? [] : [{ text, box }];
      });
    }
    function inLines(letters: readonly Letter[]): readonly (readonly Letter[])[] {
      const lines: Letter[][] = [];
      for (const letter of letters) {
        const before = lines.at(-1)?.[0];
        const isSame = before !== undefined && Math.abs(before.box.top - letter.box.top) < 2;
        if (isSame) lines.at(-1)?.push(letter);
        else lines.push([letter]);
      }
      return lines;
    }
    /** How far down the letters' box its baseline lies, 0–1. */
    function baselineIn(parent: Element): number {
      if (pen === null) throw new Error('There is no canvas to measure with');
      const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(parent);
      pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
      const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen.measureText('x');
      return up / (up + down);
    }
    function textsIn(sheet: Element): readonly (readonly [Node, Element])[] {
      const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
      const texts: (readonly [Node, Element])[] = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        const isSeen = parent?.closest('.card-sheet_guide, .visually-hidden') === null;
        if (parent !== null && isSeen) texts.push([walker.currentNode, parent]);
      }
      return texts;
    }

    return [...document.querySelectorAll('.preview .paper-sheet')].flatMap((sheet, number) => {
      const paper = sheet.getBoundingClientRect();
      const mm =
        (25.4 / 96) * ((sheet instanceof HTMLElement ? sheet.offsetWidth : 0) / paper.width);
      return textsIn(sheet).flatMap(([node, parent]) =>
        inLines(lettersOf(node)).map((line) => {
          const { top, height, left } = line[0]?.box ?? paper;
          const right = Math.max(...line.map((letter) => letter.box.right));
          return {
            page: number,
            text: line.map((letter) => letter.text).join(''),
            leftMm: (left - paper.left) * mm,
            rightMm: (right - paper.left) * mm,
            baselineMm: (top + height * baselineIn(parent) - paper.top) * mm,
          };
        }),
      );
    });
  });
}
