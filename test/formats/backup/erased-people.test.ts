import { describe, expect, it } from 'vitest';
import { customerIdFrom } from '#domain/customers/customer.ts';
import { withoutErased } from '#formats/backup/merge-facts.ts';
import { byFactTable, type FactBatch } from '#schema/tables.ts';
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
    visitRow({ customerId: gone, amount: 450, note: 'his usual', marks: ['friend'] }),
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

  it('names them in nobody else’s rows', () => {
    expect(left.customers).toMatchObject([{ sentBy: null, mergedInto: null }]);
    expect(left.moments).toMatchObject([{ kind: 'sent', about: null }]);
    expect(JSON.stringify(left)).not.toContain(gone);
  });

  it('keeps what it sold them, without a word', () => {
    expect(left.visits).toMatchObject([
      { customerId: null, amount: 450, note: '', marks: [] },
      { customerId: ada, amount: 300, note: 'rye', marks: ['told'] },
      { customerId: null, amount: 200, note: 'nobody', marks: ['easy'] },
    ]);
  });

  it('is the same shop where nobody asked', () => {
    expect(withoutErased(shop, new Set())).toEqual(shop);
    expect(withoutErased(shop, new Set([customerIdFrom('a stranger')]))).toEqual(shop);
  });
});
