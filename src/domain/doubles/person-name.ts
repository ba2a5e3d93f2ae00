// What a shop's way of writing a name says: "Mrs Khan" a title and a surname, "Tom R." a first name
// and the beginning of a surname, "Reid, Elizabeth" both.

import { normalizeText, normalizedWords } from '#lib/normalize-text.ts';
import { isSameFirstName, isSameWord, soundOf } from './name-words.ts';

export interface PersonName {
  /** 'm' and 'f' for Mr and Mrs in three languages; null where no title says. */
  readonly title: 'm' | 'f' | null;
  /** The first names as they sound; none where only the surname is known. */
  readonly firsts: readonly string[];
  /** The surname as it sounds, or null. */
  readonly last: string | null;
  /** The letter a surname begins with, where it is all that is known. */
  readonly initial: string | null;
}

const titles: Readonly<Record<string, 'm' | 'f' | 'any'>> = {
  mr: 'm',
  mister: 'm',
  herr: 'm',
  hr: 'm',
  monsieur: 'm',
  mrs: 'f',
  ms: 'f',
  miss: 'f',
  frau: 'f',
  fr: 'f',
  madame: 'f',
  mme: 'f',
  mademoiselle: 'f',
  mlle: 'f',
  dr: 'any',
  prof: 'any',
};

/** Small words before a surname, which belong to it. */
const particles = new Set(['von', 'van', 'der', 'den', 'de', 'du', 'la', 'le', 'di', 'zu', 'zum']);

export function personNameOf(name: string): PersonName {
  const turned = name.includes(',') ? name.split(',').toReversed().join(' ') : name;
  const all = normalizedWords(turned);
  const words = all.filter((word) => titles[word] === undefined);
  const title = all.map((word) => titles[word]).find((each) => each === 'm' || each === 'f');
  const hasTitle = words.length < all.length;
  const start = surnameStart(words);
  const tail = words.slice(start).join('');
  const isInitial = words.length > 1 && tail.length === 1;
  if (words.length <= 1) {
    const only = words.map(soundOf);
    return {
      title: title ?? null,
      firsts: hasTitle ? [] : only,
      last: hasTitle ? (only[0] ?? null) : null,
      initial: null,
    };
  }
  return {
    title: title ?? null,
    firsts: words.slice(0, start).map(soundOf),
    last: isInitial ? null : soundOf(tail),
    initial: isInitial ? normalizeText(tail) : null,
  };
}

/** Where the surname begins: small words before it belong to it. */
export function surnameStart(words: readonly string[]): number {
  let start = words.length - 1;
  while (start > 1 && particles.has(words[start - 1] ?? '')) start -= 1;
  return start;
}

export type Agreement = 'same' | 'different' | 'unknown';

/** Whether the first names are one; a second one counts where both have it. */
export function firstNamesAgree(a: PersonName, b: PersonName): Agreement {
  const [ours, theirs] = [a.firsts[0], b.firsts[0]];
  if (ours === undefined || theirs === undefined) return 'unknown';
  if (isSameWord(a.firsts.join(''), b.firsts.join(''))) return 'same';
  if (!isSameFirstName(ours, theirs) && !isInitialOf(ours, theirs)) return 'different';
  const [second, other] = [a.firsts[1], b.firsts[1]];
  if (second === undefined || other === undefined) return 'same';
  return isSameFirstName(second, other) || isInitialOf(second, other) ? 'same' : 'different';
}

/** Whether the surnames are one; an initial agrees with what it begins. */
export function lastNamesAgree(a: PersonName, b: PersonName): Agreement {
  if (a.last !== null && b.last !== null) return isSameWord(a.last, b.last) ? 'same' : 'different';
  const [ours, theirs] = [startOf(a), startOf(b)];
  if (ours === null || theirs === null) return 'unknown';
  return ours === theirs ? 'unknown' : 'different';
}

/**
 * Whether two names that are not both whole are written alike: "Tom R." and "Tom Reid", "Mrs Khan"
 * twice. "Mrs Khan" and "Amina Khan" may be mother and daughter.
 */
export function isShortFor(a: PersonName, b: PersonName): boolean {
  const [first, last] = [firstNamesAgree(a, b), lastNamesAgree(a, b)];
  if (first === 'same') return last !== 'different';
  return first === 'unknown' && last === 'same' && a.title === b.title && areTitled(a, b);
}

function areTitled(a: PersonName, b: PersonName): boolean {
  return a.firsts.length === 0 && b.firsts.length === 0;
}

/** `name` with first and last name in the other places: some lists write them so. */
export function turnedName(name: PersonName): PersonName | null {
  const [first] = name.firsts;
  if (first === undefined || name.last === null || name.firsts.length !== 1) return null;
  return { ...name, firsts: [name.last], last: first };
}

export function haveOtherTitles(a: PersonName, b: PersonName): boolean {
  return a.title !== null && b.title !== null && a.title !== b.title;
}

function startOf({ last, initial }: PersonName): string | null {
  return last === null ? initial : last.slice(0, 1);
}

function isInitialOf(a: string, b: string): boolean {
  return (a.length === 1 || b.length === 1) && a[0] === b[0];
}
