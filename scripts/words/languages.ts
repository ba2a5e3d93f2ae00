// The catalogues of all languages, as they lie in the folders. English is what the code is written
// against; what another language does not say yet is said in English, and listed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { draftLanguages, offeredLanguages } from '#i18n/language/languages.ts';
import { parseMessage, type Message } from './message.ts';
import { lengthened } from './pseudo.ts';

/** Where the catalogues lie, one folder for each language. */
export const catalogueFolder = fileURLToPath(new URL('../../src/i18n/messages', import.meta.url));

export const baseLanguage = 'en';

export interface Catalogue {
  readonly language: string;
  readonly messages: ReadonlyMap<string, Message>;
  /** The keys that are said in English here until somebody translates them. */
  readonly awaiting: readonly string[];
}

/** Every language that a screen may speak, those for tests alone included. */
export function allCatalogues(): readonly Catalogue[] {
  const base = readMessages(baseLanguage);
  return [...offeredLanguages, ...draftLanguages].map((language) => catalogueOf(language, base));
}

/** The paths of all that the languages are made of. */
export function catalogueFiles(): readonly string[] {
  return [...offeredLanguages, ...draftLanguages]
    .map((language) => `${catalogueFolder}/${language}`)
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => jsonIn(folder).map((name) => `${folder}/${name}`));
}

function catalogueOf(language: string, base: ReadonlyMap<string, Message>): Catalogue {
  if (language === 'xx') return { language, messages: pseudo(base), awaiting: [] };
  const own = readMessages(language);
  const messages = [...base].map(([key, message]) => [key, own.get(key) ?? message] as const);
  return {
    language,
    messages: new Map(messages),
    awaiting: [...base.keys()].filter((key) => !own.has(key)),
  };
}

/** What stands in the folder of one language alone. */
export function readMessages(language: string): ReadonlyMap<string, Message> {
  const folder = `${catalogueFolder}/${language}`;
  const messages = new Map<string, Message>();
  for (const name of existsSync(folder) ? jsonIn(folder) : []) {
    const entries: unknown = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
    if (typeof entries !== 'object' || entries === null) throw new Error(`${name} is no catalogue`);
    for (const [key, value] of Object.entries(entries))
      if (key !== '$schema') messages.set(key, parseMessage(key, value));
  }
  return messages;
}

function pseudo(base: ReadonlyMap<string, Message>): ReadonlyMap<string, Message> {
  const all = [...base].map(([key, message]) => {
    const variants = message.variants.map((each) => ({ ...each, text: lengthened(each.text) }));
    return [key, { ...message, variants }] as const;
  });
  return new Map(all);
}

function jsonIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted();
}
