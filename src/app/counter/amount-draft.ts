// An amount while it is typed: digits fill from the right as on a till, are kept at once, and are
// written when the typing is over.

import { maxAmount } from '#domain/shop/money.ts';
import type { VisitId } from '#domain/visits/visit.ts';
import { parseStored, type LocalStore } from '#platform/browser-storage/local-store.ts';

/** What a key of the money pad says. */
export type MoneyKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '00' | 'back';

/** Minor units typed so far for a visit; null when all was taken away. */
export interface AmountDraft {
  readonly visitId: VisitId;
  readonly amount: number | null;
}

/** The draft after `key`. A number stops growing where no amount goes. */
export function applyKey(amount: number | null, key: MoneyKey): number | null {
  if (key === 'back') return amount === null || amount < 10 ? null : Math.floor(amount / 10);
  const grown = Number(`${amount ?? 0}${key}`);
  return grown > maxAmount ? amount : grown;
}

/** Keeps the draft under `key`, or forgets it. */
export function saveAmountDraft(drafts: LocalStore, key: string, draft: AmountDraft | null): void {
  if (draft === null) drafts.remove(key);
  else drafts.set(key, JSON.stringify(draft));
}

/** The draft that an earlier page left, or null. */
export function loadAmountDraft(drafts: LocalStore, key: string): AmountDraft | null {
  const value = parseStored(drafts.get(key));
  return isAmountDraft(value) ? value : null;
}

function isAmountDraft(value: unknown): value is AmountDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'visitId' in value &&
    typeof value.visitId === 'string' &&
    'amount' in value &&
    (value.amount === null || typeof value.amount === 'number')
  );
}
