import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { normalizeText, normalizedWords } from '#lib/normalize-text.ts';

const otherScripts = fc
  .constantFrom(0x0591, 0x0620, 0x0900, 0x0980, 0x0b80, 0x0e01, 0x3041)
  .chain((first) => fc.integer({ min: first, max: first + 0x58 }))
  .map((place) => String.fromCodePoint(place))
  .filter((letter) => /[\p{Letter}\p{Mark}]/u.test(letter));
const anyLetter = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
  .filter((text) => /^[\p{Letter}\p{Number}][\p{Letter}\p{Number}\p{Mark}]*$/u.test(text));

test.each([
  ['Żaneta Łoś', 'zaneta los'],
  ['Øystein', 'oystein'],
  ['Straße', 'strasse'],
  ['Æsa Œuvre', 'aesa oeuvre'],
  ['Işıl', 'isil'],
  ['İbrahim', 'ibrahim'],
  ['Đorđe', 'dorde'],
  ['Müller', 'muller'],
  ['Ærø', 'aero'],
  ['WEIẞ', 'weiss'],
  ['Νίκος', 'νικοσ'],
  ['ΝΊΚΟΣ', 'νικοσ'],
  ['Йосиф', 'иосиф'],
])('%s is found by typing %s', (name, typed) => {
  expect(normalizeText(name)).toBe(typed);
});

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(normalizeText(normalizeText(text))).toBe(normalizeText(text));
    }),
  );
});

describe('in scripts without accents', () => {
  it.each([
    ['राम', 'रमा'],
    ['สมใจ', 'สมใจ้'],
    ['דָן', 'דן'],
    ['مُحَمَّد', 'محمد'],
    ['かき', 'がき'],
    ['தமிழ்', 'தமழ'],
  ])('%s and %s stay two names', (one, other) => {
    expect(normalizeText(one)).not.toBe(normalizeText(other));
    expect(normalizedWords(one)).toEqual([normalizeText(one)]);
    expect(normalizedWords(other)).toEqual([normalizeText(other)]);
  });

  it('nothing is changed, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: otherScripts }), (text) => {
        expect(normalizeText(text)).toBe(text.normalize('NFC'));
      }),
    );
  });
});

test('no letter, digit or mark is lost between the words of a name', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.oneof(anyLetter, fc.constantFrom(' ', '-', '.')) }),
      (text) => {
        const kept = normalizeText(text).replace(/[ \-.'’ʼ]/gu, '');
        expect(normalizedWords(text).join('')).toBe(kept.replace(/^\p{Mark}+/u, ''));
      },
    ),
  );
});

test('capitals and accents of Latin, Greek and Cyrillic make no difference', () => {
  const letter = fc.constantFrom(...Array.from('aeznßøαωσγжиыö'));
  const accents = fc.string({ unit: fc.constantFrom('\u0301', '\u0308', '\u030C', '\u0323') });
  const letters = fc.array(fc.tuple(letter, accents, fc.boolean()));
  fc.assert(
    fc.property(letters, (name) => {
      const written = name.map(([base, marks, isCapital]) =>
        isCapital ? base.toUpperCase() + marks : base + marks,
      );
      const plain = name.map(([base]) => base).join('');
      expect(normalizeText(written.join(''))).toBe(normalizeText(plain));
    }),
  );
});

test('a name is split where a person would split it', () => {
  expect(normalizedWords("Mrs O’Brien-Smith, (Jean-Luc) d'Arc")).toEqual([
    'mrs',
    'obrien',
    'smith',
    'jean',
    'luc',
    'darc',
  ]);
  expect(normalizedWords('  ')).toEqual([]);
});
