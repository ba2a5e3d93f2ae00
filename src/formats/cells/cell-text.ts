// Cleans the text of a cell from what spreadsheets and tills add. What it does not know stays as it
// is.

import { withPlainDigits } from './plain-digits.ts';

// Spreadsheets put a quote before these, so as not to run a formula or round a number.
const guarded = /^'(?=[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20\d])/u;
// Characters that change the text direction until a sign that may never come. Names do without: the
// browser finds their direction.
const turning = /[\u202A-\u202E\u2066-\u2069]/gu;
const listSign = ' ::: ';
const named = /^(.*?)<([^<>\s]+@[^<>\s]+)>$/u;
const mail = /^[^\s@<>]+@[^\s@<>]+$/u;
const phone = /^\+?[\d\s().\-–/]{5,}$/u;
const severalPhones = /\s*[;,|\n]\s*|\s+(?:\/|or|oder|ou|o|and|und|et)\s+/u;
const keptAsText = /^=\s*"(.*)"$/su;
const nothing = /^(?:[-–—]+|n\/a|#n\/a|null|nan|undefined|\(blank\)|\(none\))$/iu;
const monthDay = /^-{0,2}(\d{1,2})-(\d{1,2})$/u;

/** Greatest length of a name, a phone number and the like; a note may have `maxNoteLength`. */
export const maxTextLength = 200;
/** Greatest length of a note. */
export const maxNoteLength = 4000;

/**
 * The cell's text, trimmed, without a guarding quote, the `="…"` that keeps a zero, or direction
 * characters; empty for what only says that nothing is there, such as "n/a".
 */
export function textOf(cell: string): string {
  const text = cell.replace(turning, '').trim();
  const bare = (keptAsText.exec(text)?.[1]?.replaceAll('""', '"') ?? text)
    .trim()
    .replace(guarded, '')
    .trim();
  return nothing.test(bare) ? '' : bare;
}

/** The values of a cell that holds several, as Google writes them. */
function valuesOf(cell: string): readonly string[] {
  return textOf(cell)
    .split(listSign)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/**
 * The addresses in `Mrs Khan <khan@example.org>`, `mailto:khan@example.org` or `a@x.org; b@x.org`.
 */
export function emailsOf(cell: string): readonly string[] {
  return valuesOf(cell)
    .flatMap((value) => value.split(/[;,\s]+(?=[^\s@;,]+@)|[;,\n]+/u))
    .map((value) =>
      (named.exec(value)?.[2] ?? value).replace(/^<?(?:mailto:)?|[>.]$/giu, '').trim(),
    )
    .filter((value) => mail.test(value));
}

/** The name in a cell, without an address after it: `Mrs Khan <khan@example.org>` is "Mrs Khan". */
export function nameOf(cell: string): string {
  const text = textOf(cell).replace(/\s+/gu, ' ');
  const before = named
    .exec(text)?.[1]
    ?.trim()
    .replace(/^"(.*)"$/u, '$1');
  return before === undefined ? text : before;
}

/** The phone numbers of a cell, as written: `020 7555 0118 / 07700 900110` are two. */
export function phonesOf(cell: string): readonly string[] {
  return valuesOf(cell).flatMap((value) => {
    const parts = value.split(severalPhones).map(barePhone);
    return parts.length > 1 && parts.every(isPhone) ? parts : [barePhone(value)];
  });
}

function barePhone(text: string): string {
  return withPlainDigits(text)
    .replace(/^(?:tel|whatsapp):/iu, '')
    .trim();
}

/** Whether a spreadsheet rounded a long number: `7.1E+12`. Nothing of it can be trusted. */
export function isRounded(text: string): boolean {
  return /^[+-]?\d+(?:[.,]\d+)?E\+?\d+$/iu.test(text.trim());
}

/** Whether `text` is a phone number and not a name. */
export function isPhone(text: string): boolean {
  return phone.test(text) && text.replace(/\D/gu, '').length >= 6;
}

export function isEmail(text: string): boolean {
  return mail.test(text);
}

/** The month and day of a birthday without a year: `05-14` or `--05-14`; else undefined. */
export function monthDayParts(text: string): readonly [number, number] | undefined {
  const parts = monthDay.exec(text);
  return parts === null ? undefined : [Number(parts[1]), Number(parts[2])];
}

/** Labels separated by ` ::: ` or commas, without those that programs add. */
export function labelsOf(cell: string): readonly string[] {
  return valuesOf(cell)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '' && !value.startsWith('*'));
}
