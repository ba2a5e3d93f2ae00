import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankCustomer, customerIdFrom, type Customer } from '#domain/customers/customer.ts';
import { cardsAtOnce, nameCards, type KnownFace } from '#domain/doubles/name-cards.ts';
import { daysBetween } from '#lib/day.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import { daysAgo, firstStamp, today } from '../../support/shops/shop-with.ts';

describe('cards to learn names by', () => {
  it('show what somebody is known by, and three names of which one is right', () => {
    const faces = [face('Hana', 'red bike'), face('Tom R.', 'blue van'), face('Joan', 'two dogs')];
    const cards = draw(faces);
    expect(cards.map(({ cue, name }) => `${cue}: ${name}`).toSorted()).toEqual([
      'blue van: Tom R.',
      'red bike: Hana',
      'two dogs: Joan',
    ]);
    for (const { choices } of cards) expect(choices.toSorted()).toEqual(['Hana', 'Joan', 'Tom R.']);
  });

  it('offer those who are most easily mixed up', () => {
    const faces = [
      face('Hana Weiss', 'red bike'),
      face('Ines Wolf', 'red scarf'),
      face('Tom Wahl', 'blue van'),
      ...['Joan', 'Ed', 'Ana', 'Lea'].map((name) => face(name, `tall, ${name}`)),
    ];
    const card = draw(faces).find(({ name }) => name === 'Hana Weiss');
    expect(card?.choices.toSorted()).toEqual(['Hana Weiss', 'Ines Wolf', 'Tom Wahl']);
  });

  it('do not ask for one of two with the same cue', () => {
    const faces = [
      face('Hana', 'red bike'),
      face('Ines', 'Red bike '),
      face('Tom', 'blue van'),
      face('Joan', 'two dogs'),
    ];
    for (const { name, choices } of draw(faces))
      if (name === 'Hana') expect(choices).not.toContain('Ines');
  });

  it('are none where fewer than three could be told apart', () => {
    expect(draw([face('Hana', 'red bike'), face('Tom', 'blue van')])).toEqual([]);
  });

  it('never show anybody without a cue, young, dead, erased, merged away or long unseen', () => {
    fc.assert(
      fc.property(fc.array(anyFace, { maxLength: 40 }), fc.string(), (faces, seed) => {
        const cards = nameCards(faces, today, seededRandom(seed));
        expect(cards.length).toBeLessThanOrEqual(cardsAtOnce);
        for (const { id, name, choices } of cards) {
          const shown = faces.filter(({ customer }) => choices.includes(customer.name));
          const asked = faces.find(({ customer }) => customer.id === id);
          expect(asked === undefined ? false : mayBeShown(asked)).toBe(true);
          expect(new Set(choices).size).toBe(3);
          expect(choices).toContain(name);
          // A wrong name is of somebody who may be shown too.
          for (const choice of choices)
            expect(shown.some((each) => each.customer.name === choice && mayBeShown(each))).toBe(
              true,
            );
        }
      }),
    );
  });
});

const anyFace: fc.Arbitrary<KnownFace> = fc
  .record({
    id: fc.uuid(),
    name: fc.constantFrom('Hana', 'Hana', 'Tom', 'Joan', 'Ed', 'Ana', 'Lea', 'Olga', '', 'Zoë'),
    cue: fc.constantFrom('', ' ', 'red bike', 'red scarf', 'blue van', 'two dogs', 'tall'),
    young: fc.boolean(),
    diedOn: fc.constantFrom(null, null, daysAgo(3)),
    forgottenOn: fc.constantFrom(null, null, daysAgo(3)),
    mergedInto: fc.constantFrom(null, null, customerIdFrom('other')),
    voided: fc.boolean(),
    lastSeen: fc.constantFrom(null, daysAgo(0), daysAgo(56), daysAgo(57), daysAgo(400)),
  })
  .map(({ lastSeen, id, name, ...rest }) => ({
    customer: { ...person(name), ...rest, id: customerIdFrom(id) },
    lastSeen,
    weekday: null,
  }));

function mayBeShown({ customer, lastSeen }: KnownFace): boolean {
  return (
    customer.cue.trim() !== '' &&
    !customer.young &&
    customer.diedOn === null &&
    customer.forgottenOn === null &&
    customer.mergedInto === null &&
    !customer.voided &&
    lastSeen !== null &&
    daysBetween(lastSeen, today) <= 56
  );
}

function draw(faces: readonly KnownFace[]): ReturnType<typeof nameCards> {
  return nameCards(faces, today, seededRandom('any'));
}

function face(name: string, cue: string): KnownFace {
  return { customer: { ...person(name), cue }, lastSeen: daysAgo(7), weekday: null };
}

function person(name: string): Customer {
  const id = customerIdFrom(name);
  return { ...blankCustomer, id, name, made: firstStamp, edits: {}, addedOn: today, createdAt: 1 };
}
