// Logging a visit and everything that may happen to it afterwards.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import {
  blankVisit,
  visitIdFrom,
  type Visit,
  type VisitFields,
  type VisitId,
  type VisitKind,
} from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { toInstant, toLocalTime } from '#lib/time-zone.ts';
import { putSettings, readSettings } from '#storage/tables/settings.ts';
import {
  readVisitContext,
  insertVisit,
  putVisit,
  readVisit,
  type VisitContext,
} from '#storage/tables/visits.ts';
import { write, transact, type ActionWriter, type ShopWriter } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

/**
 * A visit as it was tapped, before it is on the disk: all but the stamps, which the transaction
 * gives.
 */
export type VisitDraft = Omit<Visit, 'made' | 'edits'>;

/** What a tap says. */
export interface VisitInput {
  readonly customerId: CustomerId | null;
  readonly kind: VisitKind;
  /** The shop's zone. */
  readonly zone: string;
}

/** A visit that happens now, ready to be shown as "saving" in the same frame and then recorded. */
export function draftVisit(
  { clock, ids }: Pick<Deps, 'clock' | 'ids'>,
  { customerId, kind, zone }: VisitInput,
): VisitDraft {
  const at = clock.now();
  return {
    ...blankVisit,
    id: visitIdFrom(ids.next()),
    customerId,
    kind,
    at,
    ...toLocalTime(at, zone),
    createdAt: at,
  };
}

/**
 * A visit that was forgotten, on an earlier day. Without a time it stands at local noon, time
 * unknown.
 */
export interface MissedVisit extends VisitInput {
  readonly day: Day;
  readonly minute: number | null;
  readonly amount: number | null;
}

/**
 * Records the draft. Saying the same draft twice records it once. Resolves when it is on the disk.
 */
export async function recordVisit(
  deps: Deps,
  draft: VisitDraft,
): Promise<Result<Visit, WriteProblem>> {
  return transact(deps.db, deps.clock.now(), {
    read: (db) => readVisitContext(db, draft),
    run: async (writer, ground) => ok(await insertDraft(writer, draft, ground)),
  });
}

/** Writes a drafted visit with which a greater action ends. */
export async function writeDraft(writer: ActionWriter, draft: VisitDraft): Promise<Visit> {
  return insertDraft(writer, draft, await readVisitContext(writer.db, draft));
}

async function insertDraft(
  writer: ActionWriter,
  draft: VisitDraft,
  ground: VisitContext,
): Promise<Visit> {
  if (ground.before !== undefined) return ground.before;
  const visit = { ...draft, made: writer.timestamp, edits: {} };
  await insertVisit(writer, visit, ground);
  if (visit.amount !== null) await fixCurrency(writer);
  return visit;
}

/** Adds a visit of an earlier day that nobody logged. */
export async function addMissedVisit(
  deps: Deps,
  missed: MissedVisit,
): Promise<Result<Visit, WriteProblem>> {
  const { customerId, kind, zone, day, minute, amount } = missed;
  const at = toInstant({ day, minute: minute ?? 720 }, zone);
  const id = visitIdFrom(deps.ids.next());
  return recordVisit(deps, {
    ...blankVisit,
    id,
    customerId,
    kind,
    at,
    day,
    minute,
    amount,
    createdAt: deps.clock.now(),
  });
}

/** Changes what is noted of a visit: amount, reduced price, marks, note, kind, whose it is. */
export async function changeVisit(
  deps: Deps,
  id: VisitId,
  changes: Partial<VisitFields>,
): Promise<Result<Visit, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const before = await readVisit(writer.db, id);
    if (before === undefined) return failed({ kind: 'not-found' });
    const after = withChanges(before, changes, writer.timestamp);
    await putVisit(writer, after, await readVisitContext(writer.db, after));
    if (after.amount !== null) await fixCurrency(writer);
    return ok(after);
  });
}

/** Takes a visit back. It stays as a voided row and can be put back. */
export async function voidVisit(deps: Deps, id: VisitId): Promise<Result<Visit, WriteProblem>> {
  return changeVisit(deps, id, { voided: true });
}

/** Puts a taken-back visit back. */
export async function restoreVisit(deps: Deps, id: VisitId): Promise<Result<Visit, WriteProblem>> {
  return changeVisit(deps, id, { voided: false });
}

/** Gives a visit to whom it belongs; null for someone without a name. */
export async function reassignVisit(
  deps: Deps,
  id: VisitId,
  customerId: CustomerId | null,
): Promise<Result<Visit, WriteProblem>> {
  return changeVisit(deps, id, { customerId });
}

/** The first amount decides the currency for good: 1840 must never turn from pence into cents. */
export async function fixCurrency(writer: ShopWriter): Promise<void> {
  const settings = await readSettings(writer.db);
  if (settings === undefined || settings.currencyFixed) return;
  await putSettings(writer, withChanges(settings, { currencyFixed: true }, writer.timestamp));
}
