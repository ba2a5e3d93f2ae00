// What became of the perks on the poster: who reached which, and what is still due to whom.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { Day } from '#lib/day.ts';
import type { Perk, PerkId } from './perk.ts';

/** One time that the perk was reached. */
export interface PerkRound {
  /** The which-th time; for a perk of each year the year. */
  readonly round: number;
  /** The day of the visit that did it. */
  readonly day: Day;
}

/** All about one perk and one person. */
export interface PerkStanding {
  readonly reached: readonly PerkRound[];
  /** Still to be given, the one that waits longest first. */
  readonly due: readonly PerkRound[];
  readonly given: number;
  readonly declined: number;
  /** Given for visits that were taken back later. */
  readonly givenTakenBack: number;
  /** Of the threshold, towards the next time. */
  readonly progress: number;
}

/** One thing that is due to somebody. */
export interface PerkDue {
  readonly perkId: PerkId;
  readonly customerId: CustomerId;
  readonly name: string;
  readonly round: number;
  readonly day: Day;
  /** What is given, as the poster says it. */
  readonly gives: string;
}

/** Somebody who needs little more. */
export interface NearPerk {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly progress: number;
}

/** One perk with everybody it is about. */
export interface PerkLine {
  readonly perk: Perk;
  readonly reached: number;
  readonly given: number;
  readonly declined: number;
  readonly givenTakenBack: number;
  /** Longest waiting first. */
  readonly due: readonly PerkDue[];
  /** Nearest first. */
  readonly near: readonly NearPerk[];
}

export interface PerkBoard {
  readonly lines: readonly PerkLine[];
  /** People whose visits were counted for it. */
  readonly checked: number;
  /** The share of the purchases of three months that have an amount; null without any. */
  readonly amountShare: number | null;
}
