// Text for searching: case, accents and special letters do not matter.

// Unicode NFD does not split these letters into a base letter and a mark.
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

/** `text` in small letters without accents: "Żaneta Łoś" becomes "zaneta los". Idempotent. */
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

/** The normalized words of `text`, split at all but letters and digits; "O'Brien" is one word. */
export function normalizedWords(text: string): readonly string[] {
  return normalizeText(text)
    .replace(/['’ʼ]/gu, '')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '');
}
