// A round, such as a Christmas: begun, decided line by line, printed, posted, closed. Each line is
// a gesture for one home or one person; it keeps to no weekly budget, no rest and no hold-out.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { HouseholdId } from '#domain/customers/household-id.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import {
  blankGesture,
  gestureIdFrom,
  type Gesture,
  type GestureFields,
  type GestureId,
} from '#domain/week/gesture.ts';
import { roundIdFrom, type Round, type RoundFields, type RoundId } from '#domain/week/round.ts';
import { mondayOf, type Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { putGesture, readGesture } from '#storage/tables/gestures.ts';
import { putRound, readRound, readRoundGestures, readRounds } from '#storage/tables/rounds.ts';
import { write, type ShopWriter } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

/** Whom a line is for: one person, or all of a home under one of them. */
export interface RoundPlace {
  readonly customerId: CustomerId;
  readonly householdId: HouseholdId | null;
}

/** What somebody gets; `cost` in minor units. */
export interface RoundGift {
  readonly kind: 'card' | 'offer';
  readonly words: string;
  readonly cost: number;
}

export type NewRound = Pick<RoundFields, 'name' | 'year' | 'budgetMoney'> & {
  readonly today: Day;
  readonly gift: RoundGift;
};

/** All that are not deleted, with all their lines. */
export interface RoundRows {
  readonly rounds: readonly Round[];
  readonly gestures: readonly Gesture[];
}

export async function readRoundRows({ db }: Pick<Deps, 'db'>): Promise<RoundRows> {
  const rounds = await readRounds(db);
  return {
    rounds,
    gestures: await readRoundGestures(
      db,
      rounds.map(({ id }) => id),
    ),
  };
}

/** Begins a list with these lines, all at once. */
export function beginRound(
  deps: Deps,
  { name, year, budgetMoney, today, gift }: NewRound,
  places: readonly RoundPlace[],
): Promise<Result<Round, WriteProblem>> {
  const fields = { name: name.trim(), year, budgetMoney, opensOn: today, closesOn: null };
  return createRound(deps, { ...fields, gift, today, handedOverOn: null }, places);
}

interface RoundToCreate extends Omit<RoundFields, 'voided'> {
  readonly gift: RoundGift;
  readonly today: Day;
  /** The day on which all got it already; null while nobody has. */
  readonly handedOverOn: Day | null;
}

/** Writes a list and a line for each of `places`, in one transaction. */
export async function createRound(
  deps: Deps,
  { gift, today, handedOverOn, ...fields }: RoundToCreate,
  places: readonly RoundPlace[],
): Promise<Result<Round, WriteProblem>> {
  const id = roundIdFrom(deps.ids.next());
  const lines = places.map((place) => ({ place, id: gestureIdFrom(deps.ids.next()) }));
  return write(deps.db, deps.clock.now(), async (writer) => {
    const round: Round = { id, ...fields, voided: false, made: writer.timestamp, edits: {} };
    await putRound(writer, round);
    for (const line of lines) {
      const gesture = lineFor({ ...line, roundId: id, gift, today }, writer, deps);
      await putGesture(writer, { ...gesture, handedOverOn });
    }
    return ok(round);
  });
}

export interface NewLine {
  readonly roundId: RoundId;
  readonly place: RoundPlace;
  readonly gift: RoundGift;
  readonly today: Day;
}

export async function addRoundLine(
  deps: Deps,
  line: NewLine,
): Promise<Result<Gesture, WriteProblem>> {
  const id = gestureIdFrom(deps.ids.next());
  return write(deps.db, deps.clock.now(), async (writer) => {
    const lines = await readRoundGestures(writer.db, [line.roundId]);
    // Added in another tab meanwhile: nobody stands twice on a list.
    const known = lines.find((each) => isSamePlace(each, line.place));
    if (known !== undefined) return ok(known);
    const gesture = lineFor({ ...line, id }, writer, deps);
    await putGesture(writer, gesture);
    return ok(gesture);
  });
}

/** What somebody gets this year; null for nothing, on purpose. */
export async function decideRoundLine(
  deps: Deps,
  id: GestureId,
  { gift, today }: { readonly gift: RoundGift | null; readonly today: Day },
): Promise<Result<readonly Gesture[], WriteProblem>> {
  const changes = gift === null ? { skippedOn: today } : { ...gift, skippedOn: null };
  return changeLines(deps, [id], changes);
}

/** Posted, or handed over. */
export async function settleRoundLines(
  deps: Deps,
  ids: readonly GestureId[],
  { day, way }: { readonly day: Day; readonly way: 'post' | 'hand' },
): Promise<Result<readonly Gesture[], WriteProblem>> {
  return changeLines(deps, ids, { handedOverOn: day, way });
}

/** They wait again. */
export async function unsettleRoundLines(
  deps: Deps,
  ids: readonly GestureId[],
): Promise<Result<readonly Gesture[], WriteProblem>> {
  return changeLines(deps, ids, { handedOverOn: null, way: null });
}

/** Takes lines off the list, or puts them back on it. */
export async function removeRoundLines(
  deps: Deps,
  ids: readonly GestureId[],
  voided = true,
): Promise<Result<readonly Gesture[], WriteProblem>> {
  return changeLines(deps, ids, { voided });
}

export async function changeRound(
  deps: Deps,
  id: RoundId,
  changes: Partial<RoundFields>,
): Promise<Result<Round, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const before = await readRound(writer.db, id);
    if (before === undefined) return failed({ kind: 'not-found' });
    const after = withChanges(before, changes, writer.timestamp);
    await putRound(writer, after);
    return ok(after);
  });
}

async function changeLines(
  deps: Deps,
  ids: readonly GestureId[],
  changes: Partial<GestureFields>,
): Promise<Result<readonly Gesture[], WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const changed: Gesture[] = [];
    for (const id of ids) {
      const before = await readGesture(writer.db, id);
      if (before === undefined) continue;
      const after = withChanges(before, changes, writer.timestamp);
      await putGesture(writer, after);
      changed.push(after);
    }
    return ok(changed);
  });
}

function isSamePlace(line: Gesture, { customerId, householdId }: RoundPlace): boolean {
  return (
    line.customerId === customerId || (householdId !== null && line.householdId === householdId)
  );
}

type LineDraft = NewLine & { readonly id: GestureId };

/** A line as it begins. */
function lineFor(
  { id, roundId, place, gift, today }: LineDraft,
  { timestamp }: ShopWriter,
  { clock }: Deps,
): Gesture {
  return {
    ...blankGesture,
    ...place,
    ...gift,
    id,
    roundId,
    reasons: [],
    week: mondayOf(today),
    plannedOn: today,
    createdAt: clock.now(),
    made: timestamp,
    edits: {},
  };
}
