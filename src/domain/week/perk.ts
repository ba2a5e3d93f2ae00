// A published rule: who reaches the measure gets what the poster says. Kept from the first version
// on, shown by a later screen.

import type { VersionedRow } from '#domain/shop/versioned-row.ts';

declare const perkBrand: unique symbol;
/** Tells a perk’s id from other text. */
export type PerkId = string & { readonly [perkBrand]: true };

/** What a perk counts. */
export type PerkMeasure = 'visit-days' | 'spend' | 'people-sent';

/** A published rule: who does so much within so long gets this. */
export interface Perk extends VersionedRow<
  'measure' | 'threshold' | 'windowDays' | 'gives' | 'voided'
> {
  readonly id: PerkId;
  readonly measure: PerkMeasure;
  readonly threshold: number;
  readonly windowDays: number;
  readonly gives: string;
  readonly voided: boolean;
}
