// What was noticed beside visits, and what the shop answered.

import type { Moment, MomentFields, MomentId } from '#domain/visits/moment.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import type { Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { putMoment, readMoment } from '#storage/tables/moments.ts';
import { write } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';
import type { MomentDraft } from './moment-draft.ts';

/** Notes the draft. Saying the same draft twice notes it once. */
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

/** Feedback waits for an answer again. */
export async function reopenMoment(
  deps: Deps,
  id: MomentId,
): Promise<Result<Moment, WriteProblem>> {
  return changeMoment(deps, id, { answeredOn: null });
}

/** Takes a moment back. It stays as a voided row and can be put back. */
export async function voidMoment(deps: Deps, id: MomentId): Promise<Result<Moment, WriteProblem>> {
  return changeMoment(deps, id, { voided: true });
}

/** Puts a taken-back moment back. */
export async function restoreMoment(
  deps: Deps,
  id: MomentId,
): Promise<Result<Moment, WriteProblem>> {
  return changeMoment(deps, id, { voided: false });
}

/** Changes what is noted of a moment. Only what differs gets a new stamp. */
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
