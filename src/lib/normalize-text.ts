// Text for searching: case, accents and special letters do not matter. Must never remove what tells
// names apart: the vowel signs of राम and रमा are marks as the accents of é are.

// Unicode NFD does not split these letters into a base letter and a mark.
const letterTable: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ς: 'σ',
};
const tableLetters = new RegExp(`[${Object.keys(letterTable).join('')}]`, 'gu');
const accented = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mark}+/gu;
const ascii = /^[\0-\x7f]*$/u;

/**
 * `text` in small letters, those of Latin, Greek and Cyrillic without accents: "Żaneta Łoś" becomes
 * "zaneta los". Idempotent.
 */
export function normalizeText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  // In capitals first: small letters alone leave ı and ﬁ as they are.
  return withoutAccents(withoutAccents(text).toUpperCase().toLowerCase())
    .replace(tableLetters, (letter) => letterTable[letter] ?? letter)
    .normalize('NFC');
}

/** The normalized words of `text`, split at all but letters and digits; "O'Brien" is one word. */
export function normalizedWords(text: string): readonly string[] {
  return normalizeText(text).replace(/['’ʼ]/gu, '').match(word) ?? [];
}

// Marks belong to the letter before them.
const word = /[\p{Letter}\p{Number}][\p{Letter}\p{Number}\p{Mark}]*/gu;

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(accented, '$1');
}
