import { describe, expect, test } from 'vitest';
import { receiptAmount, type ReceiptLine } from '#formats/lists/receipt-rules.ts';

const lines = (...rows: readonly (readonly [type: string, amount: number | null])[]) =>
  rows.map(([type, amount]): ReceiptLine => ({ type, amount }));

describe('what a receipt of several lines comes to', () => {
  test('the sale alone, where its items and its payment stand beside it', () => {
    const receipt = lines(['Sale', 1200], ['Item', 700], ['Item', 500], ['Payment', 1200]);
    expect(receiptAmount(receipt, 'sum')).toBe(1200);
  });

  test('its items, where no line is the sale', () => {
    const receipt = lines(['Item', 700], ['Item', 500], ['Payment', 1500]);
    expect(receiptAmount(receipt, 'sum')).toBe(1200);
  });

  test('without the tip', () => {
    expect(receiptAmount(lines(['Item', 700], ['Tip', 100]), 'sum')).toBe(700);
  });

  test('nothing, where no line has an amount', () => {
    expect(receiptAmount(lines(['Sale', null], ['Item', null]), 'sum')).toBeNull();
  });
});
