// Erasing a customer who asks for it: hidden at once, erased after thirty days, and until then one
// tap from being restored.

import {
  isPresent,
  mergedCustomer,
  type Customer,
  type CustomerId,
} from '#domain/customers/customer.ts';
import { cardsErasedWith } from '#domain/customers/erasure.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { addDays, type Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { attempt } from '#storage/attempt.ts';
import { putCustomer, readCustomer } from '#storage/tables/customers.ts';
import { readCards } from '#storage/tables/histories.ts';
import { readPendingErasures } from '#storage/tables/pending-erasures.ts';
import { eraseCards } from '#storage/tables/erasures.ts';
import { write } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';
import { readErasureMarks } from '#app/privacy/find-forgotten.ts';
import { customerFormName, openFormDraft } from './form-drafts.ts';

/** Days during which it can be cancelled. */
export const erasureDelayDays = 30;

/** A customer who is hidden but not erased yet. */
export interface PendingErasure {
  readonly id: CustomerId;
  readonly name: string;
  /** From this day on only visits without a name are left. */
  readonly goneOn: Day;
}

/** Hides a customer, with every card merged into theirs, from `today` on. */
export async function scheduleErasure(
  deps: Deps,
  id: CustomerId,
  today: Day,
): Promise<Result<Customer, WriteProblem>> {
  return setForgottenOn(deps, id, today);
}

/** Restores a hidden customer with everything that was known. */
export async function cancelErasure(
  deps: Deps,
  id: CustomerId,
): Promise<Result<Customer, WriteProblem>> {
  return setForgottenOn(deps, id, null);
}

/** Who is hidden and can still be restored, the next to be erased first. */
export async function pendingErasures(deps: Deps): Promise<readonly PendingErasure[]> {
  const cards = await readPendingErasures(deps.db);
  return cards
    .flatMap((card) =>
      card.forgottenOn === null || card.mergedInto !== null
        ? []
        : [{ id: card.id, name: card.name, goneOn: erasureDay(card.forgottenOn) }],
    )
    .toSorted((a, b) => (a.goneOn < b.goneOn ? -1 : 1));
}

/** The day on which somebody hidden on `forgottenOn` is erased. */
export function erasureDay(forgottenOn: Day): Day {
  return addDays(forgottenOn, erasureDelayDays);
}

/** Erases everybody whose thirty days are over; gives how many. */
export async function finishErasures(
  deps: Deps,
  today: Day,
): Promise<Result<number, WriteProblem>> {
  const cards = await attempt(() => readPendingErasures(deps.db));
  if (!cards.ok) return cards;
  const due = cards.value.filter((card) => isDue(card, today));
  for (const { id } of due) {
    const erased = await eraseCustomer(deps, id, today);
    if (!erased.ok) return erased;
  }
  return ok(due.length);
}

function isDue({ forgottenOn }: Customer, today: Day): boolean {
  return forgottenOn !== null && erasureDay(forgottenOn) <= today;
}

async function eraseCustomer(
  deps: Deps,
  id: CustomerId,
  today: Day,
): Promise<Result<null, WriteProblem>> {
  type Erased = readonly CustomerId[];
  const erased = await write<Erased, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
    const card = await readCustomer(writer.db, id);
    const cards = await readCards(writer.db, id);
    // Restored in another tab meanwhile, and perhaps hidden again.
    if (card === undefined || cards === undefined || !isDue(card, today)) return ok([]);
    const gone = cardsErasedWith(card, cards.joined);
    const marks = await readErasureMarks(writer.db, gone);
    const ids = gone.map((each) => each.id);
    await eraseCards(
      writer,
      ids.map((customerId) => ({ customerId, day: today, marks: customerId === id ? marks : [] })),
    );
    return ok(ids);
  });
  if (!erased.ok) return erased;
  for (const each of erased.value) openFormDraft(deps, customerFormName(each)).discard();
  return ok(null);
}

async function setForgottenOn(
  deps: Deps,
  id: CustomerId,
  forgottenOn: Day | null,
): Promise<Result<Customer, WriteProblem>> {
  return write(deps.db, deps.clock.now(), async (writer) => {
    const cards = await readCards(writer.db, id);
    if (cards === undefined) return failed({ kind: 'not-found' });
    const after = withChanges(cards.customer, { forgottenOn }, writer.timestamp);
    await putCustomer(writer, after);
    return ok(isPresent(after) ? mergedCustomer(after, cards.joined) : after);
  });
}
