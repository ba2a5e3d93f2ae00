// Guesses what a column means by its cells alone, where its heading says nothing.

import type { ColumnMeaning } from '#domain/import/column-meaning.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { amountOf } from '../cells/cell-amount.ts';
import { dateTimeOf, isNoDay } from '../cells/cell-day.ts';
import { minuteOf } from '../cells/cell-minute.ts';
import { isEmail, isPhone, textOf } from '../cells/cell-text.ts';

const code = /^[\p{Letter}]{0,3}[-#]?\d[\d-]*$/u;
const mostShare = 0.8;
// Few visits are older than the app's own trade; few customers are younger than this.
const yearsOfBirthdays = 12;
const daysPerYear = 365.25;

/** What the cells probably are; `skip` when nothing speaks for anything. */
export function meaningByContent(cells: readonly string[], today: Day): ColumnMeaning {
  const texts = cells.map(textOf).filter((text) => text !== '' && !isNoDay(text));
  if (texts.length === 0) return 'skip';
  const mostly = (test: (text: string) => boolean): boolean =>
    texts.filter(test).length >= texts.length * mostShare;
  if (mostly((text) => dayIn(text, today) !== undefined))
    return areBirthdays(texts, today) ? 'birthday' : 'visit-day';
  if (mostly(isEmail)) return 'email';
  if (mostly((text) => minuteOf(text) !== undefined && /[:h]/u.test(text))) return 'visit-time';
  if (mostly((text) => isPhone(text) && !/[.,]\d{1,2}$/u.test(text))) return 'phone';
  if (mostly((text) => /[.,]\d{1,2}\D*$/u.test(text) && amountOf(text, null, 2) !== undefined))
    return 'amount';
  if (mostly((text) => code.test(text))) return 'customer-number';
  return mostly((text) => /\p{Letter}/u.test(text)) ? 'name' : 'skip';
}

/** Whether a cell is a day, an amount, a number, a phone number or an address: no heading. */
export function isData(cell: string, today: Day): boolean {
  const text = textOf(cell);
  if (text === '') return false;
  if (isEmail(text) || isPhone(text) || /^[\d.,\s+-]+$/u.test(text)) return true;
  if (amountOf(text, null, 2) !== undefined) return true;
  return /\d/u.test(text) && dayIn(text, today) !== undefined;
}

/** Whether all cells are codes such as "C-1002": numbers of customers, not names. */
export function areCodes(cells: readonly string[]): boolean {
  const texts = cells.map(textOf).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => code.test(text));
}

function areBirthdays(texts: readonly string[], today: Day): boolean {
  const limit = dayNumber(today) - yearsOfBirthdays * daysPerYear;
  const old = texts.filter((text) => {
    const day = dayIn(text, today);
    return day !== undefined && dayNumber(day) < limit;
  });
  return old.length >= texts.length / 2;
}

function dayIn(text: string, today: Day): Day | undefined {
  if (!/\D/u.test(text)) return undefined;
  for (const order of ['day-first', 'month-first'] as const) {
    const time = dateTimeOf(text, { order, today });
    if (time?.kind === 'wall') return time.day;
    if (time?.kind === 'instant') return today;
  }
  return undefined;
}
