import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withAsciiDigits } from '#lib/ascii-digits.ts';

it.each([
  ['Arabic', '٠١٢٣٤٥٦٧٨٩'],
  ['Persian', '۰۱۲۳۴۵۶۷۸۹'],
  ['Devanagari', '०१२३४५६७८९'],
  ['Thai', '๐๑๒๓๔๕๖๗๘๙'],
  ['fullwidth', '０１２３４５６７８９'],
  ['mathematical', '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'],
  ['Tibetan', '༠༡༢༣༤༥༦༧༨༩'],
  ['our own', '0123456789'],
])('%s digits are read', (_script, digits) => {
  expect(withAsciiDigits(`no ${digits}.`)).toBe('no 0123456789.');
});

it('every row of ten digits that is known here is read as 0 to 9', () => {
  const known = Array.from({ length: 0x110000 }, (_, place) => String.fromCodePoint(place)).filter(
    (letter) => /\p{Decimal_Number}/u.test(letter),
  );
  const read = known.map(withAsciiDigits).join('');
  expect(read).toBe('0123456789'.repeat(known.length / 10));
});

it('every digit of every script becomes one, and all else stays', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = withAsciiDigits(text);
      expect(read).not.toMatch(/(?![0-9])\p{Decimal_Number}/u);
      expect(read.replace(/[0-9]/g, '')).toBe(text.replace(/\p{Decimal_Number}/gu, ''));
    }),
    { numRuns: 1000 },
  );
});
