// The language that somebody chose for the screens of this tablet; where nobody did,
// `i18n/language/languages.ts` chooses. Stored outside of the shop: two tablets of one shop may
// speak two. The shop's country beside it, so that the first frame writes its figures right.

import { ownName } from '#platform/app-folder.ts';

const key = ownName('regulars.language');
const regionKey = ownName('regulars.region');

export function storedLanguage(): string | null {
  return localStorage.getItem(key);
}

/** Speaks `language` from now on. The page begins again, for it has said its words in another. */
export function changeLanguage(language: string): void {
  localStorage.setItem(key, language);
  location.reload();
}

/** Empty where the shop that was last open names none. */
export function storedRegion(): string {
  return localStorage.getItem(regionKey) ?? '';
}

export function storeRegion(region: string): void {
  if (region !== storedRegion()) localStorage.setItem(regionKey, region);
}
