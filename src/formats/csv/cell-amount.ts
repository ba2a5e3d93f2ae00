// Parses money to whole minor units, digit by digit, never with floats: 0.29 × 100 is not 29.

import { maxAmount } from '#domain/shop/money.ts';

/** The decimal sign of one column, or null when its amounts do not show it. */
export type DecimalSign = '.' | ',' | null;

// A currency's sign or code, spaces, and the apostrophes that group thousands in Switzerland.
const decoration = /\p{Letter}{1,4}\.?|[\p{Sc}\s'’`]/gu;
const wordsInside = /\p{Letter}{5}|\d\s*\p{Letter}+\s*\d/u;
const digitsOnly = /^\d+$/u;
const shape = /^\d[\d.,]*$|^[.,]\d+$/u;
const groups = /^\d{0,3}(?:[.,]\d{2,3})*[.,]\d{3}$/u;

/** The decimal sign that the amounts show: before one or two last digits, or after another sign. */
export function decimalSignOf(cells: readonly string[]): DecimalSign {
  const signs = cells.map((cell) => signIn(bareOf(cell).digits));
  const dots = signs.filter((sign) => sign === '.').length;
  const commas = signs.filter((sign) => sign === ',').length;
  if (dots === 0 && commas === 0) return null;
  return commas > dots ? ',' : '.';
}

/** Minor units of `$1,240.00`, `-£0.95`, `18,40`, `1.240,50` or `(3.00)`; undefined if none. */
export function amountOf(cell: string, sign: DecimalSign, digits: number): number | undefined {
  const bare = bareOf(cell);
  if (!shape.test(bare.digits) || wordsInside.test(cell)) return undefined;
  const decimal = signIn(bare.digits) ?? loneSign(bare.digits, sign ?? (digits === 3 ? '.' : null));
  const at = decimal === null ? bare.digits.length : bare.digits.lastIndexOf(decimal);
  const units = unitsOf(bare.digits.slice(0, at), bare.digits.slice(at + 1), digits);
  if (units === undefined || units > maxAmount) return undefined;
  return bare.negative && units !== 0 ? -units : units;
}

function unitsOf(whole: string, fraction: string, digits: number): number | undefined {
  if (fraction !== '' && !digitsOnly.test(fraction)) return undefined;
  if (whole !== '' && !digitsOnly.test(whole) && !groups.test(whole)) return undefined;
  const minor = fraction.slice(0, digits).padEnd(digits, '0');
  const rounding = (fraction[digits] ?? '0') >= '5' ? 1 : 0;
  const units = Number(`${whole.replace(/[.,]/gu, '')}${minor}`) + rounding;
  return Number.isSafeInteger(units) ? units : undefined;
}

// Three digits after a sign are thousands, unless the column shows that it is the decimal sign.
function loneSign(digits: string, sign: DecimalSign): DecimalSign {
  if (sign === null || !digits.includes(sign) || digits.indexOf(sign) !== digits.lastIndexOf(sign))
    return null;
  return /[.,].*[.,]/u.test(digits) ? null : sign;
}

function signIn(digits: string): DecimalSign {
  const dot = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (dot !== -1 && comma !== -1) return dot > comma ? '.' : ',';
  const sign = dot !== -1 ? '.' : ',';
  const at = Math.max(dot, comma);
  if (at === -1 || digits.indexOf(sign) !== at) return null;
  const behind = digits.length - at - 1;
  if (behind === 3) return /^0*$/u.test(digits.slice(0, at)) ? sign : null;
  return behind === 0 ? null : sign;
}

function bareOf(cell: string): { readonly digits: string; readonly negative: boolean } {
  const text = cell.replace(decoration, '').replaceAll('\u2212', '-');
  const negative = /^-|[^.]-$|^\(.*\)$/u.test(text);
  return {
    digits: text.replace(/^[-+(]+|[-+)]+$/gu, '').replace(/^[.,](?=.*[.,])|[.,]$|\.-$/u, ''),
    negative,
  };
}
