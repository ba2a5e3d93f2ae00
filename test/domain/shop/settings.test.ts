import { describe, expect, it } from 'vitest';
import { defaultSettings } from '#domain/shop/settings.ts';
import { nextTimestamp } from '#lib/hlc.ts';

const made = nextTimestamp({ last: null, now: 0, device: 'test' });

describe('a new shop', () => {
  it('has on what helps everybody, and off what a shop must want', () => {
    const settings = defaultSettings(made);
    const flags = Object.entries(settings).filter(([, value]) => typeof value === 'boolean');
    expect(flags.flatMap(([name, isOn]) => (isOn ? [name] : [])).toSorted()).toEqual([
      'amounts',
      'closingNote',
      'reservedPlace',
      'typingSearches',
    ]);
  });

  it('thanks eight a week with thirty pounds, and leaves people alone for eight weeks after', () => {
    expect(defaultSettings(made)).toMatchObject({
      budgetMoney: 3000,
      budgetPieces: 8,
      restWeeks: 8,
      skipWeeks: 4,
      messageRestDays: 14,
      retentionYears: 3,
    });
  });
});
