// Recognises somebody erased in a later list, without keeping who they were. A mark is a salted
// hash of one thing that told them apart. It is less than the thing itself, and no secret: whoever
// holds the shop's copy can try a name against it, or all phone numbers of a country.

import { normalizedWords } from '#lib/normalize-text.ts';
import { phoneKey } from './phone-number.ts';

/** What tells a person of a list, or of a card, from others. */
export interface PersonSigns {
  readonly name: string;
  /** Further whole names of theirs. */
  readonly alsoCalled?: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** The customer number, or null. */
  readonly number: string | null;
}

/** A hash in hex that differs from shop to shop. */
export type MarkHash = (text: string) => string;

/** The first letter of a mark: name, customer number, phone, email. */
const kinds = ['n', 'c', 'p', 'e'] as const;

type MarkKind = (typeof kinds)[number];

/** 80 bits: two people of a million share a mark in one shop of 10¹². */
const markLength = 20;

/** The marks of the cards or lines of one person, without repeats and in order. */
export function marksOf(signs: readonly PersonSigns[], hash: MarkHash): readonly string[] {
  const values = signs.flatMap((each) => kinds.flatMap((kind) => valuesOf(each, kind)));
  const marks = values.map(([kind, value]) => kind + hash(`${kind} ${value}`).slice(0, markLength));
  return [...new Set(marks)].toSorted();
}

/**
 * Whether a person with the marks `listed` is the one who left `erased`. The same name, and a
 * number, phone or mail that agrees; the same name alone, where none of them speaks against it;
 * another name only when two of them agree; no name when one agrees and none differs.
 */
export function isSamePerson(listed: readonly string[], erased: readonly string[]): boolean {
  const agreement = (kind: MarkKind): Agreement => agreementOf(kind, listed, erased);
  const others = kinds.filter((kind) => kind !== 'n').map(agreement);
  const agreeing = others.filter((each) => each === 'same').length;
  const isContradicted = others.includes('different');
  const name = agreement('n');
  if (name === 'same') return agreeing > 0 || !isContradicted;
  return name === 'different' ? agreeing > 1 : agreeing > 0 && !isContradicted;
}

type Agreement = 'same' | 'different' | 'unknown';

function agreementOf(
  kind: MarkKind,
  listed: readonly string[],
  erased: readonly string[],
): Agreement {
  const [ours, theirs] = [listed, erased].map((marks) =>
    marks.filter((mark) => mark.startsWith(kind)),
  );
  if (ours === undefined || theirs === undefined) return 'unknown';
  if (ours.length === 0 || theirs.length === 0) return 'unknown';
  return ours.some((mark) => theirs.includes(mark)) ? 'same' : 'different';
}

function valuesOf(signs: PersonSigns, kind: MarkKind): readonly (readonly [MarkKind, string])[] {
  const values = normalizedBy[kind](signs).filter((value) => value !== '');
  return values.map((value) => [kind, value] as const);
}

const normalizedBy: Readonly<Record<MarkKind, (signs: PersonSigns) => readonly string[]>> = {
  n: ({ name, alsoCalled = [] }) => [nameKey(name), ...alsoCalled.map(nameKey).filter(isWholeName)],
  c: ({ number }) => [number?.trim().toLowerCase() ?? ''],
  p: ({ phones }) => phones.map(phoneKey).filter((key) => /^\d{7,}$/u.test(key)),
  e: ({ emails }) => emails.map((email) => email.trim().toLowerCase()),
};

// Whichever name comes first. One without letters is a number that a till put there.
function nameKey(name: string): string {
  const key = normalizedWords(name).toSorted().join(' ');
  return /\p{Letter}/u.test(key) ? key : '';
}

function isWholeName(key: string): boolean {
  return key.includes(' ');
}
