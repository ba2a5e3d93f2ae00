import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#domain/customers/customer.ts';
import { featuresOf } from '#engine/profile/features.ts';
import { referralsOf } from '#engine/profile/referrals.ts';
import { dayNumber } from '#lib/day.ts';
import { customerRow } from '../../support/shops/plain-rows.ts';
import {
  customerId,
  daysAgo,
  historiesOf,
  on,
  personWith,
  settingsWith,
  today,
  type PersonInShop,
} from '../../support/shops/shop-with.ts';

const joan = personWith({ name: 'Joan' });

describe('people sent by somebody', () => {
  it('are told by the day they first came, and by who they are when it was the same', () => {
    const shop = [
      sentByJoan('Zoe', on([daysAgo(30), daysAgo(20)])),
      sentByJoan('Ben', on([daysAgo(40)])),
      sentByJoan('Ada', on([daysAgo(30)])),
    ];
    const told = sentBy(joan, [joan, ...shop]);
    expect(told).toEqual([
      { customerId: customerId('Ben'), since: dayNumber(daysAgo(40)), visitDays: 1 },
      { customerId: customerId('Ada'), since: dayNumber(daysAgo(30)), visitDays: 1 },
      { customerId: customerId('Zoe'), since: dayNumber(daysAgo(30)), visitDays: 2 },
    ]);
    expect(sentBy(joan, [...shop.toReversed(), joan])).toEqual(told);
  });

  it('have come, if only to look, since they first bought', () => {
    const looked = sentByJoan('Ada', on([daysAgo(30)], { kind: 'browsed' }));
    const bought = sentByJoan('Ben', [
      ...on([daysAgo(50)], { kind: 'browsed' }),
      ...on([daysAgo(20)]),
    ]);
    const never = sentByJoan('Cy', []);
    expect(sentBy(joan, [joan, looked, bought, never])).toEqual([
      { customerId: looked.id, since: dayNumber(daysAgo(30)), visitDays: 0 },
      { customerId: bought.id, since: dayNumber(daysAgo(20)), visitDays: 1 },
    ]);
  });

  it('may be noted on either side, and count once', () => {
    const ada = sentByJoan('Ada', on([daysAgo(30)]));
    const telling = personWith({
      name: 'Joan',
      moments: [
        { kind: 'sent', day: daysAgo(31), about: ada.id },
        { kind: 'sent', day: daysAgo(31) },
        { kind: 'idea', day: daysAgo(31), about: customerId('Ben') },
      ],
    });
    const ben = personWith({ name: 'Ben', visits: on([daysAgo(9)]) });
    expect(sentBy(telling, [telling, ada, ben]).map((each) => each.customerId)).toEqual([ada.id]);
  });

  it('belong to whoever the card was joined into, and nobody sends themselves', () => {
    const card = customerRow({ id: customerId('Joan P.'), name: 'Joan P.' });
    const joined = personWith({ name: 'Joan', joined: [card], visits: on([daysAgo(60)]) });
    const ada = personWith({ name: 'Ada', sentBy: card.id, visits: on([daysAgo(30)]) });
    expect(sentBy(joined, [joined, ada]).map((each) => each.customerId)).toEqual([ada.id]);
    const herself = personWith({
      name: 'Joan',
      joined: [card],
      sentBy: card.id,
      visits: on([daysAgo(60)]),
    });
    expect(sentBy(herself, [herself])).toEqual([]);
  });
});

function sentByJoan(
  name: string,
  visits: Parameters<typeof personWith>[0]['visits'],
): PersonInShop {
  return personWith({ name, sentBy: joan.id, ...(visits === undefined ? {} : { visits }) });
}

function sentBy({ id }: PersonInShop, shop: readonly PersonInShop[]) {
  const histories = historiesOf(shop);
  const features = new Map<CustomerId, ReturnType<typeof featuresOf>>(
    histories.map((history) => [history.customerId, featuresOf(history, settingsWith(), today)]),
  );
  return referralsOf(histories, features).get(id) ?? [];
}
