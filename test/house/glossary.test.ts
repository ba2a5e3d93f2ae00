import { describe, expect, it } from 'vitest';
import { readMessages } from '../../scripts/words/languages.ts';
import type { Message } from '../../scripts/words/message.ts';
import { textOf } from './files.ts';

const english = readMessages('en');

describe.each(['de', 'fr'])('the words in %s', (language) => {
  const { forms, forbidden, ofPeople } = glossaryOf(language);
  const own = ownWords(language);

  it('call the things of the shop by one name each', () => {
    const strange = [...own.values()].flatMap((message) =>
      strangeTerms(english.get(message.key), message, forms),
    );
    expect(strange).toEqual([]);
  });

  it('hold no word that ranks a person, sells a gift or knows a gender', () => {
    const found = [...own.values()].flatMap(({ key, variants }) => {
      const patterns = [...forbidden, ...(aboutPeople.test(key) ? ofPeople : [])];
      return variants
        .filter(({ text }) => patterns.some((pattern) => new RegExp(pattern, 'u').test(text)))
        .map(({ text }) => `${key}: ${text}`);
    });
    expect(found).toEqual([]);
  });

  it('do not say in figures what English does not', () => {
    const strange = [...own.values()]
      .filter(({ key }) => !key.startsWith('format_'))
      .filter(({ key, variants }) => {
        const known = new Set(english.get(key)?.variants.flatMap(({ text }) => figuresIn(text)));
        return variants.some(({ text }) => figuresIn(text).some((each) => !known.has(each)));
      });
    expect(strange.map(({ key }) => key)).toEqual([]);
  });

  it('ask where English asks, and say as many sentences where it warns', () => {
    const strange = [...own.values()].filter((message) => {
      const last = (each?: Message) => each?.variants.at(-1)?.text ?? '';
      const [said, meant] = [last(message), last(english.get(message.key))];
      const asks = (text: string) => /\?\W*$/u.test(text);
      if (asks(said) !== asks(meant)) return true;
      return (
        /problem|closed|storage|crash/.test(message.key) && sentences(said) !== sentences(meant)
      );
    });
    expect(strange.map(({ key }) => key)).toEqual([]);
  });
});

interface Glossary {
  /** Forms that an English term may take; both are patterns. */
  readonly forms: Readonly<Record<string, readonly string[]>>;
  readonly forbidden: readonly string[];
  /** What must not be said of a person; a backup may be a she. */
  readonly ofPeople: readonly string[];
}

const aboutPeople =
  /^(?:counter|customer|exclusions|hints|insights|offers|people|reasons|segments|week)_/;

/** What a letter says in the language of whoever gets it is of every language at once. */
function ownWords(language: string): ReadonlyMap<string, Message> {
  const all = [...readMessages(language)].filter(
    ([, { variants }]) =>
      !variants.some(({ conditions }) => conditions.some(({ fact }) => fact === 'language')),
  );
  return new Map(all);
}

function glossaryOf(language: string): Glossary {
  return JSON.parse(textOf(`src/i18n/glossary/${language}.json`));
}

/** The terms of an English message that its translation says in a form of its own. */
function strangeTerms(
  base: Message | undefined,
  { key, variants }: Message,
  forms: Glossary['forms'],
): string[] {
  const meant = (base?.variants.at(-1)?.text ?? '').replaceAll(/\{\w+\}/g, '');
  const said = variants.at(-1)?.text ?? '';
  return Object.entries(forms)
    .filter(([term]) =>
      new RegExp(String.raw`(?<![\p{L}-])(?:${term})(?![\p{L}-])`, 'u').test(meant),
    )
    .filter(([, allowed]) => !allowed.some((form) => new RegExp(form, 'u').test(said)))
    .map(([term]) => `${key}: ${term} → ${said}`);
}

function figuresIn(text: string): string[] {
  return text.replaceAll(/(?<=\d)[ \u00a0,.](?=\d{3})/gu, '').match(/\d+/gu) ?? [];
}

function sentences(text: string): number {
  return text.match(/[.!?](?=\s|$)/gu)?.length ?? 0;
}
