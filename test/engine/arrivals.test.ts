import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrivalSummaryOf,
  likelinessAt,
  rankedByLikeliness,
  shopGapDaysOf,
  shopHabitsOf,
  type CounterMoment,
} from '#engine/arrivals.ts';
import { anyShop } from '../support/any-shop.ts';
import {
  customerId,
  daysAgo,
  every,
  historiesOf,
  on,
  personWith,
  today,
  type PersonInShop,
} from '../support/shop-with.ts';

const thursdayMorning = { day: today, minute: 9 * 60 };

describe('who is likely now', () => {
  it('puts the habit of this hour and weekday before who was here last', () => {
    const thursdays = personWith({
      name: 'Thursdays',
      visits: every(7, { times: 20, until: daysAgo(7), minute: 9 * 60 }),
    });
    const yesterday = personWith({
      name: 'Yesterday',
      visits: on([daysAgo(40), daysAgo(1)], { minute: 16 * 60 }),
    });
    expect(namesAt(thursdayMorning, [yesterday, thursdays])).toEqual(['Thursdays', 'Yesterday']);
  });

  it('knows the morning people from the evening people', () => {
    const morning = personWith({
      name: 'Morning',
      visits: every(3, { times: 20, until: daysAgo(3), minute: 9 * 60 }),
    });
    const evening = personWith({
      name: 'Evening',
      visits: every(3, { times: 20, until: daysAgo(3), minute: 17 * 60 }),
    });
    expect(namesAt(thursdayMorning, [evening, morning])[0]).toBe('Morning');
    expect(namesAt({ day: today, minute: 17 * 60 + 10 }, [evening, morning])[0]).toBe('Evening');
  });

  it('takes those who are due before those who were here an hour ago', () => {
    const due = personWith({
      name: 'Due',
      visits: every(7, { times: 20, until: daysAgo(7), minute: 9 * 60 }),
    });
    const justHere = personWith({
      name: 'Just here',
      visits: every(7, { times: 20, until: today, minute: 8 * 60 }),
    });
    const others = Array.from({ length: 6 }, (_, index) =>
      personWith({
        name: `Other ${index}`,
        visits: every(5, { times: 20, until: daysAgo(index), minute: 11 * 60 }),
      }),
    );
    const names = namesAt(thursdayMorning, [justHere, due, ...others]);
    expect(names.indexOf('Due')).toBeLessThan(names.indexOf('Just here'));
  });

  it('takes a frequent customer before a rare one', () => {
    const often = personWith({ name: 'Often', visits: every(4, { times: 30, until: daysAgo(4) }) });
    const rarely = personWith({
      name: 'Rarely',
      visits: every(28, { times: 5, until: daysAgo(28) }),
    });
    expect(namesAt(thursdayMorning, [rarely, often])[0]).toBe('Often');
  });

  it('learns no hour from visits whose time is unknown', () => {
    const untimed = personWith({
      name: 'Untimed',
      visits: every(7, { times: 10, until: daysAgo(7) }),
    });
    const timed = personWith({
      name: 'Timed',
      visits: every(2, { times: 10, until: daysAgo(2), minute: 9 * 60 }),
    });
    const summary = summaryOf(untimed);
    expect(summary.timedWeight).toBe(0);
    expect(Math.max(...summary.halfHours)).toBe(0);
    const spread = (minute: number) =>
      likelyAt({ day: today, minute }, [untimed, timed]).get(untimed.id);
    expect(spread(9 * 60)).toBeCloseTo(spread(12 * 60) ?? 0, 1);
  });

  it('counts two taps within an hour as one coming', () => {
    const twice = personWith({
      name: 'Twice',
      visits: [
        { day: daysAgo(3), minute: 600 },
        { day: daysAgo(3), minute: 640 },
        { day: daysAgo(1), minute: 600 },
      ],
    });
    expect(summaryOf(twice).visits).toBe(2);
  });

  it('knows everybody, does not depend on their order, and always gives numbers', () => {
    fc.assert(
      fc.property(anyShop, fc.integer({ min: 0, max: 1439 }), (shop, minute) => {
        const moment = { day: today, minute };
        expect(namesAt(moment, shop)).toEqual(namesAt(moment, shop.toReversed()));
        for (const likely of likelyAt(moment, shop).values())
          expect(Number.isFinite(likely)).toBe(true);
      }),
    );
  });
});

function likelyAt(moment: CounterMoment, people: readonly PersonInShop[]) {
  const histories = historiesOf(people);
  const gapDays = shopGapDaysOf(histories);
  const summaries = histories.map((history) =>
    arrivalSummaryOf(history, { today: moment.day, gapDays }),
  );
  return likelinessAt(summaries, shopHabitsOf(summaries, gapDays), moment);
}

function namesAt(moment: CounterMoment, people: readonly PersonInShop[]): readonly string[] {
  const names = new Map(people.map((person) => [person.id, person.customer.name]));
  return rankedByLikeliness(likelyAt(moment, people)).map(
    (id) => names.get(id) ?? customerId('nobody'),
  );
}

function summaryOf(person: PersonInShop) {
  return arrivalSummaryOf(person.history, { today, gapDays: 7 });
}
