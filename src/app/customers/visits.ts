import type { CustomerId } from '#domain/customers/customer.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { changedVisit } from '#domain/visits/changed-visit.ts';
import {
  blankVisit,
  visitIdFrom,
  type Visit,
  type VisitDraft,
  type VisitFields,
  type VisitId,
  type VisitKind,
} from '#domain/visits/visit.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { readVisitContext, insertVisit, readVisit, updateVisit } from '#storage/tables/visits.ts';
import { write, transact } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

export interface VisitInput {
  readonly customerId: CustomerId | null;
  readonly kind: VisitKind;
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

/** Writes the draft and resolves when it is on the disk. The same draft twice is one visit. */
export async function recordVisit(
  deps: Deps,
  draft: VisitDraft,
): Promise<Result<Visit, WriteProblem>> {
  return transact(deps.db, deps.clock.now(), {
    read: (db) => readVisitContext(db, draft),
    run: async (writer, context) => ok(await insertVisit(writer, draft, context)),
  });
}

export async function changeVisit(
  deps: Deps,
  id: VisitId,
  changes: Partial<VisitFields>,
): Promise<Result<Visit, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const before = await readVisit(writer.db, id);
    if (before === undefined) return failed({ kind: 'not-found' });
    const after = changedVisit(before, changes, writer.timestamp);
    await updateVisit(writer, after);
    return ok(after);
  });
}

/** Undoes a visit. It stays as a voided row and can be restored. */
export async function voidVisit(deps: Deps, id: VisitId): Promise<Result<Visit, WriteProblem>> {
  return changeVisit(deps, id, { voided: true });
}

export async function restoreVisit(deps: Deps, id: VisitId): Promise<Result<Visit, WriteProblem>> {
  return changeVisit(deps, id, { voided: false });
}

/** Moves a visit to another customer; null for somebody without a name. */
export async function reassignVisit(
  deps: Deps,
  id: VisitId,
  customerId: CustomerId | null,
): Promise<Result<Visit, WriteProblem>> {
  return changeVisit(deps, id, { customerId });
}
