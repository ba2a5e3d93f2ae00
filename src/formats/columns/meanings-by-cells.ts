// Corrects what a heading seems to say by what stands below it: yes and no below "Marketing
// emails", times below "Start".

import { amountOf } from '../cells/cell-amount.ts';
import { isNoDay } from '../cells/cell-day.ts';
import { flagOf, permissionOf } from '../cells/cell-flag.ts';
import { minuteOf } from '../cells/cell-minute.ts';
import { textOf } from '../cells/cell-text.ts';
import { rejectedAs } from '../cells/row-words.ts';
import type { HeadingMeaning } from './heading-meaning.ts';
import { foldedHeading } from './headings.ts';
import type { SampledColumn } from './money-columns.ts';

type Meanings = readonly (HeadingMeaning | undefined)[];

/** `named`, what the headings say, where the cells do not speak against it. */
export function meaningsByCells(columns: readonly SampledColumn[], named: Meanings): Meanings {
  const checked = named.map((meaning, index) => {
    const texts = textsOf(columns[index]);
    return meaning === undefined || texts.length === 0
      ? meaning
      : byCells(meaning, texts, columns[index]);
  });
  return withPartsOfNames(columns, checked);
}

function byCells(
  meaning: HeadingMeaning,
  texts: readonly string[],
  { heading, cells }: SampledColumn = { heading: '', cells: [] },
): HeadingMeaning {
  if (meaning === 'email' || meaning === 'phone')
    return texts.every(saysMay) ? permissions[meaning] : meaning;
  if (meaning === 'visit-day') return areTimes(texts, heading) ? 'visit-time' : meaning;
  // "Card" may be what was paid by it.
  if (meaning === 'customer-number') return texts.every(isMoney) ? 'skip' : meaning;
  return meaning === 'cancelled' ? ofCancelled(texts, { heading, cells }) : meaning;
}

function ofCancelled(texts: readonly string[], { heading, cells }: SampledColumn): HeadingMeaning {
  if (texts.every(isMoney) && rejectedAs(heading) === 'refund') return 'amount-minus';
  // No till cancels most of its sales.
  return texts.some(isProse) && texts.length * 2 > cells.length ? 'skip' : 'cancelled';
}

const permissions = { email: 'may-email', phone: 'may-phone' } as const;

function isProse(text: string): boolean {
  return flagOf(text) === null && !isNoDay(text) && !/\d/u.test(text);
}

// "Maria" under Name and "Bosco" under Surname are one name, and so are "Bosco" under Name and
// "Maria" under First name; but "Maria Bosco" may stand beside "Maria".
function withPartsOfNames(columns: readonly SampledColumn[], named: Meanings): Meanings {
  const [first, last] = [named.includes('first-name'), named.includes('last-name')];
  if (first === last) return named;
  const names = columns[named.indexOf('name')]?.cells ?? [];
  const parts = columns[named.indexOf(first ? 'first-name' : 'last-name')]?.cells ?? [];
  const pairs = names
    .map((name, row) => ({ name: name.trim(), part: (parts[row] ?? '').trim() }))
    .filter(({ name, part }) => name !== '' && part !== '');
  const whole = pairs.filter(({ name, part }) => name.toLowerCase().includes(part.toLowerCase()));
  if (first && (pairs.length === 0 || whole.length * 2 > pairs.length)) return named;
  return named.map((meaning) =>
    meaning === 'name' ? (first ? 'last-name' : 'first-name') : meaning,
  );
}

function textsOf(column: SampledColumn | undefined): readonly string[] {
  return column?.cells.map(textOf).filter((text) => text !== '') ?? [];
}

function saysMay(text: string): boolean {
  return permissionOf(text) !== null;
}

const timeHeading = /time|zeit|uhr|heure|hora|\bora\b|tijd|\btid\b|godzina|время|時/u;

function areTimes(texts: readonly string[], heading: string): boolean {
  const isNamedTime = timeHeading.test(foldedHeading(heading));
  return texts.every((text) => isTime(text, isNamedTime));
}

function isTime(text: string, isNamedTime: boolean): boolean {
  if (isNamedTime && /^\d{3,6}$/u.test(text)) return minuteOf(text) !== undefined;
  return /^\D{0,3}\d{1,2}\s?(?:[:.h]|[ap]m|uhr)/iu.test(text) && minuteOf(text) !== undefined;
}

// "4.00", but not the 0 and 1 of a yes or no.
function isMoney(text: string): boolean {
  return /[.,]\d{2}\D*$/u.test(text) && amountOf(text, null, 2) !== undefined;
}
