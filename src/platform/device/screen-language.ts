// The language that was chosen for the screens of this tablet. Stored outside of the shop: two
// tablets of one shop may speak two.

import { ownName } from '#platform/app-folder.ts';

const key = ownName('regulars.language');

export function storedLanguage(): string | null {
  return localStorage.getItem(key);
}

/** Speaks `language` from now on. The page begins again, for it has said its words in another. */
export function changeLanguage(language: string): void {
  localStorage.setItem(key, language);
  location.reload();
}
