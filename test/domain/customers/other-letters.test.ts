import { describe, expect, it } from 'vitest';
import { otherLettersIn } from '#domain/customers/other-letters.ts';

describe('the letters of people whose names are not Latin', () => {
  it('are none in a shop of Latin names, whatever marks these have', () => {
    expect(otherLettersIn(['Żaneta Łoś', 'O’Brien', 'Søren', 'Tom & Al', '12'])).toEqual([]);
  });

  it.each([
    [
      ['Ольга', 'Олег', 'Tom'],
      ['А', 'Г', 'Е', 'Л', 'О', 'Ь'],
    ],
    [
      ['Μαρία', 'Νίκος'],
      ['Α', 'Ι', 'Κ', 'Μ', 'Ν', 'Ο', 'Ρ', 'Σ'],
    ],
    [['דוד'], ['ד', 'ו']],
    [['राम'], ['म', 'र']],
    [
      ['Ольга', 'דוד'],
      ['А', 'Г', 'Л', 'О', 'Ь', 'ד', 'ו'],
    ],
  ])('stand in the order of their alphabets: %j', (names, letters) => {
    expect(otherLettersIn(names)).toEqual(letters);
  });

  it('are the most frequent ones where there are more than keys', () => {
    const alphabet = Array.from({ length: 32 }, (_, index) => String.fromCodePoint(0x430 + index));
    const often = [...alphabet, ...alphabet.slice(0, 26)];
    const letters = otherLettersIn(often);
    expect(letters).toHaveLength(26);
    expect(letters).toContain('А');
    expect(letters).not.toContain('Я');
  });
});
