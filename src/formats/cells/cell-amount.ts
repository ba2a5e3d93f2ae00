// Parses money to whole minor units, digit by digit, never with floats: 0.29 × 100 is not 29.

import { maxAmount } from '#domain/shop/money.ts';
import { withPlainDigits } from './plain-digits.ts';

/** The decimal sign of one column, or null when its amounts do not show it. */
export type DecimalSign = '.' | ',' | null;

/** How many amounts of a column show each decimal sign. */
export interface DecimalEvidence {
  readonly dots: number;
  readonly commas: number;
}

// A currency's sign or code, spaces, and the apostrophes that group thousands in Switzerland.
const decoration = /\p{Letter}{1,4}\.?|[\p{Sc}\s'’`*]/gu;
const wordsInside = /\p{Letter}{5}|\d\s*\p{Letter}+\s*\d/u;
const digitsOnly = /^\d+$/u;
const shape = /^\d[\d.,]*$|^[.,]\d+$/u;
const groups = /^\d{0,3}(?:[.,]\d{2,3})*[.,]\d{3}$/u;
// "12,-", "12.--", "8,–" the Swedish "8:-" and the Indian "18/-": whole amounts as price tags have
// them.
const wholeSign = /[.,:/]\s*[-–—]{1,2}$/u;
// Swedish and Danish prices: "12:50".
const colonSign = /^([^:]*\d):(\d{2})(?!\d|:)/u;

/** `evidence` with one more amount: its sign before one or two last digits, or after another. */
export function withDecimalEvidence(evidence: DecimalEvidence, cell: string): DecimalEvidence {
  const sign = signIn(bareOf(cell).digits);
  if (sign === null) return evidence;
  return sign === '.'
    ? { ...evidence, dots: evidence.dots + 1 }
    : { ...evidence, commas: evidence.commas + 1 };
}

/** The decimal sign that the evidence shows. */
export function decimalSignFrom({ dots, commas }: DecimalEvidence): DecimalSign {
  if (dots === 0 && commas === 0) return null;
  return commas > dots ? ',' : '.';
}

/**
 * Minor units of `$1,240.00`, `-£0.95`, `18,40`, `1.240,50`, `12,-`, `CHF 1'240.00`, `7.50-`,
 * `(3.00)` or `١٨٫٤٠`; undefined if it is no amount.
 */
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
  const text = withPlainDigits(cell)
    .replace(decoration, '')
    .replace(wholeSign, '')
    .replace(colonSign, '$1,$2');
  const negative = /^-|^\(.*\)$|\d-$/u.test(text);
  return {
    digits: text.replace(/^[-+(]+|[-+)]+$/gu, '').replace(/^[.,](?=.*[.,])|[.,]$/u, ''),
    negative,
  };
}
