// What one character is, as far as it says whether bytes were read in the right way.

import type { Script } from './alphabets.ts';

export interface LetterClass {
  readonly script: Script | null;
  readonly kind:
    | 'letter'
    | 'mark'
    | 'wide'
    | 'opening-quote'
    | 'quote'
    | 'apostrophe'
    | 'sign'
    | 'nonsense';
  readonly letterCase: 'upper' | 'lower' | null;
}

const scripts: readonly (readonly [Script, RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['half-kana', /[\uFF66-\uFF9F]/u],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u],
  ['han', /[\p{Script=Han}々]/u],
  ['hangul', /[\uAC00-\uD7A3]/u],
];

// Ordinals and the micro sign are letters to Unicode; in a list they are signs.
const signLike = /[ªºµƒ]/u;
const nonsense = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}\uFFFD]/u;
const wide = /[\u3000-\u303F\u30FB\uFF01-\uFF65]/u;

/** The class of `char`, one code point. */
export function letterClassOf(char: string): LetterClass {
  const known = classes.get(char);
  if (known !== undefined) return known;
  const found = classify(char);
  classes.set(char, found);
  return found;
}

const classes = new Map<string, LetterClass>();

function classify(char: string): LetterClass {
  const script = /\p{L}/u.test(char) && !signLike.test(char) ? scriptOf(char) : null;
  if (script === null) return { script, kind: kindOfSign(char), letterCase: null };
  const isUpper = char !== char.toLowerCase();
  const isLower = char !== char.toUpperCase() || char === 'ß' || char === 'ı';
  const letterCase = isUpper ? 'upper' : isLower ? 'lower' : null;
  return { script, kind: 'letter', letterCase };
}

function scriptOf(char: string): Script | null {
  return scripts.find(([, pattern]) => pattern.test(char))?.[0] ?? null;
}

function kindOfSign(char: string): LetterClass['kind'] {
  if (nonsense.test(char)) return 'nonsense';
  if (/\p{M}/u.test(char)) return 'mark';
  if (wide.test(char)) return 'wide';
  if (/[’´ʼ·]/u.test(char)) return 'apostrophe';
  if (/[“‘„«]/u.test(char)) return 'opening-quote';
  return /[”»–—…\u00A0ªº]/u.test(char) ? 'quote' : 'sign';
}
