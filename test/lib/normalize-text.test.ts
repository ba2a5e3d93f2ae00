import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeText, normalizedWords } from '#lib/normalize-text.ts';

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
