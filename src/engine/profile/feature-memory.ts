// Features of people who did not change, kept from one thought to the next: in a large shop finding
// them is most of the work. Kept by history, for as long as the shop's clock is the same.

import type { History } from '#domain/visits/history.ts';
import type { BusinessClock } from './business-clock.ts';
import { featuresAt, type Features } from './features.ts';

/** Gives the features of histories by a clock; equal to computing them anew. */
export interface FeatureMemory {
  readonly at: (clock: BusinessClock) => (history: History) => Features;
}

export function featureMemory(): FeatureMemory {
  let known = new WeakMap<History, Features>();
  let clock: BusinessClock | null = null;
  return {
    at(now) {
      if (clock === null || !isSameClock(clock, now)) {
        known = new WeakMap();
        clock = now;
      }
      return (history) => {
        const found = known.get(history) ?? featuresAt(history, now);
        known.set(history, found);
        return found;
      };
    },
  };
}

function isSameClock(one: BusinessClock, other: BusinessClock): boolean {
  return (
    one.firstDay === other.firstDay &&
    one.perWeek === other.perWeek &&
    one.openDays.length === other.openDays.length &&
    one.openDays.every((days, index) => days === other.openDays[index])
  );
}
