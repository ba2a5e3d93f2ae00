// Looks at a screen as it stands: in light and dark, at the five sizes of tablets and phones, and
// at the narrowest width.
import type { Page } from 'playwright-core';
import { isNight } from '../values/runs.ts';
import { axeFaults } from './axe.ts';
import { takePictures } from './screen-pictures.ts';

/** Tablet on its side, iPad on its side and upright, and two phones. */
export const sizes = [
  { width: 1280, height: 800 },
  { width: 1080, height: 810 },
  { width: 810, height: 1080 },
  { width: 390, height: 844 },
  { width: 360, height: 800 },
] as const;

const narrowest = { width: 320, height: 700 };
const [tablet, , upright, , phone] = sizes;

/**
 * Everything wrong with the screen: rules of accessibility, controls that are too small, and
 * anything to be scrolled sideways. By day a sheet is looked at in three sizes, and not in the
 * dark: it is made of what stands on pages too.
 */
export async function screenFaults(page: Page, screen: string): Promise<readonly string[]> {
  const isWhole = isNight || (await page.locator('dialog[open]').count()) === 0;
  const faults: string[] = [];
  for (const fault of await axeFaults(page)) faults.push(`light: ${fault}`);
  for (const fault of isWhole ? await darkFaults(page) : []) faults.push(`dark: ${fault}`);
  for (const size of isWhole ? [...sizes, narrowest] : [tablet, upright, phone]) {
    await page.setViewportSize(size);
    const found = size === narrowest ? [] : smallControls(page);
    const figures = size === narrowest ? [] : badFigures(page);
    for (const fault of (await Promise.all([found, figures, sideways(page)])).flat())
      faults.push(`${size.width} × ${size.height}: ${fault}`);
  }
  await page.setViewportSize(tablet);
  await takePictures(page, screen);
  return faults.map((fault) => `${screen}, ${fault}`);
}

async function darkFaults(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const faults = await axeFaults(page, 'colours');
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
}

/** Figures that are broken over two lines, and words that stick out of the key they stand on. */
async function badFigures(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const range = document.createRange();
    function isBroken(node: Node, from: number, length: number): boolean {
      range.setStart(node, from);
      range.setEnd(node, from + length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    }
    function sticksOut(node: Node, key: Element): boolean {
      range.selectNodeContents(node);
      const [words, box] = [range.getBoundingClientRect(), key.getBoundingClientRect()];
      return words.width > 0 && (words.left < box.left - 1 || words.right > box.right + 1);
    }
    function faultsOf(node: Node, parent: Element): readonly string[] {
      const text = node.textContent ?? '';
      const broken = [...text.matchAll(/\p{Sc}?\d[\d.,:]*\d/gu)]
        .filter(({ index, 0: figure }) => isBroken(node, index, figure.length))
        .map(([figure]) => `${parent.className}: “${figure}” in two lines`);
      const key = parent.closest('button');
      if (key === null || text.trim() === '' || !sticksOut(node, key)) return broken;
      return [...broken, `${parent.className}: “${text.trim()}” sticks out of its key`];
    }
    const inFront = document.querySelector('dialog[open]') ?? document.body;
    const walker = document.createTreeWalker(inFront, NodeFilter.SHOW_TEXT);
    const bad: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      // Paper is drawn small, and the words for listeners are drawn nowhere.
      if (parent?.closest('.visually-hidden, .preview, .print-root') === null)
        bad.push(...faultsOf(node, parent));
    }
    return bad;
  });
}

/** Every control that is smaller than a finger. A link inside a sentence is as high as its line. */
export async function smallControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isPhone = innerWidth < 700;
    function min(control: Element): readonly [number, number] {
      if (control.matches('.customer-tile')) return [148, 132];
      if (control.matches('.money-pad_keys > *')) return isPhone ? [104, 72] : [104, 88];
      if (control.matches('.keypad-button')) return [60, 64];
      if (control.matches('.rail *')) return [64, 64];
      if (control.matches('.banner *')) return [44, 44];
      return control.closest('.counter') === null ? [48, 48] : [72, 72];
    }
    /** What answers to a tap: an input that is drawn by its words is as large as its label. */
    function target(control: Element): Element {
      const label = control instanceof HTMLInputElement ? control.labels?.[0] : undefined;
      return control.matches('[type=radio], [type=checkbox], [type=file]')
        ? (label ?? control)
        : control;
    }
    function isInSentence(control: Element): boolean {
      return control.matches('p a, .bare-link');
    }
    const inFront = document.querySelector('dialog[open]') ?? document.body;
    return [...inFront.querySelectorAll('button, a[href], input, select, textarea')].flatMap(
      (control) => {
        const { width, height } = target(control).getBoundingClientRect();
        const [minWidth, minHeight] = min(control);
        const isFine = width > minWidth - 0.5 && height > minHeight - 0.5;
        const name = control.getAttribute('aria-label') ?? control.textContent.trim();
        return width === 0 || isFine || isInSentence(control)
          ? []
          : [`${control.className} “${name}” is ${Math.round(width)} × ${Math.round(height)}`];
      },
    );
  });
}

/**
 * What sticks out of the page sideways, or below the frame that stands around it; the paper of the
 * print preview may.
 */
async function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    const isTooTall = document.querySelector('.frame') !== null && scrollHeight > clientHeight;
    const scrollers = [...document.querySelectorAll('dialog[open] .sheet_body, main')].filter(
      (box) =>
        box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).overflowX !== 'visible',
    );
    const found = scrollers.map((box) => `${box.className} is to be scrolled sideways`);
    if (scrollWidth > clientWidth) found.push('the page is to be scrolled sideways');
    if (isTooTall) found.push('there is nothing below the frame, and yet it scrolls');
    return found;
  });
}
