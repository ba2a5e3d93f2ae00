// A list of cards and gifts of one occasion, a Christmas for example. Each line of it is a gesture
// with its id.

import { idFrom, type Id } from '#lib/id.ts';
import type { Day } from '#lib/day.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';

export type RoundId = Id<'round'>;

export const roundIdFrom: (text: string) => RoundId = idFrom;

export interface RoundFields {
  /** In the owner's words: "Christmas", "Eid". Rounds of one name follow each other. */
  readonly name: string;
  readonly year: number;
  readonly opensOn: Day;
  /** Null while the list is open. */
  readonly closesOn: Day | null;
  /** Minor units, apart from the weekly budget; null when nobody set one. */
  readonly budgetMoney: number | null;
  readonly voided: boolean;
}

export interface Round extends RoundFields, VersionedRow<keyof RoundFields> {
  readonly id: RoundId;
}
