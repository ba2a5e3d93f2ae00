// Who can be written to by post, and who cannot and why: nobody is silently left out.

import type { CustomerId } from '#domain/customers/customer.ts';
import { isPermitted } from '#domain/customers/permission.ts';
import type { RosterEntry, Roster } from '#app/customers/roster.ts';

/** Why there is no label for somebody. */
export type NoLetterReason = 'no-address' | 'no-post' | 'young' | 'died' | 'missing-letters';

export interface LetterPerson {
  readonly key: CustomerId;
  readonly name: string;
  /** The name for letters, then the address. */
  readonly lines: readonly string[];
}

export interface LetterPeople {
  readonly people: readonly LetterPerson[];
  readonly leftOut: readonly {
    readonly key: CustomerId;
    readonly name: string;
    readonly why: NoLetterReason;
  }[];
}

/** `ids` in their order, each once. */
export function letterPeople(
  roster: Roster,
  ids: readonly CustomerId[],
  isMissing: (letter: string) => boolean,
): LetterPeople {
  const entries = [...new Set(ids)].flatMap((id) => roster.person(id) ?? []);
  const judged = entries.map((entry) => ({
    person: letterPerson(entry),
    why: noLetterReason(entry, isMissing),
  }));
  return {
    people: judged.filter(({ why }) => why === null).map(({ person }) => person),
    leftOut: judged.flatMap(({ person: { key, name }, why }) =>
      why === null ? [] : [{ key, name, why }],
    ),
  };
}

/** Everybody who has an address, by name. */
export function peopleWithAddress(roster: Roster, locale: string): readonly CustomerId[] {
  const { compare } = new Intl.Collator(locale);
  return [...roster.people().values()]
    .filter(({ customer }) => customer.addresses.length > 0)
    .toSorted((a, b) => compare(a.customer.name, b.customer.name))
    .map(({ id }) => id);
}

function letterPerson({ id, customer }: RosterEntry): LetterPerson {
  const [address = ''] = customer.addresses;
  const letterName = customer.letterName || customer.name;
  return { key: id, name: customer.name, lines: [letterName, ...address.split('\n')] };
}

function noLetterReason(
  entry: RosterEntry,
  isMissing: (letter: string) => boolean,
): NoLetterReason | null {
  const { customer } = entry;
  if (customer.diedOn !== null) return 'died';
  if (customer.young) return 'young';
  if (!isPermitted(customer, { purpose: 'thanks', way: 'post' })) return 'no-post';
  const { lines } = letterPerson(entry);
  if (lines.slice(1).every((line) => line.trim() === '')) return 'no-address';
  return hasMissingLetter(lines, isMissing) ? 'missing-letters' : null;
}

/** Letters that hang on others, and joiners, are no pictures of their own. */
export function hasMissingLetter(
  lines: readonly string[],
  isMissing: (letter: string) => boolean,
): boolean {
  const letters = new Set(lines.flatMap((line) => line.match(/[\p{L}\p{N}\p{So}]/gu) ?? []));
  return [...letters].some((letter) => letter > '~' && isMissing(letter));
}
