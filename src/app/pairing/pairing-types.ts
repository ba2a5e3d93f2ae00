// What tablets that are brought together say to each other and to the screens.

import type { NewTablet } from '#domain/tablets/tablet.ts';

/** A tablet that wants to join. */
export type Guest = NewTablet;

/** Somebody at the door, and what both screens show. */
export interface GuestAtDoor {
  readonly guest: Guest;
  readonly picture: string;
}
