// Finds customers by the few letters that a hurried hand types. The index changes customer by
// customer, so that one letter in a shop of 20,000 costs a few milliseconds. Who matches is decided
// here; the likeliest come first, never the alphabet.

import { normalizedWords } from '#lib/normalize-text.ts';
import type { Customer, CustomerId } from './customer.ts';
import { phoneDigits } from './phone-number.ts';

/** What of a card is searched. */
export type SearchableCustomer = Pick<Customer, 'id' | 'name' | 'alsoCalled' | 'cue' | 'phones'>;

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
   * those found by a short form, initials, cue or the end of their phone number; from four letters
   * on, those one slip away. Within each, the likeliest first, ties by id. Nothing typed finds
   * nobody.
   */
  readonly find: (typed: string, finding: SearchOptions) => readonly CustomerId[];
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
  readonly digits: readonly string[];
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
      const tokens = normalizedWords(typed);
      return tokens.length === 0 ? [] : rankedMatches(entries.values(), tokens, finding);
    },
  };
}

function entryOf(
  { id, name, alsoCalled, cue, phones }: SearchableCustomer,
  nameVariants: NameVariants,
): Entry {
  const called = [name, ...alsoCalled].map(normalizedWords);
  const starts = [...new Set(called.flatMap(suffixesOf))];
  const digits = phones.map(phoneDigits);
  const forms = called.flatMap((words) => words.flatMap(nameVariants));
  const initials = called.filter((words) => words.length > 1).map(initialsOf);
  const others = spaced([
    ...forms,
    ...initials,
    ...normalizedWords(cue),
    ...digits.map((each) => each.slice(-phoneSuffixLength)),
  ]);
  const names = spaced(starts);
  return { id, names, others, starts, digits, letters: lettersOf(names + others) };
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

function rankedMatches(
  entries: Iterable<Entry>,
  tokens: readonly string[],
  { limit, weightOf }: SearchOptions,
): readonly CustomerId[] {
  const needles = tokens.map((token) => ` ${token}`);
  const letters = tokens.reduce((bits, token) => bits | neededBit(token), 0);
  const top: Match[] = [];
  for (const entry of entries) {
    if ((entry.letters & letters) !== letters) continue;
    const worst = top[limit - 1] ?? noMatch;
    const weight = weightOf(entry.id);
    // Nearly everybody is settled here, before any word of theirs is read.
    if (worst.tier === bestTier && weight < worst.weight) continue;
    const tier = tierOf(entry, { tokens, needles, worstAccepted: worst.tier });
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

interface Query {
  readonly tokens: readonly string[];
  readonly needles: readonly string[];
  /** Nobody in a weaker tier can come in any more. */
  readonly worstAccepted: number;
}

/** The weakest of the ways in which the typed words are met; `noTier` when one of them is not. */
function tierOf(entry: Entry, query: Query): number {
  let worst = bestTier;
  for (let index = 0; index < query.needles.length; index += 1) {
    if (entry.names.includes(query.needles[index] ?? '')) continue;
    const tier = weakerTierOf(entry, query, index);
    if (tier === noTier) return noTier;
    worst = Math.max(worst, tier);
  }
  return worst;
}

function weakerTierOf(entry: Entry, query: Query, index: number): number {
  const token = query.tokens[index] ?? '';
  if (entry.others.includes(query.needles[index] ?? '')) return 1;
  if (token.length < minFuzzyLength || query.worstAccepted < fuzzyTier) return noTier;
  if (isDigits(token)) return entry.digits.some((each) => each.endsWith(token)) ? 1 : noTier;
  return entry.starts.some((start) => isOneEditFrom(token, start)) ? fuzzyTier : noTier;
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
