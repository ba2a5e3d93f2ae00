// Several people as one line on an envelope: "Mr and Mrs Khan", "A. and B. Khan".

import { surnameStart, lastNamesAgree, personNameOf } from '#domain/doubles/person-name.ts';
import { normalizeText } from '#lib/normalize-text.ts';

export interface SharedSurname {
  /** What stands before it for each: "Mrs", "A."; whole where two would look alike. */
  readonly firsts: readonly string[];
  readonly last: string;
}

/** Null when they have no surname in common, or nothing stands before it. */
export function sharedSurnameOf(names: readonly string[]): SharedSurname | null {
  const written = names.map(writtenName);
  const [first] = written;
  if (first === undefined || names.length < 2) return null;
  const isShared = names.every(
    (name) => lastNamesAgree(personNameOf(name), personNameOf(names[0] ?? '')) === 'same',
  );
  if (!isShared || written.some(({ firsts }) => firsts.length === 0)) return null;
  const short = written.map(({ firsts, isTitled }) =>
    isTitled ? firsts.join(' ') : `${firsts[0]?.charAt(0) ?? ''}.`,
  );
  const isClear = new Set(short).size === short.length;
  return {
    firsts: isClear ? short : written.map(({ firsts }) => firsts.join(' ')),
    last: first.last,
  };
}

interface WrittenName {
  readonly firsts: readonly string[];
  readonly last: string;
  readonly isTitled: boolean;
}

function writtenName(name: string): WrittenName {
  const words = name.trim().split(/\s+/u);
  const start = surnameStart(words.map(normalizeText));
  // A title alone stands for a first name, and one before it goes with it.
  const isTitled = personNameOf(words[0] ?? '').firsts.length === 0;
  return { firsts: words.slice(0, start), last: words.slice(start).join(' '), isTitled };
}
