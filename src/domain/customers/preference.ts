// What a customer likes or needs, each noted on a day. Two tablets' lists are put together element
// by element, so one that was deleted leaves its id behind, without its text.

import { compareCodePoints } from '#lib/compare.ts';
import type { Day } from '#lib/day.ts';
import { hashOf } from '#lib/hash.ts';

/** Something the customer likes or needs, and the day it was noted. Without a text: deleted. */
export interface Preference {
  readonly text: string;
  readonly day: Day;
  /** Only where text and day do not say which one it is: see `preferenceId`. */
  readonly id?: string;
}

/** What tells `preference` from others: the same on all tablets. */
export function preferenceId({ id, text, day }: Preference): string {
  return id ?? hashOf(`${day} ${text}`).toString(36);
}

export function isLive({ text }: Preference): boolean {
  return text !== '';
}

/** The list `before`, changed so that its live ones are `typed`. */
export function changedPreferences(
  before: readonly Preference[],
  typed: readonly Preference[],
): readonly Preference[] {
  const known = new Map(before.filter(isLive).map((each) => [nameOf(each), each]));
  const taken = new Set(before.map(preferenceId));
  const after = typed.map((each) => known.get(nameOf(each)) ?? withFreeId(each, taken));
  const kept = new Set(after.map(preferenceId));
  const gone = before.filter((each) => !kept.has(preferenceId(each)));
  return [...after, ...gone.map(deleted)];
}

/** The elements of both lists; one that was deleted on either is deleted. Ordered by day. */
export function mergePreferences(
  a: readonly Preference[],
  b: readonly Preference[],
): readonly Preference[] {
  const merged = new Map<string, Preference>();
  for (const each of [...a, ...b]) {
    const id = preferenceId(each);
    if (!isLive(each) || !merged.has(id)) merged.set(id, each);
  }
  return [...merged.values()].toSorted(
    (one, other) =>
      compareCodePoints(one.day, other.day) ||
      compareCodePoints(preferenceId(one), preferenceId(other)),
  );
}

function nameOf({ text, day }: Preference): string {
  return `${day} ${text}`;
}

// Noted again after it was deleted, it is another one. The same number on every tablet.
function withFreeId({ text, day }: Preference, taken: ReadonlySet<string>): Preference {
  const first = preferenceId({ text, day });
  if (!taken.has(first)) return { text, day };
  for (let count = 2; ; count += 1) {
    const id = `${first}-${count}`;
    if (!taken.has(id)) return { text, day, id };
  }
}

function deleted(preference: Preference): Preference {
  return { text: '', day: preference.day, id: preferenceId(preference) };
}
