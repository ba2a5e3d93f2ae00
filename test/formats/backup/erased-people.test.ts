import { describe, expect, it } from 'vitest';
import { customerIdFrom } from '#domain/customers/customer.ts';
import { householdIdFrom } from '#domain/customers/household-id.ts';
import { roundIdFrom } from '#domain/week/round.ts';
import { mergeErasures, withoutErased } from '#formats/backup/merge-facts.ts';
import { byFactTable, type FactBatch } from '#schema/tables.ts';
import { day } from '../../support/shops/shop-with.ts';
import { customerRow, gestureRow, momentRow, visitRow } from '../../support/shops/plain-rows.ts';

const [gone, ada] = ['Mr Gone', 'Ada'].map(customerIdFrom);
if (gone === undefined || ada === undefined) throw new Error('There are two');

const shop: FactBatch = {
  ...byFactTable(() => []),
  customers: [
    customerRow({ id: gone, name: 'Mr Gone' }),
    customerRow({ id: ada, name: 'Ada', sentBy: gone, mergedInto: gone }),
  ],
  visits: [
    visitRow({
      customerId: gone,
      amount: 450,
      note: 'his usual',
      marks: ['friend'],
      receipt: '1042',
    }),
    visitRow({ customerId: ada, amount: 300, note: 'rye', marks: ['told'] }),
    visitRow({ customerId: null, amount: 200, note: 'nobody', marks: ['easy'] }),
  ],
  moments: [
    momentRow({ customerId: gone, text: 'moved away' }),
    momentRow({ customerId: ada, kind: 'sent', about: gone }),
  ],
  gestures: [gestureRow({ customerId: gone }), gestureRow({ customerId: ada })],
};

describe('a shop without somebody who asked to be forgotten', () => {
  const left = withoutErased(shop, new Set([gone]));

  it('has neither their card nor what was noted or done for them', () => {
    expect(left.customers.map(({ id }) => id)).toEqual([ada]);
    expect(left.moments.map(({ customerId }) => customerId)).toEqual([ada]);
    expect(left.gestures.map(({ customerId }) => customerId)).toEqual([ada]);
  });

  it('keeps the line of a round that was the others’ of their home too, under nobody', () => {
    const [roundId, householdId] = [roundIdFrom('christmas'), householdIdFrom('home')];
    const line = { kind: 'offer', words: 'his whisky', cost: 800 } as const;
    const home = gestureRow({ ...line, customerId: gone, roundId, householdId });
    const alone = gestureRow({ ...line, customerId: gone, roundId });
    const kept = withoutErased({ ...shop, gestures: [home, alone] }, new Set([gone]));
    expect(kept.gestures).toEqual([{ ...home, customerId: 'nobody', words: '' }]);
  });

  it('names them in nobody else’s rows', () => {
    expect(left.customers).toMatchObject([{ sentBy: null, mergedInto: null }]);
    expect(left.moments).toMatchObject([{ kind: 'sent', about: null }]);
    expect(JSON.stringify(left)).not.toContain(gone);
  });

  it('keeps what it sold them, without a word', () => {
    expect(left.visits).toMatchObject([
      { customerId: null, amount: 450, note: '', marks: [], receipt: null },
      { customerId: ada, amount: 300, note: 'rye', marks: ['told'] },
      { customerId: null, amount: 200, note: 'nobody', marks: ['easy'] },
    ]);
  });

  it('has the marks that either tablet kept of them, and the earlier day', () => {
    const [june, july] = [day('2026-06-18'), day('2026-07-18')];
    const ours = [{ customerId: gone, day: july, marks: ['n2', 'p1'] }];
    const theirs = [{ customerId: gone, day: june, marks: ['n1', 'p1'] }];
    const both = [{ customerId: gone, day: june, marks: ['n1', 'n2', 'p1'] }];
    expect(mergeErasures(ours, theirs)).toEqual(both);
    expect(mergeErasures(theirs, ours)).toEqual(both);
  });

  it('is the same shop where nobody asked', () => {
    expect(withoutErased(shop, new Set())).toEqual(shop);
    expect(withoutErased(shop, new Set([customerIdFrom('a stranger')]))).toEqual(shop);
  });
});
