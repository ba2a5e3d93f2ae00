// What a week records of its decisions: who was eligible, chosen, skipped, or held out. Written in
// the transaction of the decision itself.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import type { WeekDecisions } from '#domain/week/week-decisions.ts';
import type { Day } from '#lib/day.ts';
import { readGesturesSince } from '#storage/tables/gestures.ts';
import { putWeek, readWeek } from '#storage/tables/weeks.ts';
import type { ShopWriter } from '#storage/transaction.ts';

/** The list that a decision came from, and the settings it was made under. */
export interface DecisionContext {
  readonly from: WeekSuggestions;
  readonly settings: Settings;
}

/** Records the decision of `gesture`, already written, and who else was eligible that week. */
export async function recordDecision(
  writer: ShopWriter,
  gesture: Gesture,
  { from, settings }: DecisionContext,
): Promise<void> {
  const known =
    (await readWeek(writer.db, gesture.week)) ?? newWeek(gesture.week, settings, writer);
  const { customerId } = gesture;
  const eligible = new Set([...known.eligible, ...eligibleIn(from), customerId]);
  const heldOutIds = new Set([...known.heldOut, ...from.heldOut.map((each) => each.customerId)]);
  const { chosen, skipped } = await withDecisions(writer, known, customerId);
  await putWeek(
    writer,
    withChanges(
      known,
      {
        eligible: [...eligible],
        chosen,
        // Whoever gets something after all was not held out.
        heldOut: [...heldOutIds].filter((id) => !chosen.includes(id)),
        skipped,
        budgetMoney: settings.budgetMoney,
        budgetPieces: settings.budgetPieces,
      },
      writer.timestamp,
    ),
  );
}

/** Records that the decision of `gesture`, already voided, is undone. */
export async function recordTakenBack(
  writer: ShopWriter,
  { week, customerId }: Gesture,
): Promise<void> {
  const known = await readWeek(writer.db, week);
  if (known === undefined) return;
  const decisions = await withDecisions(writer, known, customerId);
  await putWeek(writer, withChanges(known, decisions, writer.timestamp));
}

// An answer and a gift may both be due to a customer in one week, each decided for itself.
async function withDecisions(
  { db }: ShopWriter,
  { week, chosen, skipped }: WeekDecisions,
  id: CustomerId,
): Promise<Pick<WeekDecisions, 'chosen' | 'skipped'>> {
  const current = (await readGesturesSince(db, week)).filter(
    (each) => each.week === week && each.customerId === id && each.reasons.length > 0,
  );
  const isChosen = current.some(({ skippedOn }) => skippedOn === null);
  const isSkipped = current.some(({ skippedOn }) => skippedOn !== null);
  return {
    chosen: withOrWithout(chosen, id, isChosen ? 'with' : 'without'),
    skipped: withOrWithout(skipped, id, isSkipped ? 'with' : 'without'),
  };
}

// The list itself, who was held out, and those for whom only a place or money was missing.
function eligibleIn(from: WeekSuggestions): readonly CustomerId[] {
  const leftOut = from.exclusions.filter(
    (exclusion) => exclusion.rule === 'places-full' || exclusion.rule === 'over-budget',
  );
  return [...from.suggestions, ...from.heldOut, ...leftOut].map((each) => each.customerId);
}

function newWeek(week: Day, settings: Settings, writer: ShopWriter): WeekDecisions {
  return {
    week,
    eligible: [],
    chosen: [],
    heldOut: [],
    skipped: [],
    budgetMoney: settings.budgetMoney,
    budgetPieces: settings.budgetPieces,
    made: writer.timestamp,
    edits: {},
  };
}

function withOrWithout(
  ids: readonly CustomerId[],
  id: CustomerId,
  wanted: 'with' | 'without',
): readonly CustomerId[] {
  const others = ids.filter((each) => each !== id);
  return wanted === 'with' ? [...others, id] : others;
}
