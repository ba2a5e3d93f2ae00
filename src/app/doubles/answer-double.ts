// The owner's answers about two records: one person, two people, people of one home, or ask again
// later. They can be undone, also after a restart: they are in the shop, only "later" is a note of
// this tablet.

import { byCreation, type Customer, type CustomerId } from '#domain/customers/customer.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { homesOf, type Home } from '#app/households/homes.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';
import { addDays, dayFrom, type Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { localStore, type LocalStore } from '#platform/browser-storage/local-store.ts';
import { putCustomer, readCustomer, readMergedRows } from '#storage/tables/customers.ts';
import { readHouseholds } from '#storage/tables/households.ts';
import { write } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';
import type { Roster } from '#app/customers/roster.ts';

/** Two records; which is named first does not matter. */
export interface RecordPair {
  readonly one: CustomerId;
  readonly other: CustomerId;
}

/** Remembers on the younger record that it is somebody else. */
export async function keepApart(
  deps: Deps,
  pair: RecordPair,
): Promise<Result<Customer, WriteProblem>> {
  return changeApart(deps, pair, (ids, other) => [...ids.filter((id) => id !== other), other]);
}

/** Undoes it: they may be found as doubles again. */
export async function allowAsDoubles(
  deps: Deps,
  pair: RecordPair,
): Promise<Result<Customer, WriteProblem>> {
  return changeApart(deps, pair, (ids, other) => ids.filter((id) => id !== other));
}

async function changeApart(
  deps: Deps,
  { one, other }: RecordPair,
  changed: (ids: readonly CustomerId[], other: CustomerId) => readonly CustomerId[],
): Promise<Result<Customer, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const [a, b] = [await readCustomer(writer.db, one), await readCustomer(writer.db, other)];
    if (a === undefined || b === undefined) return failed({ kind: 'not-found' });
    const [older, younger] = byCreation(a, b) < 0 ? [a, b] : [b, a];
    const notSameAs = changed(younger.notSameAs, older.id);
    const after = withChanges(younger, { notSameAs }, writer.timestamp);
    await putCustomer(writer, after);
    return ok(after);
  });
}

/** One of the last answers. */
export interface DoubleAnswer {
  readonly kind: 'merged' | 'apart' | 'together';
  readonly pair: RecordPair;
  readonly name: string;
  readonly otherName: string;
  readonly at: HlcTimestamp;
}

const maxAnswers = 20;

/** The last answers, the latest first. */
export async function readLastAnswers(
  { db }: Pick<Deps, 'db'>,
  roster: Roster,
): Promise<readonly DoubleAnswer[]> {
  const homes = homesOf(await readHouseholds(db), roster);
  const merged = (await readMergedRows(db)).flatMap((row) => mergeAnswer(row, roster));
  const apart = [...roster.people().values()].flatMap(({ customer }) =>
    apartAnswers(customer, roster),
  );
  const together = [...homes.values()].flatMap(homeAnswers);
  return [...merged, ...apart, ...together]
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, maxAnswers);
}

function mergeAnswer(row: Customer, roster: Roster): readonly DoubleAnswer[] {
  const survivor = row.mergedInto === null ? undefined : roster.person(row.mergedInto);
  const at = row.edits.mergedInto;
  if (survivor === undefined || at === undefined) return [];
  const pair = { one: row.id, other: survivor.id };
  return [{ kind: 'merged', pair, name: row.name, otherName: survivor.customer.name, at }];
}

function apartAnswers(
  { id, name, notSameAs, edits }: Customer,
  roster: Roster,
): readonly DoubleAnswer[] {
  const at = edits.notSameAs;
  if (at === undefined) return [];
  return notSameAs.flatMap((otherId): readonly DoubleAnswer[] => {
    const other = roster.person(otherId);
    if (other === undefined) return [];
    return [
      {
        kind: 'apart',
        pair: { one: id, other: otherId },
        name,
        otherName: other.customer.name,
        at,
      },
    ];
  });
}

// Those of one moment moved in together: that was one answer.
function homeAnswers({ members }: Home): readonly DoubleAnswer[] {
  const answers = new Map<HlcTimestamp, DoubleAnswer>();
  for (const { id, customer } of members.toReversed()) {
    const at = customer.edits.householdId;
    const other = members.find((member) => member.id !== id);
    if (at === undefined || other === undefined || answers.has(at)) continue;
    const pair = { one: id, other: other.id };
    const names = { name: customer.name, otherName: other.customer.name };
    answers.set(at, { kind: 'together', pair, ...names, at });
  }
  return [...answers.values()];
}

/** Days after which a pair put off is asked about again. */
const laterDays = 30;

/** Where this tablet notes what is put off. */
export interface LaterNotes {
  readonly database: string;
  readonly store: LocalStore;
}

export function laterNotesOf({ db }: Pick<Deps, 'db'>): LaterNotes {
  return { database: db.name, store: localStore() };
}

/** Puts a pair off on this tablet. */
export function askLater({ database, store }: LaterNotes, pair: RecordPair, today: Day): void {
  store.set(laterKey(database, pair), addDays(today, laterDays));
}

/** Whether the pair is put off on `today`; notes that have run out are removed. */
export function isPutOff({ database, store }: LaterNotes, pair: RecordPair, today: Day): boolean {
  const key = laterKey(database, pair);
  const until = dayFrom(store.get(key) ?? '');
  if (until === undefined) return false;
  if (until > today) return true;
  store.remove(key);
  return false;
}

/** Removes what is put off about somebody who was erased. */
export function forgetPutOff({ database, store }: LaterNotes, id: CustomerId): void {
  for (const key of store.keys(laterPrefix(database))) if (key.includes(id)) store.remove(key);
}

function laterPrefix(database: string): string {
  return `${database}/doubles-later/`;
}

function laterKey(database: string, { one, other }: RecordPair): string {
  const [first, second] = one < other ? [one, other] : [other, one];
  return `${laterPrefix(database)}${first} ${second}`;
}
