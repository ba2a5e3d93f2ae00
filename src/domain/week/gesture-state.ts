// How far a gesture is, from its days.

import type { Day } from '#lib/day.ts';

export type GestureState =
  | 'planned'
  | 'printed'
  | 'handed-over'
  | 'skipped'
  | 'declined'
  | 'taken-back';

/** What of a gesture says so. */
export interface GestureDays {
  readonly printedOn: Day | null;
  readonly handedOverOn: Day | null;
  readonly skippedOn: Day | null;
  readonly declinedOn: Day | null;
  readonly voided: boolean;
}

export function gestureStateOf(gesture: GestureDays): GestureState {
  if (gesture.voided) return 'taken-back';
  if (gesture.declinedOn !== null) return 'declined';
  if (gesture.skippedOn !== null) return 'skipped';
  if (gesture.handedOverOn !== null) return 'handed-over';
  return gesture.printedOn === null ? 'planned' : 'printed';
}
