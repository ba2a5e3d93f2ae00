// Where the shop's slow thoughts come from: what is thought out for the screens once nobody has
// touched anything for a while.

import type { Deps } from '#app/deps.ts';
import type { Roster } from '#app/customers/roster.ts';

/**
 * What a thought leans on: `laterDay` runs a step after a quiet while and gives back how to call it
 * off.
 */
export interface BackgroundContext {
  readonly deps: Deps;
  readonly roster: Roster;
  readonly later: (step: () => void) => () => void;
}

/** How to call off what was never asked for. */
export function noop(): void {}
