import { describe, expect, it } from 'vitest';
import { findStandIns } from '#formats/lists/find-stand-ins.ts';
import type { PlannedPerson } from '#formats/lists/planned-person.ts';
import { addDays } from '#lib/day.ts';
import { day } from '../../support/shops/shop-with.ts';

const monday = day('2026-03-02');

describe('a name that is nobody in particular', () => {
  it('says so itself', () => {
    expect(namesFound([person('Walk-in'), person('Tom')], [])).toEqual(['Walk-in']);
  });

  it('is on twenty lines, two a day and a tenth of all', () => {
    const people = [person('Rosa'), person('Tom')];
    const others = lines(1, 180, { perDay: 1 });
    expect(namesFound(people, [...lines(0, 20, { perDay: 2 }), ...others])).toEqual(['Rosa']);
    expect(namesFound(people, [...lines(0, 19, { perDay: 2 }), ...others])).toEqual([]);
    expect(namesFound(people, [...lines(0, 20, { perDay: 1 }), ...others])).toEqual([]);
    const many = lines(1, 181, { perDay: 1 });
    expect(namesFound(people, [...lines(0, 20, { perDay: 2 }), ...many])).toEqual([]);
  });

  it('is on three in ten lines at four minutes of each day', () => {
    const people = [person('Rosa'), person('Tom')];
    const often = lines(0, 8, { perDay: 4, minuteStep: 30 });
    expect(namesFound(people, [...often, ...lines(1, 18, { perDay: 1 })])).toEqual(['Rosa']);
    expect(namesFound(people, [...often, ...lines(1, 19, { perDay: 1 })])).toEqual([]);
    expect(namesFound(people, lines(0, 5, { perDay: 5, minuteStep: 30 }))).toEqual([]);
    expect(namesFound(people, lines(0, 6, { perDay: 6, minuteStep: 30 }))).toEqual(['Rosa']);
    expect(namesFound(people, lines(0, 9, { perDay: 3, minuteStep: 30 }))).toEqual([]);
    expect(namesFound(people, lines(0, 8, { perDay: 4, minuteStep: 0 }))).toEqual([]);
  });

  it.each([
    { phones: ['07700 900461'] },
    { emails: ['bar@example.org'] },
    { addresses: ['12 High St'] },
    { birthday: '04-15' },
  ] as const)('is somebody after all with %o', (details) => {
    expect(namesFound([{ ...person('Walk-in'), ...details }], [])).toEqual([]);
  });

  it('is who the shopkeeper says', () => {
    const found = findStandIns([person('Walk-in')], lines(0, 3, { perDay: 1 }), {});
    expect([...found.values()]).toMatchObject([{ visits: 3, answer: 'nobody' }]);
    const key = [...found.values()][0]?.key ?? '';
    const asked = findStandIns([person('Walk-in')], [], { [key]: 'person' });
    expect([...asked.values()]).toMatchObject([{ visits: 0, answer: 'person' }]);
  });
});

function namesFound(
  people: readonly PlannedPerson[],
  visits: Parameters<typeof findStandIns>[1],
): readonly string[] {
  return [...findStandIns(people, visits, {}).values()].map(({ name }) => name);
}

function lines(
  who: number,
  count: number,
  { perDay, minuteStep }: { readonly perDay: number; readonly minuteStep?: number },
): Parameters<typeof findStandIns>[1] {
  return Array.from({ length: count }, (_, place) => ({
    person: who,
    day: addDays(monday, Math.floor(place / perDay)),
    minute: minuteStep === undefined ? null : 540 + minuteStep * (place % perDay),
  }));
}

function person(name: string): PlannedPerson {
  return {
    name,
    alsoCalled: [],
    cue: '',
    phones: [],
    emails: [],
    addresses: [],
    birthday: null,
    note: '',
    consents: { email: null, phone: null, post: null },
    importKey: null,
    row: 1,
  };
}
