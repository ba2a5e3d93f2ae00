// Perks are promises: what is due must be what a recount of the raw rows says, in every shop, for
// everybody.
import { describe, expect, it } from 'vitest';
import { perkIdFrom, type Perk, type PerkFields } from '#domain/week/perk.ts';
import { gestureIdFrom, type Gesture } from '#domain/week/gesture.ts';
import { perkBoard } from '#engine/perks/perk-board.ts';
import { addDays, type Day } from '#lib/day.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import { recountedPerk } from '../../support/recount/recount-perks.ts';
import { recountedShop } from '../../support/recount/raw-count.ts';
import { historiesIn, randomShop, type RawShop } from '../../support/shops/random-shop.ts';
import { gestureRow, perkRow } from '../../support/shops/plain-rows.ts';
import { randomSourceFrom, type RandomSource } from '../../support/values/random-source.ts';
import { runs } from '../../support/values/runs.ts';

const hundreds = Array.from({ length: runs(1, 10) }, (_, index) => 100 * index);

describe('what is due of the perks', () => {
  it.each(hundreds)('is what a recount says, in the hundred shops from number %i on', (from) => {
    for (let number = from; number < from + 100; number += 1) {
      const { raw, perks } = shopWithPerks(number);
      const { lines, checked } = perkBoard({
        histories: historiesIn(raw),
        perks,
        today: raw.today,
      });
      const counted = recountedShop(raw);
      expect(checked, `shop ${number}`).toBe(counted.people.size);
      for (const { perk, reached, given, declined, due } of lines) {
        const found = due.map(({ customerId, round, day }) => ({ customerId, round, day }));
        const expected = recountedPerk(perk, counted);
        expect({ reached, given, declined, due: inOrder(found) }, `shop ${number}`).toEqual({
          ...expected,
          due: inOrder(expected.due),
        });
      }
    }
  });

  it('comes up in each form: reached, given, declined, waiting, and for who was sent', () => {
    const seen = new Map<string, number>();
    for (let number = 0; number < 200; number += 1) {
      const { raw, perks } = shopWithPerks(number);
      for (const line of perkBoard({ histories: historiesIn(raw), perks, today: raw.today }).lines)
        for (const [what, count] of [
          ['reached', line.reached],
          ['given', line.given],
          ['declined', line.declined],
          ['due', line.due.length],
          ['taken back', line.givenTakenBack],
          ['new', line.due.filter(({ round }) => round === 0).length],
        ] as const)
          seen.set(
            `${line.perk.measure} ${what}`,
            (seen.get(`${line.perk.measure} ${what}`) ?? 0) + count,
          );
    }
    const never = ['visit-days', 'spend', 'people-sent', 'years'].flatMap((measure) =>
      ['reached', 'given', 'declined', 'due', 'taken back'].filter(
        (what) => (seen.get(`${measure} ${what}`) ?? 0) === 0,
      ),
    );
    expect(never).toEqual([]);
    expect(seen.get('people-sent new')).toBeGreaterThan(0);
  });
});

function shopWithPerks(number: number): { readonly raw: RawShop; readonly perks: readonly Perk[] } {
  const raw = randomShop(number);
  const random = randomSourceFrom(seededRandom(`perks ${number}`));
  const perks = forms.map((form, place) => ({
    ...perkRow({ id: perkIdFrom(`perk-${place}`), ...form(random), ...datesOf(random, raw.today) }),
  }));
  const gestures = raw.customers.flatMap((customer) =>
    perks.flatMap((perk) => giftsOf(random, { perk, raw, customerId: customer.id })),
  );
  return { raw: { ...raw, gestures: [...raw.gestures, ...gestures] }, perks };
}

type Form = (random: RandomSource) => Partial<PerkFields>;

const forms: readonly Form[] = [
  (random) => ({ measure: 'visit-days', repeats: 'every', threshold: random.of([2, 3, 10]) }),
  (random) => ({ measure: 'visit-days', repeats: 'once', threshold: random.of([2, 5]) }),
  (random) => ({
    measure: 'spend',
    repeats: random.of(['yearly', 'yearly', 'every', 'once']),
    threshold: random.of([400, 1500, 6000, 12_001]),
  }),
  (random) => ({
    measure: 'people-sent',
    repeats: random.of(['every', 'once', 'yearly']),
    threshold: random.of([1, 1, 2]),
    afterVisits: random.of([1, 2, 3]),
    givesToNew: random.of(['', 'a loaf']),
  }),
  (random) => ({ measure: 'years', repeats: random.of(['every', 'once']), threshold: 1 }),
];

function datesOf(random: RandomSource, today: Day): Partial<PerkFields> {
  const publishedOn = addDays(today, -random.whole(-3, 500));
  return {
    publishedOn: random.happens(0.95) ? publishedOn : null,
    countsFrom: random.of([null, null, publishedOn]),
    endedOn: random.happens(0.2) ? addDays(publishedOn, random.whole(0, 300)) : null,
  };
}

function giftsOf(
  random: RandomSource,
  { perk, raw, customerId }: { perk: Perk; raw: RawShop; customerId: Gesture['customerId'] },
): readonly Gesture[] {
  if (random.happens(0.7)) return [];
  const fate = random.of(['given', 'given', 'declined', 'voided', 'waiting'] as const);
  const year = Number(raw.today.slice(0, 4)) - random.whole(0, 1);
  return [
    gestureRow({
      id: gestureIdFrom(`${customerId} ${perk.id}`),
      customerId,
      kind: 'perk',
      perkId: perk.id,
      perkRound: random.happens(0.2) ? 0 : perk.repeats === 'yearly' ? year : random.whole(1, 3),
      handedOverOn: fate === 'given' || fate === 'voided' ? raw.today : null,
      declinedOn: fate === 'declined' ? raw.today : null,
      voided: fate === 'voided',
    }),
  ];
}

function inOrder<Due extends { readonly customerId: string; readonly round: number }>(
  dues: readonly Due[],
): readonly Due[] {
  return dues.toSorted((a, b) =>
    a.customerId === b.customerId ? a.round - b.round : a.customerId < b.customerId ? -1 : 1,
  );
}
