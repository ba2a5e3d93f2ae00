// A message that the owner says was sent, kept as a gesture of each who got it. Opening a draft
// alone writes nothing: the tablet's own app may have been left without sending.

import type { CustomerId } from '#domain/customers/customer.ts';
import { askedWays, type MessagePurpose, type MessageWay } from '#domain/messages/message-way.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { blankGesture, gestureIdFrom, type Gesture } from '#domain/week/gesture.ts';
import { mondayOf, type Day } from '#lib/day.ts';
import { ok, type Result } from '#lib/result.ts';
import { putGesture, readGesture } from '#storage/tables/gestures.ts';
import { write } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

export interface SentMessage {
  readonly people: readonly CustomerId[];
  readonly purpose: MessagePurpose;
  readonly way: MessageWay;
  /** What it was about, as the owner finds it again: the subject, or how it begins. */
  readonly words: string;
  readonly today: Day;
}

export async function recordMessage(
  deps: Deps,
  { people, purpose, way, words, today }: SentMessage,
): Promise<Result<readonly Gesture[], WriteProblem>> {
  const drafts = people.map((customerId) => ({
    ...blankGesture,
    id: gestureIdFrom(deps.ids.next()),
    customerId,
    kind: 'message' as const,
    words,
    purpose,
    way: askedWays[way],
    reasons: [],
    week: mondayOf(today),
    plannedOn: today,
    handedOverOn: today,
    createdAt: deps.clock.now(),
  }));
  return write(deps.db, deps.clock.now(), async (writer) => {
    const written: Gesture[] = [];
    for (const draft of drafts) {
      // The storage runs the action again when the connection is lost just after it was written.
      const known = await readGesture(writer.db, draft.id);
      const gesture = known ?? { ...draft, made: writer.timestamp, edits: {} };
      if (known === undefined) await putGesture(writer, gesture);
      written.push(gesture);
    }
    return ok(written);
  });
}
