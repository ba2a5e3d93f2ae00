import { describe, expect, it } from 'vitest';
import { draftLanguages, offeredLanguages } from '#i18n/language/languages.ts';
import { areasOf, neededAreas, type Part } from '../../scripts/words/areas.ts';
import { allCatalogues, baseLanguage, readMessages } from '../../scripts/words/languages.ts';
import { parseMessage, type Message } from '../../scripts/words/message.ts';
import { lengthened } from '../../scripts/words/pseudo.ts';
import { wordsCode } from '../../scripts/words/words-code.ts';

// So many messages of a language that is offered may be said in English until they are translated.
// Nothing else decides it: with 0 a message without a translation is a fault.
const maxAwaiting = 0;

const base = readMessages(baseLanguage);
const others = [...offeredLanguages, ...draftLanguages].filter((each) => each !== baseLanguage);

describe.each(others.map((language) => ({ language, own: readMessages(language) })))(
  'the words in $language',
  ({ language, own }) => {
    it('are those of the catalogue and no others', () => {
      expect([...own.keys()].filter((key) => !base.has(key))).toEqual([]);
    });

    it('have a form for each number', () => {
      expect([...own.values()].flatMap((each) => pluralFaults(each, language))).toEqual([]);
    });
  },
);

describe('the languages', () => {
  it.each(allCatalogues().filter(({ language }) => isOffered(language)))(
    'that are offered say everything: $language',
    ({ awaiting }) => {
      expect(awaiting.length, awaiting.join(' ')).toBeLessThanOrEqual(maxAwaiting);
    },
  );

  it('of which English has a form for each number', () => {
    expect([...base.values()].flatMap((each) => pluralFaults(each, baseLanguage))).toEqual([]);
  });

  it('are caught when a form is missing', () => {
    const planted = parseMessage('planted', [
      {
        declarations: ['input count', 'local countPlural = count: plural'],
        match: { 'countPlural=one': 'one', 'countPlural=few': 'few', 'countPlural=other': 'more' },
      },
    ]);
    expect(pluralFaults(planted, 'en')).toEqual(['planted: few']);
    expect(pluralFaults(planted, 'pl')).toEqual(['planted: many']);
  });
});

describe('a sentence', () => {
  it('takes the form of its number, and its facts as they are', async () => {
    const said = await wordsOf('en', {
      visits: [
        {
          declarations: ['input count', 'input day', 'local countPlural = count: plural'],
          match: {
            'count=0': 'None on {day}.',
            'countPlural=one': '`One` on ${day}.',
            'countPlural=other': '{count} on {day}.',
          },
        },
      ],
    });
    expect([0, 1, 2].map((count) => said['visits']?.({ count, day: 'Monday' }))).toEqual([
      'None on Monday.',
      '`One` on $Monday.',
      '2 on Monday.',
    ]);
  });

  it('ends with one full stop where a name has its own', async () => {
    const said = await wordsOf('en', {
      sent: 'Thank you for sending {names}.',
      two: '“Sent {name}.” And {count}.',
      file: '{name}.csv',
    });
    const names = 'Hana and Tom R.';
    expect(said['sent']?.({ names })).toBe('Thank you for sending Hana and Tom R.');
    expect(said['two']?.({ name: 'Tom R.', count: 3 })).toBe('“Sent Tom R.” And 3.');
    expect(said['file']?.({ name: 'Tom R.' })).toBe('Tom R..csv');
  });

  it('is two fifths longer in the invented language, its facts untouched', () => {
    expect(lengthened('On {day}: yes')).toBe('[Öñ {day}: ýéš····]');
  });
});

describe('the files of words', () => {
  const parts = [
    { fileName: 'first', keys: ['tile'], imports: [], isFirst: true },
    { fileName: 'counter', keys: ['note'], imports: ['first', 'hints'], isCounter: true },
    { fileName: 'hints', keys: ['birthday'], imports: ['first'] },
    { fileName: 'week', keys: ['skip', 'tile'], imports: ['first', 'hints', 'sheet'] },
    { fileName: 'sheet', keys: ['close'], imports: ['first'] },
    { fileName: 'clock', keys: [], imports: ['first'] },
  ].map((part): Part => ({ isFirst: false, isCounter: false, ...part }));
  const areas = areasOf(parts);

  it('hold each message once, where the first of its speakers needs it', () => {
    expect(Object.fromEntries(areas)).toEqual({
      tile: 'first',
      note: 'counter',
      birthday: 'counter',
      skip: 'owner',
      close: 'owner',
    });
  });

  it('are there before a part that says their words, and asked for by no other', () => {
    const needed = parts.map((each) => [each.fileName, neededAreas(each, parts, areas)]);
    expect(Object.fromEntries(needed)).toEqual({
      first: [],
      counter: ['counter'],
      hints: ['counter'],
      week: ['counter', 'owner'],
      sheet: ['owner'],
      clock: [],
    });
  });
});

function isOffered(language: string): boolean {
  return language !== baseLanguage && offeredLanguages.some((each) => each === language);
}

/** The plural forms that a message lacks or has too many of. */
function pluralFaults({ key, counts, variants }: Message, language: string): string[] {
  if (counts.length === 0) return [];
  const last = variants.at(-1);
  const forms = variants
    .flatMap(({ conditions }) => conditions)
    .filter(({ kind }) => kind === 'plural')
    .map(({ value }) => value);
  const known = new Set<string>(
    new Intl.PluralRules(language === 'xx' ? 'en' : language).resolvedOptions().pluralCategories,
  );
  // Millions alone, which nothing in a shop is counted in.
  if (language === 'fr') known.delete('many');
  const covers = last?.conditions.every(({ value }) => value === 'other') === true;
  const missing = [...known].filter((each) => each !== 'other' && !forms.includes(each));
  const foreign = forms.filter((each) => !known.has(each));
  return [...missing, ...foreign, ...(covers ? [] : ['other'])].map((form) => `${key}: ${form}`);
}

type Words = Readonly<Record<string, (facts: object) => string>>;

async function wordsOf(language: string, catalogue: Record<string, unknown>): Promise<Words> {
  const messages = Object.entries(catalogue).map(([key, value]) => parseMessage(key, value));
  const code = wordsCode(language, messages, (key) => key);
  const { words }: { words: Words } = await import(
    `data:text/javascript,${encodeURIComponent(code)}`
  );
  return words;
}
