// An amount while it is typed: digits fill from the right as on a till, are stored at once, and are
// written when the typing is over.

import { maxAmount } from '#domain/shop/money.ts';
import { visitIdFrom, type VisitId } from '#domain/visits/visit.ts';
import { isRecord } from '#lib/typed-keys.ts';
import { loadStored, type LocalStore } from '#platform/browser-storage/local-store.ts';

export type MoneyKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '00' | 'back';

/** Minor units typed so far for a visit; null when all was deleted. */
export interface AmountDraft {
  readonly visitId: VisitId;
  readonly amount: number | null;
}

/** The amount after `key`. It stops growing at the largest amount. */
export function applyKey(amount: number | null, key: MoneyKey): number | null {
  if (key === 'back') return amount === null || amount < 10 ? null : Math.floor(amount / 10);
  const grown = Number(`${amount ?? 0}${key}`);
  return grown > maxAmount ? amount : grown;
}

function amountDraftShape(value: unknown): AmountDraft | undefined {
  if (!isRecord(value)) return undefined;
  const { visitId, amount } = value;
  if (typeof visitId !== 'string' || (amount !== null && typeof amount !== 'number'))
    return undefined;
  return { visitId: visitIdFrom(visitId), amount };
}

/** The draft that an earlier page left under `key`, or null. */
export function loadAmountDraft(drafts: LocalStore, key: string): AmountDraft | null {
  return loadStored(drafts, key, amountDraftShape) ?? null;
}
