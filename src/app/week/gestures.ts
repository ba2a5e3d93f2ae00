// From a suggestion to something in a customer's hand: decided, printed, handed over, or passed
// over, and each step back.

import type { CustomerId } from '#domain/customers/customer.ts';
import {
  gestureIdFrom,
  isPending,
  type Gesture,
  type GestureFields,
  type GestureId,
  type GestureKind,
} from '#domain/week/gesture.ts';
import { isUnanswered, type Moment } from '#domain/visits/moment.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { answersFeedback } from '#domain/week/reason.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import type { Suggestion, WeekSuggestions } from '#domain/week/suggestion.ts';
import { returnWindowOf } from '#engine/experiments/return-window.ts';
import { addDays, mondayOf, type Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { putGesture, readGesture, readGesturesSince } from '#storage/tables/gestures.ts';
import { readHistory } from '#storage/tables/histories.ts';
import { putMoment, readMomentsOf } from '#storage/tables/moments.ts';
import { readSettings } from '#storage/tables/settings.ts';
import { write, type ShopWriter } from '#storage/transaction.ts';
import { recordDecision, recordTakenBack } from './decision-log.ts';
import type { Deps } from '#app/deps.ts';

/** What the owner decided to do, as suggested or as something else. */
export interface Choice {
  readonly kind: GestureKind;
  /** What is given, in the shop's words; empty for a plain card or a word. */
  readonly words: string;
  /** Minor units. */
  readonly cost: number;
}

/** A suggestion with the week's thinking that it came from, and the day of the decision. */
export interface Decision {
  readonly suggestion: Suggestion;
  readonly from: WeekSuggestions;
  readonly today: Day;
}

/** Yes: plans the gesture and notes it in the week. */
export async function acceptSuggestion(
  deps: Deps,
  decision: Decision,
  choice: Choice,
): Promise<Result<Gesture, WriteProblem>> {
  return writeDecision(deps, decision, { ...choice, skippedOn: null });
}

/**
 * Skip: nobody is asked why; the same person is not suggested again for the weeks that the settings
 * say.
 */
export async function skipSuggestion(
  deps: Deps,
  decision: Decision,
): Promise<Result<Gesture, WriteProblem>> {
  const { gesture: kind, words } = decision.suggestion;
  return writeDecision(deps, decision, { kind, words, cost: 0, skippedOn: decision.today });
}

/** Plans something for somebody the owner thought of, without a suggestion. */
export async function planGesture(
  deps: Deps,
  who: { readonly customerId: CustomerId; readonly today: Day },
  choice: Choice,
): Promise<Result<Gesture, WriteProblem>> {
  const id = gestureIdFrom(deps.ids.next());
  return write(deps.db, deps.clock.now(), async (writer) => {
    // Said again by the storage, after a connection was lost in the moment in which it was done.
    const known = await readGesture(writer.db, id);
    if (known !== undefined) return ok(known);
    const draft = { ...who, ...choice, id, reasons: [], skippedOn: null };
    const gesture = gestureOf(deps, writer, draft);
    await putGesture(writer, gesture);
    return ok(gesture);
  });
}

/** Takes a decision back, yes or skip: it is as if it had not been made. */
export async function takeBackDecision(
  deps: Deps,
  id: GestureId,
): Promise<Result<Gesture, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const gesture = await changeGesture(writer, id, { voided: true });
    if (gesture === undefined) return failed({ kind: 'not-found' });
    await recordTakenBack(writer, gesture);
    return ok(gesture);
  });
}

/** Marks what came out of the printer. What is printed is not handed over yet. */
export async function markPrinted(
  deps: Deps,
  ids: readonly GestureId[],
  today: Day,
): Promise<Result<readonly Gesture[], WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const printed: Gesture[] = [];
    for (const id of ids) {
      const gesture = await changeGesture(writer, id, { printedOn: today });
      if (gesture !== undefined) printed.push(gesture);
    }
    return ok(printed);
  });
}

/** Handed over at the counter (or said, for a word). Fixes by when coming back counts. */
export async function handOver(
  deps: Deps,
  id: GestureId,
  today: Day,
): Promise<Result<Gesture, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const known = await readGesture(writer.db, id);
    const settings = await readSettings(writer.db);
    if (known === undefined || settings === undefined) return failed({ kind: 'not-found' });
    const windowDays = await readReturnWindow(writer, known.customerId, { settings, today });
    const gesture = await changeGesture(writer, id, { handedOverOn: today, windowDays });
    if (gesture === undefined) return failed({ kind: 'not-found' });
    for (const moment of await feedbackAnsweredBy(writer, gesture)) {
      if (isUnanswered(moment)) await putMoment(writer, answered(moment, today, writer));
    }
    return ok(gesture);
  });
}

/**
 * It was not handed over after all: it waits again, and so does the feedback that it had answered.
 */
export async function takeBackHandOver(
  deps: Deps,
  id: GestureId,
): Promise<Result<Gesture, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const before = await readGesture(writer.db, id);
    const gesture = await changeGesture(writer, id, { handedOverOn: null, windowDays: null });
    if (before === undefined || gesture === undefined) return failed({ kind: 'not-found' });
    for (const moment of await feedbackAnsweredBy(writer, before)) {
      if (isAnsweredBy(moment, before)) await putMoment(writer, answered(moment, null, writer));
    }
    return ok(gesture);
  });
}

/**
 * The Monday half a year before: what was decided before it waits no longer, and stays on the
 * person's own page.
 */
export function waitingSince(today: Day): Day {
  return addDays(mondayOf(today), -7 * 26);
}

/** What waits to be handed over on `todayVisits`, oldest first. */
export async function waitingGestures(deps: Deps, today: Day): Promise<readonly Gesture[]> {
  const gestures = await readGesturesSince(deps.db, waitingSince(today));
  return gestures.filter((gesture) => isPending(gesture, today)).toReversed();
}

async function writeDecision(
  deps: Deps,
  { suggestion, from, today }: Decision,
  choice: Choice & Pick<Gesture, 'skippedOn'>,
): Promise<Result<Gesture, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const { customerId, reasons } = suggestion;
    const decided = await readGesturesSince(writer.db, mondayOf(today));
    // Said in another window already: nobody gets two cards for one suggestion.
    const known = decided.find((each) => isSameDecision(each, suggestion));
    if (known !== undefined) return ok(known);
    const id = gestureIdFrom(deps.ids.next());
    const gesture = gestureOf(deps, writer, { ...choice, id, customerId, reasons, today });
    await putGesture(writer, gesture);
    const settings = await readSettings(writer.db);
    if (settings !== undefined) await recordDecision(writer, gesture, { from, settings });
    return ok(gesture);
  });
}

// An answer and a gift may both be due to somebody in one week.
function isSameDecision(gesture: Gesture, { customerId, reasons }: Suggestion): boolean {
  return (
    gesture.customerId === customerId &&
    gesture.reasons.length > 0 &&
    gesture.reasons.some(answersFeedback) === reasons.some(answersFeedback)
  );
}

type GestureDraft = Choice &
  Pick<Gesture, 'id' | 'customerId' | 'reasons' | 'skippedOn'> & { readonly today: Day };

function gestureOf(
  { clock }: Deps,
  { timestamp }: ShopWriter,
  { today, ...draft }: GestureDraft,
): Gesture {
  return {
    ...draft,
    week: mondayOf(today),
    plannedOn: today,
    printedOn: null,
    handedOverOn: null,
    expiresOn: null,
    windowDays: null,
    createdAt: clock.now(),
    voided: false,
    made: timestamp,
    edits: {},
  };
}

async function changeGesture(
  writer: ShopWriter,
  id: GestureId,
  changes: Partial<GestureFields>,
): Promise<Gesture | undefined> {
  const before = await readGesture(writer.db, id);
  if (before === undefined) return undefined;
  const after = withChanges(before, changes, writer.timestamp);
  await putGesture(writer, after);
  return after;
}

// What somebody told the shop and what this gesture is the answer to, as its reasons name it: the
// same kind on the same day.
async function feedbackAnsweredBy(
  writer: ShopWriter,
  { customerId, reasons }: Gesture,
): Promise<readonly Moment[]> {
  const told = reasons.filter(answersFeedback);
  if (told.length === 0) return [];
  const moments = await readMomentsOf(writer.db, customerId);
  return moments.filter((moment) =>
    told.some(
      (reason) =>
        reason.day === moment.day &&
        moment.kind === (reason.code === 'complaint-open' ? 'complaint' : reason.kind),
    ),
  );
}

// One action, one stamp: what the owner answered by hand, even on the same day, bears another.
function isAnsweredBy({ answeredOn, edits }: Moment, gesture: Gesture): boolean {
  const timestamp = gesture.edits.handedOverOn;
  return answeredOn !== null && timestamp !== undefined && edits.answeredOn === timestamp;
}

function answered(moment: Moment, answeredOn: Day | null, { timestamp }: ShopWriter): Moment {
  return withChanges(moment, { answeredOn }, timestamp);
}

async function readReturnWindow(
  writer: ShopWriter,
  customerId: CustomerId,
  { settings, today }: { readonly settings: Settings; readonly today: Day },
): Promise<number> {
  const history = await readHistory(writer.db, customerId);
  return returnWindowOf(history, settings, today);
}
