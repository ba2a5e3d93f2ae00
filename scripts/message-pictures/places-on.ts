import type { Page } from 'playwright-core';
import { numberOf, numberSigns } from './signs.ts';

/** Where a message stands: on which picture, and in which box; `spoken` for readers of screens. */
export interface Place {
  readonly picture: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly spoken: boolean;
}

type Found = Omit<Place, 'picture'> & { readonly key: string };

/** The messages of `keys` that are on the page now, each where it is met first. */
export async function placesOn(page: Page, keys: readonly string[]): Promise<readonly Found[]> {
  const texts = await textsOn(page);
  const found = texts.flatMap(({ text, ...place }) =>
    [...text.matchAll(numberSigns)].flatMap(([, signs = '']) => {
      const key = keys[numberOf(signs)];
      return key === undefined ? [] : { key, ...place };
    }),
  );
  const byKey = new Map<string, Found>();
  for (const place of found.toSorted((a, b) => Number(a.spoken) - Number(b.spoken)))
    if (!byKey.has(place.key)) byKey.set(place.key, place);
  return [...byKey.values()];
}

type Text = Omit<Place, 'picture'> & { readonly text: string };

// No function inside has a name: a bundler would lean on a helper that the page does not have.
async function textsOn(page: Page): Promise<readonly Text[]> {
  return page.evaluate(() => {
    const all: [string, DOMRect, boolean][] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const isSeen = box.width >= 2 && box.bottom >= 0 && box.top <= innerHeight;
      all.push([node.textContent ?? '', box, !isSeen]);
    }
    for (const each of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = each.getAttribute(name) ?? '';
        all.push([text, each.getBoundingClientRect(), name !== 'placeholder']);
      }
    return all
      .filter(([text]) => text.includes('\u2063'))
      .map(([text, { x, y, width, height }, spoken]) => ({ text, x, y, width, height, spoken }));
  });
}
