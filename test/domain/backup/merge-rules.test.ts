import { describe, expect, it } from 'vitest';
import { mergeCustomerRows } from '#domain/backup/merge-customer-rows.ts';
import { mergeSettings } from '#domain/backup/merge-settings.ts';
import { mergeVisits } from '#domain/backup/merge-visits.ts';
import { mergeWeeks } from '#domain/backup/merge-weeks.ts';
import { visitWithout } from '#domain/backup/erased-rows.ts';
import { customerIdFrom } from '#domain/customers/customer.ts';
import { changedPreferences, isLive } from '#domain/customers/preference.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { changedVisit } from '#domain/visits/changed-visit.ts';
import { nextTimestamp, type HlcTimestamp } from '#lib/hlc.ts';
import { customerRow, settingsRow, visitRow, weekRow } from '../../support/shops/plain-rows.ts';
import { day } from '../../support/shops/shop-with.ts';

const [joan, tom, ann] = ['Joan', 'Tom', 'Ann'].map(customerIdFrom);
if (joan === undefined || tom === undefined || ann === undefined)
  throw new Error('There are three');

const rye = { text: 'rye', day: day('2026-06-01') };
const seeds = { text: 'seeds', day: day('2026-06-02') };
const soup = { text: 'soup on Fridays', day: day('2026-06-03') };

describe('what two tablets know of one customer', () => {
  it('is a phone from one and a birthday from the other', () => {
    const before = customerRow({});
    const here = withChanges(before, { phones: ['07700 900461'] }, at(1));
    const there = withChanges(before, { birthday: '04-15' }, at(2));
    expect(mergeCustomerRows(here, there)).toMatchObject({
      phones: ['07700 900461'],
      birthday: '04-15',
    });
  });

  it('is what they like as noted on both, without what was deleted on either', () => {
    const before = customerRow({ preferences: [rye, seeds] });
    const here = withChanges(
      before,
      { preferences: changedPreferences([rye, seeds], [rye]) },
      at(1),
    );
    const there = withChanges(
      before,
      { preferences: changedPreferences([rye, seeds], [rye, seeds, soup]) },
      at(2),
    );
    const merged = mergeCustomerRows(here, there).preferences;
    expect(merged.filter(isLive)).toEqual([rye, soup]);
    expect(JSON.stringify(merged)).not.toContain('seeds');
    expect(mergeCustomerRows(there, here).preferences).toEqual(merged);
  });

  it('has again what was deleted and noted again', () => {
    const without = changedPreferences([rye, seeds], [rye]);
    const again = changedPreferences(without, [rye, seeds]);
    const merged = mergeCustomerRows(
      customerRow({ preferences: without }),
      customerRow({ preferences: again }),
    );
    expect(
      merged.preferences
        .filter(isLive)
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(['rye', 'seeds']);
  });
});

describe('a visit that two tablets changed', () => {
  const visit = visitRow({ customerId: joan, note: 'the usual' });

  it('stays undone, with the amount from the other', () => {
    const here = changedVisit(visit, { voided: true }, at(1));
    const there = changedVisit(visit, { amount: 450 }, at(2));
    expect(mergeVisits(here, there)).toMatchObject({ voided: true, amount: 450 });
  });

  it('keeps a note of Joan apart from Tom, to whom the visit was given elsewhere', () => {
    const here = changedVisit(visit, { customerId: tom }, at(1));
    const there = changedVisit(visit, { note: 'Joan: two loaves' }, at(2));
    const merged = mergeVisits(here, there);
    expect(merged).toMatchObject({ customerId: tom, whose: { note: joan } });
    expect(visitWithout(merged, new Set([joan]))).toMatchObject({ customerId: tom, note: '' });
    expect(visitWithout(merged, new Set([tom]))).toMatchObject({
      customerId: null,
      note: 'Joan: two loaves',
    });
  });

  it('takes its note along to whom it is given, and leaves it with whose name was taken off', () => {
    const given = changedVisit(visit, { customerId: tom }, at(1));
    expect(visitWithout(given, new Set([joan]))).toMatchObject({ note: 'the usual' });
    expect(visitWithout(given, new Set([tom]))).toMatchObject({ customerId: null, note: '' });
    const taken = changedVisit(visit, { customerId: null }, at(1));
    expect(visitWithout(taken, new Set([joan]))).toMatchObject({ note: '' });
    const later = changedVisit(taken, { note: 'left a scarf' }, at(2));
    expect(visitWithout(later, new Set([joan]))).toMatchObject({ note: 'left a scarf' });
    expect(later).not.toHaveProperty('whose');
  });
});

describe('a week that two tablets decided', () => {
  it('is as the first of them decided it, as a whole', () => {
    const first = weekRow({ chosen: [joan], skipped: [tom], made: at(1) });
    const second = withChanges(
      weekRow({ chosen: [ann], made: at(2) }),
      { budgetMoney: 5000 },
      at(3),
    );
    expect(mergeWeeks(first, second)).toBe(first);
    expect(mergeWeeks(second, first)).toBe(first);
  });

  it('is as it was last changed where both have the same decision', () => {
    const before = weekRow({ chosen: [joan], made: at(1) });
    const after = withChanges(before, { chosen: [joan, tom] }, at(2));
    expect(mergeWeeks(before, after)).toBe(after);
  });
});

describe('the settings of two tablets', () => {
  it('keep the currency in which one of them has amounts', () => {
    const before = settingsRow({});
    const here = withChanges(before, { currencyFixed: true }, at(1));
    const there = withChanges(
      before,
      { currency: { code: 'EUR', digits: 2 }, shopName: 'Moss' },
      at(2),
    );
    for (const merged of [mergeSettings(here, there), mergeSettings(there, here)])
      expect(merged).toMatchObject({
        currency: { code: 'GBP' },
        currencyFixed: true,
        shopName: 'Moss',
      });
  });

  it('are the list of offers as it was last changed, never a mixture of two lists', () => {
    const before = settingsRow({ offers: [{ words: 'half a ham', cost: 900 }] });
    const pie = { words: 'a pie', cost: 300 };
    const bone = { words: 'a bone', cost: 50 };
    const here = withChanges(before, { offers: [...before.offers, pie] }, at(1));
    const there = withChanges(before, { offers: [bone], shopName: 'Moss' }, at(2));
    const later = withChanges(here, { offers: [pie] }, at(3));
    for (const [a, b, offers] of [
      [here, there, [bone]],
      [there, here, [bone]],
      [later, there, [pie]],
      [before, here, here.offers],
    ] as const)
      expect(mergeSettings(a, b).offers).toEqual(offers);
    expect(mergeSettings(later, there).shopName).toBe('Moss');
  });
});

function at(minute: number): HlcTimestamp {
  return nextTimestamp({ last: null, now: minute * 60_000, device: 'till' });
}
