// What was decided for this week and what became of it: the page of the week without the
// suggestions.

import { waitingSince } from '#domain/week/still-waiting.ts';
import { isPending, isWeekly } from '#domain/week/gesture.ts';
import { returnOutcomeOf, type ReturnOutcome } from '#engine/experiments/return-window.ts';
import { addDays, dayNumber, mondayOf, type Day } from '#lib/day.ts';
import { readGesturesSince } from '#storage/tables/gestures.ts';
import type { Deps } from '#app/deps.ts';
import {
  canBeGiven,
  gesturesWithCustomers,
  type GestureWithCustomer,
} from './gesture-with-customer.ts';

/** A gesture that was handed over, and its outcome so far. */
export interface GivenGesture extends GestureWithCustomer {
  readonly handedOverOn: Day;
  readonly comeback: ReturnOutcome;
}

export interface WeekPlan {
  /** The Monday. */
  readonly week: Day;
  /** Minor units of what was accepted this week. */
  readonly promised: number;
  readonly skipped: readonly GestureWithCustomer[];
  /** Everything decided this week, accepted or skipped. */
  readonly decided: readonly GestureWithCustomer[];
  /** Not handed over yet, oldest first; also from earlier weeks. */
  readonly waiting: readonly GestureWithCustomer[];
  /** Handed over on `today`, latest first: each can still be undone. */
  readonly givenToday: readonly GestureWithCustomer[];
  /** Handed over in the weeks before, latest first. */
  readonly givenLately: readonly GivenGesture[];
}

/** Outcomes are shown for gestures of so many days back. */
const latelyDays = 35;

export async function weekPlan(deps: Deps, today: Day): Promise<WeekPlan> {
  const week = mondayOf(today);
  const since = await readGesturesSince(deps.db, waitingSince(today));
  const all = await gesturesWithCustomers(deps, since.filter(isWeekly));
  const decided = all.filter(({ gesture }) => gesture.week === week);
  return {
    week,
    promised: decided.reduce(
      (sum, { gesture }) => sum + (gesture.skippedOn === null ? gesture.cost : 0),
      0,
    ),
    skipped: decided.filter(({ gesture }) => gesture.skippedOn !== null),
    decided,
    waiting: all.filter((each) => isPending(each.gesture, today) && canBeGiven(each)).toReversed(),
    givenToday: all.filter(({ gesture }) => gesture.handedOverOn === today),
    givenLately: all.flatMap((each) => givenOf(each, today)).toSorted(latestFirst),
  };
}

function givenOf(each: GestureWithCustomer, today: Day): readonly GivenGesture[] {
  const { gesture, history } = each;
  const { handedOverOn } = gesture;
  if (handedOverOn === null || handedOverOn === today) return [];
  if (handedOverOn < addDays(today, -latelyDays) || gesture.kind === 'word') return [];
  const folded = history?.gestures.find(({ id }) => id === gesture.id);
  if (history === undefined || folded === undefined) return [];
  const comeback = returnOutcomeOf(history, folded, dayNumber(today));
  return comeback === null ? [] : [{ ...each, handedOverOn, comeback }];
}

function latestFirst(a: GivenGesture, b: GivenGesture): number {
  if (a.handedOverOn !== b.handedOverOn) return a.handedOverOn < b.handedOverOn ? 1 : -1;
  return a.gesture.id < b.gesture.id ? 1 : -1;
}
