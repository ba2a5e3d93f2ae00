// Finds customers by the few letters that a hurried hand types. The index changes customer by
// customer, so that one letter in a shop of 20,000 costs a few milliseconds. Who matches is decided
// here; the likeliest come first, never the alphabet.

import { normalizedWords } from '#lib/normalize-text.ts';
import { typedByGroups } from './key-groups.ts';
import type { Customer, CustomerId } from './customer.ts';
import {
  contactEntryOf,
  contactQueryOf,
  phoneMatchOf,
  writtenMatchOf,
  type ContactEntry,
  type ContactMatch,
  type ContactQuery,
  type SearchableContacts,
} from './contact-search.ts';
import { phoneDigits } from './phone-number.ts';

/** What of a customer is searched. */
export type SearchableCustomer = Pick<Customer, 'id' | 'name' | 'alsoCalled' | 'cue'> &
  SearchableContacts;

/** How many to find, and how likely each person is (any number; greater comes first). */
interface SearchOptions {
  readonly limit: number;
  readonly weightOf: (id: CustomerId) => number;
}

export interface NameSearch {
  /** Adds a person, or takes in what changed of one. */
  readonly put: (person: SearchableCustomer) => void;
  readonly remove: (id: CustomerId) => void;
  /** Searches these first: once the likeliest are found, hardly a word of the others is read. */
  readonly prioritize: (ids: readonly CustomerId[]) => void;
  /**
   * Customers whose name (any word, or another name they go by) begins with what was typed; then
   * those found by a short form, initials, cue, a part of a phone number or the beginning of a mail
   * address, but a whole one or a customer number counts like a name; from four letters on, those
   * one slip away. Within each, the likeliest first, ties by id. Nothing typed finds nobody.
   */
  readonly find: (typed: string, finding: SearchOptions) => readonly CustomerId[];
  /** Customers whose name begins with one letter of each big key, as `typedByGroups` writes it. */
  readonly findByGroups: (typed: string, finding: SearchOptions) => readonly CustomerId[];
}

/** One slip is forgiven from so many letters on: below, everything is one slip from everything. */
const minFuzzyLength = 4;

/** The end of a phone number that staff ask for. */
const phoneSuffixLength = 3;

interface Entry {
  readonly id: CustomerId;
  /** Every start inside the names, each after a blank: " tomkhan khan" also answers to "tomk". */
  readonly names: string;
  /** Everything else they may be found by, in the same form. */
  readonly others: string;
  /** The words of `names`, for slips. */
  readonly starts: readonly string[];
  readonly contacts: ContactEntry;
  /** With which letters all of these begin, a bit for each. */
  readonly letters: number;
}

/** The other forms of a normalized first name, by which people are found too. */
export type NameVariants = (word: string) => readonly string[];

/** An empty index, which knows people also by the `nameVariants` of their names. */
export function nameSearch(nameVariants: NameVariants): NameSearch {
  const entries = new Map<CustomerId, Entry>();
  return {
    put(person) {
      entries.set(person.id, entryOf(person, nameVariants));
    },
    remove(id) {
      entries.delete(id);
    },
    prioritize(ids) {
      const leading = ids.flatMap((id) => entries.get(id) ?? []);
      const all = [...leading, ...entries.values()];
      entries.clear();
      for (const entry of all) entries.set(entry.id, entry);
    },
    find(typed, finding) {
      const query = queryOf(typed);
      return query.tokens.length === 0 ? [] : rankedMatches(entries.values(), query, finding);
    },
    findByGroups(typed, { limit, weightOf }) {
      const found = [...entries.values()].filter(({ names }) =>
        typedByGroups(names).includes(` ${typed}`),
      );
      return found
        .map(({ id }) => ({ id, tier: bestTier, weight: weightOf(id) }))
        .toSorted(byTierAndWeight)
        .slice(0, limit)
        .map(({ id }) => id);
    },
  };
}

function entryOf(person: SearchableCustomer, nameVariants: NameVariants): Entry {
  const { id, name, alsoCalled, cue, phones, importKey } = person;
  const called = [name, ...alsoCalled].map(normalizedWords);
  const starts = [...new Set(called.flatMap(suffixesOf))];
  const forms = called.flatMap((words) => words.flatMap(nameVariants));
  const initials = called.filter((words) => words.length > 1).map(initialsOf);
  const others = spaced([
    ...forms,
    ...initials,
    ...normalizedWords(cue),
    ...phones.map((phone) => phoneDigits(phone).slice(-phoneSuffixLength)),
  ]);
  const names = spaced(starts);
  const letters = lettersOf(names + others + spaced(normalizedWords(importKey ?? '')));
  return { id, names, others, starts, contacts: contactEntryOf(person), letters };
}

/** A bit for each first letter. Letters that share a bit cost a look in vain, never a miss. */
function lettersOf(words: string): number {
  let letters = 0;
  for (let at = 0; at >= 0; at = words.indexOf(' ', at + 1))
    letters |= bitOf(words.charCodeAt(at + 1));
  return letters;
}

function bitOf(letter: number): number {
  return 1 << (letter & 31);
}

/** "tom", "khan" gives "tomkhan", "khan": the words of a name may be typed in one go. */
function suffixesOf(words: readonly string[]): readonly string[] {
  return words.map((_, index) => words.slice(index).join(''));
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.slice(0, (word.codePointAt(0) ?? 0) > 0xffff ? 2 : 1)).join('');
}

function spaced(words: readonly string[]): string {
  return words
    .filter((word) => word !== '')
    .map((word) => ` ${word}`)
    .join('');
}

const bestTier = 0;
const fuzzyTier = 2;
const noTier = 3;

function queryOf(typed: string): Query {
  const contact = contactQueryOf(typed);
  const isContact = contact.email !== null || contact.phoneCore !== null;
  return {
    ...wordsOf(typed),
    contact,
    beside: wordsOf(contact.rest),
    letters: isContact
      ? 0
      : normalizedWords(typed).reduce((bits, each) => bits | neededBit(each), 0),
  };
}

function wordsOf(typed: string): Words {
  const tokens = normalizedWords(typed);
  return { tokens, needles: tokens.map((token) => ` ${token}`) };
}

function rankedMatches(
  entries: Iterable<Entry>,
  query: Query,
  { limit, weightOf }: SearchOptions,
): readonly CustomerId[] {
  const { letters } = query;
  const top: Match[] = [];
  for (const entry of entries) {
    if ((entry.letters & letters) !== letters) continue;
    const worst = top[limit - 1] ?? noMatch;
    const weight = weightOf(entry.id);
    // Nearly everybody is settled here, before any word of theirs is read.
    if (worst.tier === bestTier && weight < worst.weight) continue;
    const tier = tierOf(entry, query, worst.tier);
    if (tier === noTier || tier > worst.tier) continue;
    if (tier === worst.tier && weight < worst.weight) continue;
    insert(top, { id: entry.id, tier, weight });
    if (top.length > limit) top.pop();
  }
  return top.map((found) => found.id);
}

/** A short word must begin something; a longer one may be a slip away, or end a phone number. */
function neededBit(token: string): number {
  return token.length < minFuzzyLength ? bitOf(token.charCodeAt(0)) : 0;
}

interface Match {
  readonly id: CustomerId;
  readonly tier: number;
  readonly weight: number;
}

const noMatch = { tier: noTier, weight: -Infinity };

function insert(top: Match[], found: Match): void {
  const position = top.findIndex((each) => byTierAndWeight(found, each) < 0);
  top.splice(position < 0 ? top.length : position, 0, found);
}

function byTierAndWeight(a: Match, b: Match): number {
  return a.tier - b.tier || b.weight - a.weight || (a.id < b.id ? -1 : 1);
}

interface Words {
  readonly tokens: readonly string[];
  readonly needles: readonly string[];
}

interface Query extends Words {
  readonly contact: ContactQuery;
  /** The words beside a phone number. */
  readonly beside: Words;
  /** With which letters something of an entry must begin, a bit for each. */
  readonly letters: number;
}

/** The best way in which what was typed is met. */
function tierOf(entry: Entry, query: Query, worstAccepted: number): number {
  const byName = wordsTierOf(entry, query, worstAccepted);
  if (byName === bestTier) return byName;
  const byContact = tierOfMatch[writtenMatchOf(entry.contacts, query.contact)];
  if (byContact === bestTier || query.contact.phoneCore === null)
    return Math.min(byName, byContact);
  const byPhone = tierOfMatch[phoneMatchOf(entry.contacts, query.contact)];
  const beside = byPhone === noTier ? noTier : wordsTierOf(entry, query.beside, worstAccepted);
  return Math.min(byName, byContact, Math.max(byPhone, beside));
}

const tierOfMatch: Readonly<Record<ContactMatch, number>> = {
  whole: bestTier,
  part: 1,
  none: noTier,
};

/**
 * The weakest of the ways in which all words are met; `noTier` when one of them is not. Nobody in a
 * weaker tier than `worstAccepted` can come in any more.
 */
function wordsTierOf(entry: Entry, { tokens, needles }: Words, worstAccepted: number): number {
  let worst = bestTier;
  for (let index = 0; index < needles.length; index += 1) {
    const [token, needle] = [tokens[index] ?? '', needles[index] ?? ''];
    if (entry.names.includes(needle)) continue;
    if (!entry.others.includes(needle)) {
      if (worstAccepted < fuzzyTier || !isOneSlipAway(entry, token)) return noTier;
      worst = fuzzyTier;
    }
    worst = Math.max(worst, 1);
  }
  return worst;
}

function isOneSlipAway(entry: Entry, token: string): boolean {
  if (token.length < minFuzzyLength || isDigits(token)) return false;
  return entry.starts.some((start) => isOneEditFrom(token, start));
}

function isDigits(token: string): boolean {
  const first = token.charCodeAt(0);
  return first >= 48 && first <= 57;
}

/** Whether `typed` begins `word` but for one letter wrong, missing, too many, or two swapped. */
function isOneEditFrom(typed: string, word: string): boolean {
  let at = 0;
  while (at < typed.length && typed.charCodeAt(at) === word.charCodeAt(at)) at += 1;
  if (at === typed.length) return true;
  const afterNext = typed.slice(at + 1);
  return (
    word.startsWith(afterNext, at + 1) ||
    word.startsWith(afterNext, at) ||
    word.startsWith(typed.slice(at), at + 1) ||
    (typed[at] === word[at + 1] &&
      typed[at + 1] === word[at] &&
      word.startsWith(typed.slice(at + 2), at + 2))
  );
}
