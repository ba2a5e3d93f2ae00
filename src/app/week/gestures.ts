// From a suggestion to something in a customer's hand: accepted, printed and handed over, or
// skipped; and each step undone.

import type { CustomerId } from '#domain/customers/customer.ts';
import {
  blankGesture,
  gestureIdFrom,
  isPending,
  isWeekly,
  type Gesture,
  type GestureFields,
  type GestureId,
  type GestureKind,
} from '#domain/week/gesture.ts';
import { waitingSince } from '#domain/week/still-waiting.ts';
import { isUnanswered, type Moment } from '#domain/visits/moment.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { answersFeedback, type Reason } from '#domain/week/reason.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import type { Suggestion, WeekSuggestions } from '#domain/week/suggestion.ts';
import { returnWindowOf } from '#engine/experiments/return-window.ts';
import { mondayOf, type Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { putGesture, readGesture, readGesturesSince } from '#storage/tables/gestures.ts';
import { readHistory } from '#storage/tables/histories.ts';
import { putMoment, readMomentsByCustomer } from '#storage/tables/moments.ts';
import { readSettings } from '#storage/tables/settings.ts';
import { write, type ShopWriter } from '#storage/transaction.ts';
import { recordDecision, recordTakenBack } from './decision-log.ts';
import type { Deps } from '#app/deps.ts';

export interface GestureChoice {
  readonly kind: GestureKind;
  /** What is given, in the shop's words; empty for a plain card or a word. */
  readonly words: string;
  /** Minor units. */
  readonly cost: number;
}

/** A suggestion, the list it came from, and the day of the decision. */
export interface Decision {
  readonly suggestion: Suggestion;
  readonly from: WeekSuggestions;
  readonly today: Day;
}

/** Plans the gesture and records the decision in the week. */
export async function acceptSuggestion(
  deps: Deps,
  decision: Decision,
  choice: GestureChoice,
): Promise<Result<Gesture, WriteProblem>> {
  return writeDecision(deps, decision, { ...choice, skippedOn: null });
}

/** The customer is not suggested again for the weeks in the settings. */
export async function skipSuggestion(
  deps: Deps,
  decision: Decision,
): Promise<Result<Gesture, WriteProblem>> {
  const { gesture: kind, words } = decision.suggestion;
  return writeDecision(deps, decision, { kind, words, cost: 0, skippedOn: decision.today });
}

export async function planGesture(
  deps: Deps,
  {
    reasons = [],
    ...who
  }: {
    readonly customerId: CustomerId;
    readonly today: Day;
    /** Why, where something says it better than the owner's own idea. */
    readonly reasons?: readonly Reason[];
  },
  choice: GestureChoice,
): Promise<Result<Gesture, WriteProblem>> {
  const id = gestureIdFrom(deps.ids.next());
  return write(deps.db, deps.clock.now(), async (writer) => {
    // The storage runs the action again when the connection is lost just after it was written.
    const known = await readGesture(writer.db, id);
    if (known !== undefined) return ok(known);
    const draft = { ...who, ...choice, id, reasons, skippedOn: null };
    const gesture = gestureOf(deps, writer, draft);
    await putGesture(writer, gesture);
    return ok(gesture);
  });
}

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

/** Handed over (or said, for a word). Fixes by when coming back counts. */
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
 * The gesture waits again, and so does the feedback that it had answered. A perk never waits as a
 * gesture: it is due again.
 */
export async function takeBackHandOver(
  deps: Deps,
  id: GestureId,
): Promise<Result<Gesture, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const before = await readGesture(writer.db, id);
    const gesture = await changeGesture(
      writer,
      id,
      before?.kind === 'perk' ? { voided: true } : { handedOverOn: null, windowDays: null },
    );
    if (before === undefined || gesture === undefined) return failed({ kind: 'not-found' });
    for (const moment of await feedbackAnsweredBy(writer, before)) {
      if (isAnsweredBy(moment, before)) await putMoment(writer, answered(moment, null, writer));
    }
    return ok(gesture);
  });
}

/** What is still to be handed over on `today`, oldest first. */
export async function waitingGestures(deps: Deps, today: Day): Promise<readonly Gesture[]> {
  const gestures = await readGesturesSince(deps.db, waitingSince(today));
  return gestures.filter((gesture) => isWeekly(gesture) && isPending(gesture, today)).toReversed();
}

async function writeDecision(
  deps: Deps,
  { suggestion, from, today }: Decision,
  choice: GestureChoice & Pick<Gesture, 'skippedOn'>,
): Promise<Result<Gesture, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const { customerId, reasons } = suggestion;
    const decided = await readGesturesSince(writer.db, mondayOf(today));
    // Decided in another tab already: nobody gets two cards for one suggestion.
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

type GestureDraft = GestureChoice &
  Pick<Gesture, 'id' | 'customerId' | 'reasons' | 'skippedOn'> & { readonly today: Day };

function gestureOf(
  { clock }: Deps,
  { timestamp }: ShopWriter,
  { today, ...draft }: GestureDraft,
): Gesture {
  return {
    ...blankGesture,
    ...draft,
    week: mondayOf(today),
    plannedOn: today,
    createdAt: clock.now(),
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

// The feedback that this gesture answers, as its reasons name it: of the same kind on the same day.
async function feedbackAnsweredBy(
  writer: ShopWriter,
  { customerId, reasons }: Gesture,
): Promise<readonly Moment[]> {
  const feedback = reasons.filter(answersFeedback);
  if (feedback.length === 0) return [];
  const moments = await readMomentsByCustomer(writer.db, customerId);
  return moments.filter((moment) =>
    feedback.some(
      (reason) =>
        reason.day === moment.day &&
        moment.kind === (reason.code === 'complaint-open' ? 'complaint' : reason.kind),
    ),
  );
}

// One action has one timestamp: what the owner answered by hand has another.
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
