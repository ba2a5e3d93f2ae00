// Spaces, quotes and dots as printers of each language set them. A wrong space breaks a line
// between a word and its question mark; a straight quote looks like a typing machine.
import { describe, expect, it } from 'vitest';
import { readMessages } from '../../scripts/words/languages.ts';

const nothingWrong: readonly string[] = [];

/** Patterns that must not occur, each with why. */
const everywhere: readonly Fault[] = [
  { why: 'a straight quote', pattern: /['"]/u },
  { why: 'three dots for an ellipsis', pattern: /\.\.\./u },
  { why: 'two spaces', pattern: / {2}/u },
  {
    why: 'a unit that may stand alone on the next line',
    pattern: /[\d}] (?:%|€|MB|GB|Mo|Go|mm)(?!\p{L})/u,
  },
];
const faults: Readonly<Record<string, readonly Fault[]>> = {
  de: [
    ...everywhere,
    { why: 'quotes of another language', pattern: /[”«»]/u },
    { why: 'a quote that is not closed', pattern: /^[^„]*“|„[^“]*$/u },
    { why: 'a space before a mark', pattern: /[ \u00a0\u202f][!?;:,]/u },
  ],
  fr: [
    ...everywhere,
    { why: 'quotes of another language', pattern: /[“”„]/u },
    {
      why: 'no narrow space before a mark',
      pattern: /[^\u202f][!?;]/u,
    },
    { why: 'no space before a colon', pattern: /(?:\p{L}|[})]|[ \u202f]):(?![/\d])/u },
    { why: 'no space inside the quotes', pattern: /«[^\u00a0]|[^\u00a0]»/u },
  ],
};

describe.each(['de', 'fr'])('the words in %s', (language) => {
  it('are set as a printer there sets them', () => {
    expect(faultsOf(language, texts(language))).toEqual(nothingWrong);
  });
});

describe('typography', () => {
  it.each([
    ['de', 'Er sagt ”ja“'],
    ['de', '„Ja'],
    ['de', 'Wirklich ?'],
    ['de', '100 %'],
    ['fr', 'Vraiment ?'],
    ['fr', 'Vraiment?'],
    ['fr', '{amount} ?'],
    ['fr', 'Voici: {name}'],
    ['fr', '« oui »'],
    ['fr', "C'est fait"],
  ])('is caught: %s, %s', (language, text) => {
    expect(faultsOf(language, [['planted', text]])).not.toEqual(nothingWrong);
  });
});

interface Fault {
  readonly why: string;
  readonly pattern: RegExp;
}

function faultsOf(language: string, said: readonly (readonly [string, string])[]): string[] {
  return said.flatMap(([key, text]) =>
    (faults[language] ?? [])
      .filter(({ pattern }) => pattern.test(text))
      .map(({ why }) => `${key}: ${why}: ${text}`),
  );
}

// Words to search by are no sentences.
function texts(language: string): (readonly [string, string])[] {
  return (
    [...readMessages(language).values()]
      .filter(({ key }) => !/^help_\w+_words$/.test(key))
      // What a letter says in the language of whoever gets it is of every language at once.
      .filter(
        ({ variants }) =>
          !variants.some(({ conditions }) => conditions.some(({ fact }) => fact === 'language')),
      )
      .flatMap(({ key, variants }) => variants.map(({ text }) => [key, text] as const))
  );
}
