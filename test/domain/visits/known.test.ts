import { describe, expect, it } from 'vitest';
import { historyOf, isKnown } from '#domain/visits/history.ts';
import { customerRow, momentRow, visitRow } from '../../support/shops/plain-rows.ts';

const customer = customerRow({});
const nothing = { customer, joined: [], visits: [], moments: [], gestures: [] };

describe('somebody with a name alone', () => {
  it('is not known yet, and is with the first visit or moment', () => {
    expect(isKnown(historyOf(nothing))).toBe(false);
    const visits = [visitRow({ customerId: customer.id })];
    const moments = [momentRow({ customerId: customer.id })];
    expect(isKnown(historyOf({ ...nothing, visits }))).toBe(true);
    expect(isKnown(historyOf({ ...nothing, moments }))).toBe(true);
  });
});
