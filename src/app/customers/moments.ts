import type { Moment, MomentFields, MomentId } from '#domain/visits/moment.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import type { Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { putMoment, readMoment } from '#storage/tables/moments.ts';
import { write } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';
import type { MomentDraft } from './moment-draft.ts';

/** Writes the draft. The same draft twice is one moment. */
export async function noteMoment(
  deps: Deps,
  draft: MomentDraft,
): Promise<Result<Moment, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const known = await readMoment(writer.db, draft.id);
    if (known !== undefined) return ok(known);
    const moment: Moment = { ...draft, made: writer.timestamp, edits: {} };
    await putMoment(writer, moment);
    return ok(moment);
  });
}

/** Marks feedback as answered on `day`. */
export async function answerMoment(
  deps: Deps,
  id: MomentId,
  day: Day,
): Promise<Result<Moment, WriteProblem>> {
  return changeMoment(deps, id, { answeredOn: day });
}

export async function reopenMoment(
  deps: Deps,
  id: MomentId,
): Promise<Result<Moment, WriteProblem>> {
  return changeMoment(deps, id, { answeredOn: null });
}

/** Undoes a moment. It stays as a voided row and can be restored. */
export async function voidMoment(deps: Deps, id: MomentId): Promise<Result<Moment, WriteProblem>> {
  return changeMoment(deps, id, { voided: true });
}

export async function restoreMoment(
  deps: Deps,
  id: MomentId,
): Promise<Result<Moment, WriteProblem>> {
  return changeMoment(deps, id, { voided: false });
}

/** Changes fields of a moment. Only those that differ get a new timestamp. */
export async function changeMoment(
  deps: Deps,
  id: MomentId,
  changes: Partial<MomentFields>,
): Promise<Result<Moment, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const before = await readMoment(writer.db, id);
    if (before === undefined) return failed({ kind: 'not-found' });
    const after = withChanges(before, changes, writer.timestamp);
    await putMoment(writer, after);
    return ok(after);
  });
}
