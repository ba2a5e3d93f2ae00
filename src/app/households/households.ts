// Putting people under one roof, and taking them apart again. A home is one row that says so and a
// mark on each of its people: taking it apart is one change, and so is putting it together again.

import {
  isPresent,
  mergedCustomer,
  type Customer,
  type CustomerId,
} from '#domain/customers/customer.ts';
import { householdIdFrom, type HouseholdId } from '#domain/customers/household-id.ts';
import type { Household, HouseholdFields } from '#domain/customers/household.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { putCustomer } from '#storage/tables/customers.ts';
import { readMergedCustomers } from '#storage/tables/histories.ts';
import { putHousehold, readHousehold, readHouseholdMembers } from '#storage/tables/households.ts';
import { write, type ShopWriter } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

/** Where people lived before, so that a move can be undone. */
export interface Move {
  readonly household: Household;
  readonly before: readonly {
    readonly id: CustomerId;
    readonly householdId: HouseholdId | null;
  }[];
}

/**
 * From now on these people share one card. Where one of them has a home the others move in, each
 * alone: who else lived with them stays where they are.
 */
export async function moveTogether(
  deps: Deps,
  ids: readonly CustomerId[],
): Promise<Result<Move, WriteProblem>> {
  const id = householdIdFrom(deps.ids.next());
  return write(deps.db, deps.clock.now(), async (writer) => {
    const people = await readPeople(writer, ids);
    if (people.length < 2) return failed({ kind: 'not-found' });
    const household = (await sharedHome(writer, people)) ?? (await newHome(writer, id));
    const moving = people.filter(({ person }) => person.householdId !== household.id);
    for (const { own } of moving)
      await putCustomer(writer, withChanges(own, { householdId: household.id }, writer.timestamp));
    const before = moving.map(({ own }) => ({ id: own.id, householdId: own.householdId }));
    return ok({ household, before });
  });
}

/** They live where they lived before. */
export async function undoMove(deps: Deps, { before }: Move): Promise<Result<null, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    for (const { id, householdId } of before) {
      const row = (await readMergedCustomers(writer.db, id))?.customer;
      if (row !== undefined)
        await putCustomer(writer, withChanges(row, { householdId }, writer.timestamp));
    }
    return ok(null);
  });
}

/** One person lives elsewhere now; who is left stays together. */
export async function moveOut(deps: Deps, id: CustomerId): Promise<Result<Customer, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const merged = await readMergedCustomers(writer.db, id);
    if (merged === undefined) return failed({ kind: 'not-found' });
    const rows = [merged.customer, ...merged.joined];
    for (const row of rows)
      await putCustomer(writer, withChanges(row, { householdId: null }, writer.timestamp));
    return ok(merged.customer);
  });
}

/** What is on the envelope, and whose address counts. */
export async function changeHousehold(
  deps: Deps,
  id: HouseholdId,
  changes: Partial<HouseholdFields>,
): Promise<Result<Household, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const before = await readHousehold(writer.db, id);
    if (before === undefined) return failed({ kind: 'not-found' });
    const after = withChanges(before, changes, writer.timestamp);
    await putHousehold(writer, after);
    return ok(after);
  });
}

/** Nobody there shares a card any more. One mark, so that one mark puts it together again. */
export async function takeApart(
  deps: Deps,
  id: HouseholdId,
): Promise<Result<Household, WriteProblem>> {
  return changeHousehold(deps, id, { voided: true });
}

export async function putTogether(
  deps: Deps,
  id: HouseholdId,
): Promise<Result<Household, WriteProblem>> {
  return changeHousehold(deps, id, { voided: false });
}

interface PersonRows {
  /** The record that stays, as written. */
  readonly own: Customer;
  /** With what was merged into it. */
  readonly person: Customer;
}

async function readPeople(
  { db }: ShopWriter,
  ids: readonly CustomerId[],
): Promise<readonly PersonRows[]> {
  const people = new Map<CustomerId, PersonRows>();
  for (const id of ids) {
    const merged = await readMergedCustomers(db, id);
    if (merged === undefined || !isPresent(merged.customer)) continue;
    const { customer: own, joined } = merged;
    people.set(own.id, { own, person: mergedCustomer(own, joined) });
  }
  return [...people.values()];
}

// A household with nobody else in it is not gone on with: its name on the envelope is an old one.
async function sharedHome(
  { db }: ShopWriter,
  people: readonly PersonRows[],
): Promise<Household | undefined> {
  for (const { person } of people) {
    if (person.householdId === null) continue;
    const known = await readHousehold(db, person.householdId);
    if (known === undefined || known.voided) continue;
    if ((await readHouseholdMembers(db, known.id)).length > 1) return known;
  }
  return undefined;
}

async function newHome(writer: ShopWriter, id: HouseholdId): Promise<Household> {
  const fields = { name: '', letterName: '', addressOf: null, voided: false };
  const household = { ...fields, id, made: writer.timestamp, edits: {} };
  await putHousehold(writer, household);
  return household;
}
