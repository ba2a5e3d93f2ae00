// A published rule: who does so much gets what the poster says. Once published it is never edited,
// only ended.

import { idFrom, type Id } from '#lib/id.ts';
import type { Day } from '#lib/day.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';

export type PerkId = Id<'perk'>;

export const perkIdFrom: (text: string) => PerkId = idFrom;

export const perkMeasures = ['visit-days', 'spend', 'people-sent', 'years'] as const;

export type PerkMeasure = (typeof perkMeasures)[number];

/** Every time the threshold is reached again, once in each calendar year, or once for good. */
export const perkRepeats = ['every', 'yearly', 'once'] as const;

/** Visit days of a perk: what the form begins with, the least and the most. */
export const visitDaysOfPerk = { usual: 10, min: 2, max: 1000 } as const;

/** From which visit day on somebody sent may count: what the form begins with and its bounds. */
export const afterVisitsOfPerk = { usual: 1, min: 1, max: 20 } as const;

/** With amounts at fewer of the purchases many could never reach a perk of money. */
export const minAmountShareOfPerk = 0.9;

export interface PerkFields {
  /** For the shop's own list; the poster says the rule itself. */
  readonly title: string;
  readonly measure: PerkMeasure;
  /** Visit days, people, years, or minor units. */
  readonly threshold: number;
  readonly repeats: (typeof perkRepeats)[number];
  /** What is given, as it stands on the poster. */
  readonly gives: string;
  /** What somebody new gets who was sent; empty for nothing. */
  readonly givesToNew: string;
  /** Somebody sent counts from this visit day of theirs on. */
  readonly afterVisits: number;
  /** The first day that counts; null: everything counts. */
  readonly countsFrom: Day | null;
  readonly publishedOn: Day | null;
  /** The last day that counts; null while it goes on. */
  readonly endedOn: Day | null;
  readonly voided: boolean;
}

export interface Perk extends PerkFields, VersionedRow<keyof PerkFields> {
  readonly id: PerkId;
}

const countedByYear: Readonly<Record<Perk['repeats'], boolean>> = {
  every: false,
  yearly: true,
  once: false,
};

/** Whether each calendar year is counted for itself. */
export function isCountedByYear({ repeats }: Perk): boolean {
  return countedByYear[repeats];
}
