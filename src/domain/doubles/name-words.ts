// When two words of names are the same word: written with other letters for the same sound, with a
// slip of the finger, or as the short form of a first name.

import { nameFamilies } from '#domain/customers/name-variants.ts';
import { normalizeText } from '#lib/normalize-text.ts';
import { foreignShortNames } from './foreign-short-names.ts';

/** Words at least this much alike are one, slips included (Jaro and Winkler's measure). */
const minLikeness = 0.92;

/** A word shorter than this is another word when one letter differs: Jon is not Joe. */
const minCompared = 4;

const spellings: readonly (readonly [RegExp, string])[] = [
  [/ph/gu, 'f'],
  [/ck/gu, 'k'],
  [/dt/gu, 't'],
  [/tz/gu, 'z'],
  [/y/gu, 'i'],
  [/ae/gu, 'a'],
  [/oe/gu, 'o'],
  [/ue/gu, 'u'],
  [/(.)\1/gu, '$1'],
];

/** `word` as it sounds: Mueller and Müller, Philipp and Filip are one. */
export function soundOf(word: string): string {
  let sound = normalizeText(word);
  for (const [pattern, letter] of spellings) sound = sound.replace(pattern, letter);
  return sound;
}

/** Whether two words, as they sound, are the same but for a slip. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < minCompared) return false;
  return likenessOf(a, b) >= minLikeness;
}

/** Whether two first names may be one: the same word, or the short form of it. */
export function isSameFirstName(a: string, b: string): boolean {
  return isSameWord(a, b) || familiesOf(a).some((family) => familiesOf(b).includes(family));
}

/** The families of short forms that a first name, as it sounds, belongs to. */
export function familiesOf(first: string): readonly string[] {
  return families.get(first) ?? none;
}

const none: readonly string[] = [];

const families = buildFamilies();

function buildFamilies(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const names of [...nameFamilies, ...foreignShortNames]) {
    const family = names.join(' ');
    for (const sound of new Set(names.map(soundOf)))
      found.set(sound, [...(found.get(sound) ?? []), family]);
  }
  return found;
}

/** How much two words are alike, 0 to 1 (Winkler 1990): letters in common, the beginning more. */
export function likenessOf(a: string, b: string): number {
  const range = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const matched: string[] = [];
  for (let at = 0; at < a.length; at += 1) {
    for (let other = Math.max(0, at - range); other <= at + range && other < b.length; other += 1) {
      if (taken.has(other) || a[at] !== b[other]) continue;
      taken.add(other);
      matched.push(b[other] ?? '');
      break;
    }
  }
  if (matched.length === 0) return 0;
  const inOrder = [...taken].toSorted((one, two) => one - two).map((at) => b[at]);
  const moved = matched.filter((letter, at) => letter !== inOrder[at]).length / 2;
  const { length } = matched;
  const jaro = (length / a.length + length / b.length + (length - moved) / length) / 3;
  return jaro + commonStart(a, b) * 0.1 * (1 - jaro);
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < 4 && a[at] !== undefined && a[at] === b[at]) at += 1;
  return at;
}
