// How long something that was decided waits to be handed over: on the week's page, on paper, on the
// tile and as a reason to suggest nothing else, alike.

import { addDays, mondayOf, type Day } from '#lib/day.ts';
import type { GestureState } from './gesture-state.ts';

/** What was decided in an earlier week than half a year ago waits for nobody any more. */
const maxWaitingWeeks = 26;

/** The Monday of the first week whose decisions still wait on `today`. */
export function waitingSince(today: Day): Day {
  return addDays(mondayOf(today), -7 * maxWaitingWeeks);
}

/** Whether what was decided in `week` still waits to be handed over on `today`. */
export function isStillWaiting(
  { state, week }: { readonly state: GestureState; readonly week: Day },
  today: Day,
): boolean {
  return (state === 'planned' || state === 'printed') && week >= waitingSince(today);
}
