// The perks of the poster: drafted, published, ended; and given or declined. A published one never
// changes, for people have read it: it is ended with thirty days' notice, and what was reached
// until then stays due.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { blankGesture, type Gesture, type GestureId } from '#domain/week/gesture.ts';
import { perkIdFrom, type Perk, type PerkFields, type PerkId } from '#domain/week/perk.ts';
import { addDays, mondayOf, type Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { putGesture, readGesture } from '#storage/tables/gestures.ts';
import { putPerk, readPerk, readPerks } from '#storage/tables/perks.ts';
import { write } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

/** From the day on which it is ended, so long it still counts. */
export const perkNoticeDays = 30;

/** What the owner fills in. */
export type PerkDraft = Pick<
  PerkFields,
  'measure' | 'threshold' | 'repeats' | 'gives' | 'givesToNew' | 'afterVisits'
>;

/** Drafts, published and ended ones, the earliest first. */
export async function allPerks({ db }: Pick<Deps, 'db'>): Promise<readonly Perk[]> {
  return readPerks(db);
}

export async function addPerk(deps: Deps, draft: PerkDraft): Promise<Result<Perk, WriteProblem>> {
  const id = perkIdFrom(deps.ids.next());
  return write(deps.db, deps.clock.now(), async (writer) => {
    const dates = { countsFrom: null, publishedOn: null, endedOn: null };
    const perk: Perk = {
      ...draft,
      ...dates,
      id,
      title: '',
      voided: false,
      made: writer.timestamp,
      edits: {},
    };
    await putPerk(writer, perk);
    return ok(perk);
  });
}

/** Only while it hangs nowhere. */
export async function changePerkDraft(
  deps: Deps,
  id: PerkId,
  changes: Partial<PerkDraft & Pick<PerkFields, 'voided'>>,
): Promise<Result<Perk, WriteProblem>> {
  return changePerk(deps, id, (perk) => (perk.publishedOn === null ? changes : null));
}

/** From today it is owed to everybody, and everything from `countsFrom` on counts. */
export async function publishPerk(
  deps: Deps,
  id: PerkId,
  { today, countsFrom }: { readonly today: Day; readonly countsFrom: Day | null },
): Promise<Result<Perk, WriteProblem>> {
  return changePerk(deps, id, (perk) =>
    perk.publishedOn === null ? { publishedOn: today, countsFrom } : null,
  );
}

/** Counts for thirty days more. Ended twice, the first notice holds. */
export async function endPerk(
  deps: Deps,
  id: PerkId,
  today: Day,
): Promise<Result<Perk, WriteProblem>> {
  return changePerk(deps, id, (perk) =>
    perk.publishedOn === null || perk.endedOn !== null
      ? null
      : { endedOn: addDays(today, perkNoticeDays) },
  );
}

/** Goes on as if it had never been ended, while the notice runs. */
export async function continuePerk(
  deps: Deps,
  id: PerkId,
  today: Day,
): Promise<Result<Perk, WriteProblem>> {
  return changePerk(deps, id, ({ endedOn }) =>
    endedOn !== null && endedOn >= today ? { endedOn: null } : null,
  );
}

/** Something that was due, as it is given or declined. */
export interface SettledPerk {
  readonly gestureId: GestureId;
  readonly customerId: CustomerId;
  readonly perkId: PerkId;
  readonly round: number;
  /** As the poster says it. */
  readonly gives: string;
  readonly day: Day;
  readonly how: 'given' | 'declined';
}

/** The same twice is one. */
export async function settlePerk(
  deps: Deps,
  { gestureId, customerId, perkId, round, gives, day, how }: SettledPerk,
): Promise<Result<Gesture, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const known = await readGesture(writer.db, gestureId);
    if (known !== undefined) return ok(known);
    const gesture: Gesture = {
      ...blankGesture,
      id: gestureId,
      customerId,
      kind: 'perk',
      words: gives,
      perkId,
      perkRound: round,
      way: 'hand',
      handedOverOn: how === 'given' ? day : null,
      declinedOn: how === 'declined' ? day : null,
      reasons: [],
      week: mondayOf(day),
      plannedOn: day,
      createdAt: deps.clock.now(),
      made: writer.timestamp,
      edits: {},
    };
    await putGesture(writer, gesture);
    return ok(gesture);
  });
}

/** It is due again. */
export async function takeBackPerk(
  deps: Deps,
  id: GestureId,
): Promise<Result<Gesture, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const gesture = await readGesture(writer.db, id);
    if (gesture === undefined) return failed({ kind: 'not-found' });
    const after = withChanges(gesture, { voided: true }, writer.timestamp);
    await putGesture(writer, after);
    return ok(after);
  });
}

// `changesOf` gives null where nothing may change: then the perk stays as it is.
async function changePerk(
  deps: Deps,
  id: PerkId,
  changesOf: (perk: Perk) => Partial<PerkFields> | null,
): Promise<Result<Perk, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const perk = await readPerk(writer.db, id);
    if (perk === undefined) return failed({ kind: 'not-found' });
    const changes = changesOf(perk);
    if (changes === null) return ok(perk);
    const after = withChanges(perk, changes, writer.timestamp);
    await putPerk(writer, after);
    return ok(after);
  });
}
