import type { LocalStore } from '#platform/browser-storage/local-store.ts';

/**
 * The keys that search: letters, those of the shop’s people that are not Latin, the big keys for
 * wet hands, or the end of a number.
 */
export type SearchPad = 'letters' | 'other' | 'big' | 'digits';

/** The keys that were last chosen on this tablet; else those that fit the names on the tiles. */
export function loadSearchPad(
  drafts: LocalStore,
  key: string,
  names: readonly string[],
): SearchPad {
  const chosen = drafts.get(key);
  if (chosen === 'letters' || chosen === 'other' || chosen === 'big') return chosen;
  const numbers = names.filter((name) => /^\p{Number}+$/u.test(name.trim())).length;
  return 2 * numbers > names.length ? 'digits' : 'letters';
}
