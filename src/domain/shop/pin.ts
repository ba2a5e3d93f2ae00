// The PIN of the privacy screen: what it is, and how long whoever does not know it waits. It keeps
// eyes away and does not protect the data; nothing may pretend otherwise, and no wait may lose
// anything.

import { msPerDay } from '#lib/day.ts';

/** Minutes without a touch after which the owner's places close by themselves. */
export const idleChoices = [1, 5, 15] as const;

export type IdleMinutes = (typeof idleChoices)[number];

export const defaultIdleMinutes: IdleMinutes = 5;

/** Minutes that the privacy screen waits at most while something is half typed. */
export const unfinishedInputMinutes = 15;

/** Wrong tries before each further one has to wait. */
export const freeAttempts = 5;

/** Milliseconds until a forgotten PIN can be removed without knowing anything. */
export const pinResetMs = msPerDay;

const firstPauseMs = 30_000;
const maxPauseMs = 3_600_000;

export function isPin(text: string): boolean {
  return /^\d{4,8}$/.test(text);
}

/** Milliseconds to wait: from the fifth on half a minute, doubled each time up to an hour. */
export function pauseAfter(wrongAttempts: number): number {
  if (wrongAttempts < freeAttempts) return 0;
  return Math.min(maxPauseMs, firstPauseMs * 2 ** Math.min(wrongAttempts - freeAttempts, 20));
}

/**
 * Milliseconds left of a wait of `length` begun at `since` (epoch ms). A clock set back restarts
 * the wait, which must end also where the clock once stood in another year.
 */
export function remainingWait({
  since,
  length,
  now,
}: {
  readonly since: number;
  readonly length: number;
  readonly now: number;
}): number {
  return now < since ? length : Math.max(0, since + length - now);
}
