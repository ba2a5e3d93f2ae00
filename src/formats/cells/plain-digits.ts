// Digits and signs of other scripts as the ones that numbers are written with here.

// The zeros of Arabic, Persian, Devanagari, Bengali, Thai and the wide letters of East Asia.
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10] as const;
const foreign =
  /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0E50-\u0E59\uFF10-\uFF19]/gu;
const signs: Readonly<Record<string, string>> = {
  '\u066B': '.',
  '\u066C': ',',
  '\uFF0E': '.',
  '\uFF0C': ',',
  '\uFF1A': ':',
  '\uFF0F': '/',
  '\uFF0D': '-',
  '\u2212': '-',
};
const foreignSigns = new RegExp(`[${Object.keys(signs).join('')}]`, 'gu');
const wideSpaces = /[\u00A0\u2007\u2009\u202F\u3000]/gu;
const anyForeign = /[^\u0020-\u007E]/u;

/** `text` with Western digits, decimal signs and spaces: "١٨٫٤٠" is "18.40". */
export function withPlainDigits(text: string): string {
  if (!anyForeign.test(text)) return text;
  return text
    .replace(foreign, plainDigit)
    .replace(foreignSigns, (sign) => signs[sign] ?? sign)
    .replace(wideSpaces, ' ');
}

function plainDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = zeros.find((each) => code >= each && code < each + 10) ?? code;
  return String(code - zero);
}
