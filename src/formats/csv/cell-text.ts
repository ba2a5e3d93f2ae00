// Cleans the text of a cell from what spreadsheets and tills add. What it does not know stays as it
// is.

import { normalizeText } from '#lib/normalize-text.ts';

// Spreadsheets put a quote before these, so as not to run a formula or round a number.
const guarded = /^'(?=[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20\d])/u;
// Characters that change the text direction until a sign that may never come. Names do without: the
// browser finds their direction.
const turning = /[\u202A-\u202E\u2066-\u2069]/gu;
const listSign = ' ::: ';
const named = /^(.*?)<([^<>\s]+@[^<>\s]+)>$/u;
const mail = /^[^\s@<>]+@[^\s@<>]+$/u;
const phone = /^\+?[\d\s().\-/]{5,}$/u;
const monthDay = /^-{0,2}(\d{1,2})-(\d{1,2})$/u;

/** Greatest length of a name, a phone number and the like; a note may have `maxNoteLength`. */
export const maxTextLength = 200;
/** Greatest length of a note. */
export const maxNoteLength = 4000;

/** The cell's text, trimmed, without a guarding quote or direction characters. */
export function textOf(cell: string): string {
  return cell.replace(turning, '').trim().replace(guarded, '').trim();
}

/** The values of a cell that holds several, as Google writes them. */
function valuesOf(cell: string): readonly string[] {
  return textOf(cell)
    .split(listSign)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** The first address in `Mrs Khan <khan@example.org>` or `mailto:khan@example.org`; else empty. */
export function emailOf(cell: string): string {
  for (const value of valuesOf(cell)) {
    const address = (named.exec(value)?.[2] ?? value).replace(/^mailto:/iu, '').trim();
    if (mail.test(address)) return address;
  }
  return '';
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

/** The first phone number of a cell, as written. */
export function phoneOf(cell: string): string {
  return (valuesOf(cell)[0] ?? '').replace(/^tel:/iu, '').trim();
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

const refundWords = (
  'refund return erstattung ruckerstattung gutschrift remboursement ' +
  'avoir zwrot reembolso devolucion'
).split(' ');
const cancelledWords = (
  'cancel void fail declined abgebrochen storniert ' +
  'storno fehlgeschlagen annul anulowan anulad cancelad'
).split(' ');

/** Whether a receipt's type means a refund. */
export function isRefundWord(cell: string): boolean {
  return beginsWithOne(cell, refundWords);
}

/** Whether a receipt's status means that it was cancelled. */
export function isCancelledWord(cell: string): boolean {
  return beginsWithOne(cell, cancelledWords);
}

function beginsWithOne(cell: string, words: readonly string[]): boolean {
  const folded = normalizeText(textOf(cell));
  return words.some((word) => folded.startsWith(word));
}
