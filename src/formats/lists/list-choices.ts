// What the shopkeeper may choose for a list, and what reading it needs to know of the shop.

import type { ColumnMeaning, DayOrder } from '#domain/import/column-meaning.ts';
import type { Currency } from '#domain/shop/money.ts';
import type { Day } from '#lib/day.ts';

/** Whether a name of the list stands for nobody in particular. */
export type StandInAnswer = 'nobody' | 'person';

/** What the shopkeeper chose for a list. Null and missing answers are decided by the list. */
export interface ImportChoices {
  readonly firstIsHeadings: boolean;
  readonly meanings: readonly ColumnMeaning[];
  readonly order: DayOrder | null;
  /** The ISO 4217 code that amounts are in; null: the shop's, or the list's in a new shop. */
  readonly currency: string | null;
  /** By the name's words without case and accents. */
  readonly standIns: Readonly<Record<string, StandInAnswer>>;
}

/** What reading a list needs to know of the shop. */
export interface ImportContext {
  readonly zone: string;
  readonly currency: Currency;
  /** Whether the shop has amounts already, so that its currency stays. */
  readonly isCurrencyFixed: boolean;
  readonly today: Day;
}
