// All words of the screens, in the one language that this page speaks. They lie in three files a
// language, fetched as the screens need them: what the Counter opens with, the rest of the
// Counter, and the owner's places.

import { fetchWords, wordsInHand, type Messages } from './compiled/words.js';
import type { Language } from './language/languages.ts';
import { setLocale } from './language/locale.ts';

type Say = (facts?: object) => string;

const words: Record<string, Say> = { ...wordsInHand };
const fetched = new Map<string, Promise<void>>();
let spoken: Language = 'en';

/**
 * Every message as a function of its facts. It is looked up when it is called, so that a part of
 * the app may hold on to one before its words are there.
 */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the catalogue makes both
export const m = new Proxy(words, {
  get: (said, key: string) => (facts?: object) => said[key]?.(facts),
}) as unknown as Messages;

/**
 * Speaks `language`, and writes days and figures as `locale` has them. A page that is open already
 * has said its words in another.
 */
export async function speak(language: Language, locale: string): Promise<void> {
  spoken = language;
  setLocale(locale);
  fetched.clear();
  await needWords('first');
}

export function spokenLanguage(): Language {
  return spoken;
}

/** Has the words of an area ready. Parts of the app that say some wait for it when they load. */
export async function needWords(area: string): Promise<void> {
  const known = fetched.get(area) ?? addWords(area);
  fetched.set(area, known);
  await known;
}

async function addWords(area: string): Promise<void> {
  try {
    Object.assign(words, await fetchWords(spoken, area));
  } catch (problem) {
    fetched.delete(area);
    throw problem;
  }
}
