// In which year the owner was asked about people unseen for long and kept them: once a year is
// enough. A note of this tablet, outside of the shop.

import { localStore } from '#platform/browser-storage/local-store.ts';
import type { Day } from '#lib/day.ts';
import type { Deps } from '#app/deps.ts';

export function wasAskedThisYear(deps: Deps, today: Day): boolean {
  return localStore().get(noteName(deps)) === yearOf(today);
}

export function noteAsked(deps: Deps, today: Day): void {
  localStore().set(noteName(deps), yearOf(today));
}

function noteName({ db }: Deps): string {
  return `${db.name}:unseen-asked`;
}

function yearOf(today: Day): string {
  return today.slice(0, 4);
}
