// A published rule: who does so much within so long gets what the poster says. Kept from the first
// version on, shown by a later screen.

import type { Id } from '#lib/id.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';

export type PerkId = Id<'perk'>;

export interface PerkFields {
  readonly measure: 'visit-days' | 'spend' | 'people-sent';
  readonly threshold: number;
  readonly windowDays: number;
  readonly gives: string;
  readonly voided: boolean;
}

export interface Perk extends PerkFields, VersionedRow<keyof PerkFields> {
  readonly id: PerkId;
}
