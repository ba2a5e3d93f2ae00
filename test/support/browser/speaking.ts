// The built app in another language, those for tests alone included: their words lie beside the
// built app, not in it.
import { readFile } from 'node:fs/promises';
import type { BrowserContext } from 'playwright-core';
import type { Language } from '#i18n/language/languages.ts';
import { draftWords } from '../../../scripts/words/split-words.ts';

/** Every page of `context` speaks `language` from its next beginning on. */
export async function speakIn(context: BrowserContext, language: Language): Promise<void> {
  await context.addInitScript((chosen) => {
    localStorage.setItem('regulars.language', chosen);
  }, language);
  await context.route(/\/assets\/words-(?:ar|xx)-[^/]*\.js$/, async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    await route.fulfill({
      contentType: 'text/javascript; charset=utf-8',
      body: await readFile(`${draftWords}${name}`),
    });
  });
}
