// Letters as a hurried finger means them: case, accents and special letters do not matter when
// looking for a name.

// These letters do not fall apart into a base letter and a mark under Unicode NFD, so they need a
// table.
const letterTable: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
};
const marks = /\p{Mark}/gu;
const tableLetters = new RegExp(`[${Object.keys(letterTable).join('')}]`, 'gu');

/**
 * `text` in small letters without accents: "Żaneta Łoś" becomes "zaneta los". Folding twice changes
 * nothing.
 */
export function normalizeText(text: string): string {
  return text
    .normalize('NFD')
    .replace(marks, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(marks, '')
    .replace(tableLetters, (letter) => letterTable[letter] ?? letter)
    .normalize('NFC');
}

/**
 * The folded words of `text`: split at everything that is neither letter nor digit, apostrophes
 * dropped ("O'Brien" is one word).
 */
export function normalizedWords(text: string): readonly string[] {
  return normalizeText(text)
    .replace(/['’ʼ]/gu, '')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '');
}
