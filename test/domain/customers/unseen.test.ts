import { describe, expect, it } from 'vitest';
import { householdIdFrom } from '#domain/customers/household-id.ts';
import { unseenCustomers } from '#domain/customers/unseen.ts';
import { roundIdFrom } from '#domain/week/round.ts';
import { day, daysAgo, on, personWith, today } from '../../support/shops/shop-with.ts';

const years = 3;
const long = { addedOn: day('2019-01-01') };
const before = on([day('2023-06-17')]);
const home = householdIdFrom('home-1');

describe('who has not been here for years', () => {
  it('is whoever was last here longer ago than the shop says, to the day', () => {
    const people = [
      personWith({ name: 'A day too long', visits: before, ...long }),
      personWith({ name: 'Just in time', visits: on([day('2023-06-18')]), ...long }),
      personWith({ name: 'Never here', ...long }),
      personWith({ name: 'New on the list', addedOn: daysAgo(10) }),
    ];
    expect(unseenCustomers(people, { years, today })).toMatchObject([
      { name: 'Never here', last: null },
      { name: 'A day too long', last: '2023-06-17' },
    ]);
  });

  it('is nobody with an open matter, a card waiting, or a line on a list of this year', () => {
    const people = [
      personWith({
        name: 'Complained',
        visits: before,
        ...long,
        moments: [{ kind: 'complaint', day: day('2022-01-01') }],
      }),
      personWith({
        name: 'A card waits',
        visits: before,
        ...long,
        gestures: [{ kind: 'card', plannedOn: daysAgo(3) }],
      }),
      personWith({
        name: 'On the list of Christmas',
        visits: before,
        ...long,
        gestures: [
          {
            kind: 'card',
            plannedOn: day('2026-01-05'),
            handedOverOn: day('2026-01-06'),
            roundId: roundIdFrom('round-1'),
          },
        ],
      }),
    ];
    expect(unseenCustomers(people, { years, today })).toEqual([]);
  });

  it('is nobody who lives with somebody that still comes', () => {
    const gone = personWith({ name: 'Ada', visits: before, ...long, householdId: home });
    const comes = personWith({ name: 'Ben', visits: on([daysAgo(3)]), householdId: home });
    expect(unseenCustomers([gone, comes], { years, today })).toEqual([]);
    expect(unseenCustomers([gone], { years, today })).toHaveLength(1);
  });

  it('counts from the 28th of February where there is no 29th', () => {
    const leap = day('2024-02-29');
    const people = [
      personWith({ name: 'Then', visits: on([day('2021-02-28')]), ...long }),
      personWith({ name: 'Before', visits: on([day('2021-02-27')]), ...long }),
    ];
    expect(unseenCustomers(people, { years, today: leap })).toMatchObject([{ name: 'Before' }]);
  });
});
