// Who sent whom, as noted on the page of either of them, and taken back. What a perk owes follows
// by itself: it is counted from these very facts.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { MomentId } from '#domain/visits/moment.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { putCustomer } from '#storage/tables/customers.ts';
import { readMergedCustomers } from '#storage/tables/histories.ts';
import { putMoment, readMoment, readMomentsByCustomer } from '#storage/tables/moments.ts';
import { write, type ShopWriter } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

/** Notes who sent `id`; null: nobody that is known, on none of the records merged into one. */
export async function setReferral(
  deps: Deps,
  id: CustomerId,
  sentBy: CustomerId | null,
): Promise<Result<'done', WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const merged = await readMergedCustomers(writer.db, id);
    if (merged === undefined) return failed({ kind: 'not-found' });
    const { customer, joined } = merged;
    for (const row of [customer, ...joined])
      if (row === customer || row.sentBy !== null)
        await putCustomer(
          writer,
          withChanges(row, { sentBy: row === customer ? sentBy : null }, writer.timestamp),
        );
    return ok('done');
  });
}

/** What was noted between two people, so that it can be restored as it was. */
export interface ReferralLink {
  readonly sentBy: readonly { readonly id: CustomerId; readonly sender: CustomerId }[];
  readonly moments: readonly MomentId[];
}

/** Takes back that `sender` sent `person`, wherever it was noted. */
export async function takeBackReferral(
  deps: Deps,
  sender: CustomerId,
  person: CustomerId,
): Promise<Result<ReferralLink, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const senders = await readMergedIds(writer, sender);
    const merged = await readMergedCustomers(writer.db, person);
    if (merged === undefined) return failed({ kind: 'not-found' });
    const sentBy: { id: CustomerId; sender: CustomerId }[] = [];
    for (const row of [merged.customer, ...merged.joined]) {
      if (row.sentBy === null || !senders.includes(row.sentBy)) continue;
      sentBy.push({ id: row.id, sender: row.sentBy });
      await putCustomer(writer, withChanges(row, { sentBy: null }, writer.timestamp));
    }
    const people = await readMergedIds(writer, person);
    const noted = (await readMomentsByCustomer(writer.db, sender)).filter(
      ({ about }) => about !== null && people.includes(about),
    );
    for (const moment of noted)
      await putMoment(writer, withChanges(moment, { voided: true }, writer.timestamp));
    return ok({ sentBy, moments: noted.map(({ id }) => id) });
  });
}

/** The way back from `takeBackReferral`. */
export async function restoreReferral(
  deps: Deps,
  link: ReferralLink,
): Promise<Result<'done', WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    for (const { id, sender } of link.sentBy) {
      const merged = await readMergedCustomers(writer.db, id);
      const row = merged && [merged.customer, ...merged.joined].find((each) => each.id === id);
      if (row !== undefined)
        await putCustomer(writer, withChanges(row, { sentBy: sender }, writer.timestamp));
    }
    for (const id of link.moments) {
      const moment = await readMoment(writer.db, id);
      if (moment !== undefined)
        await putMoment(writer, withChanges(moment, { voided: false }, writer.timestamp));
    }
    return ok('done');
  });
}

async function readMergedIds(writer: ShopWriter, id: CustomerId): Promise<readonly CustomerId[]> {
  const merged = await readMergedCustomers(writer.db, id);
  return merged === undefined ? [id] : [merged.customer, ...merged.joined].map((row) => row.id);
}
