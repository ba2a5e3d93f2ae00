// Lists of people and purchases drawn at random, as a till would export them.
import fc from 'fast-check';

export interface DrawnPerson {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

/** A purchase of somebody, or of nobody in particular (null). */
export interface DrawnSale {
  readonly person: DrawnPerson | null;
  /** Days after 2026-01-01. */
  readonly day: number;
  readonly minute: number;
  readonly cents: number;
}

const names = [
  'Edda Krol',
  'Bram Osei',
  'Ines Valk',
  'Tam Reyes',
  'Ola Quist',
  'Maria Silva',
  'Jörg Weiß',
  'Łucja Śliwa',
  'राम शर्मा',
  'रमा शर्मा',
];

/** Up to eight people; some share a name, and then each has a phone number of their own. */
export const drawnPeople: fc.Arbitrary<readonly DrawnPerson[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom(...names),
      hasPhone: fc.boolean(),
      hasEmail: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((drawn) =>
    drawn.map(({ name, hasPhone, hasEmail }, at) => {
      const isShared = drawn.filter((other) => other.name === name).length > 1;
      return {
        name,
        phone: hasPhone || isShared ? `07700 9${String(10_000 + at)}` : '',
        email: hasEmail ? `p${at}@example.org` : '',
      };
    }),
  );

/** Sales in the order of their days. */
export const drawnSales: fc.Arbitrary<readonly DrawnSale[]> = drawnPeople.chain((people) =>
  fc
    .array(
      fc.record({
        person: fc.constantFrom(...people, null),
        day: fc.integer({ min: 0, max: 250 }),
        minute: fc.constantFrom(480, 481, 545, 720, 1079),
        cents: fc.constantFrom(250, 420, 420, 1840, 124_000),
      }),
      { minLength: 1, maxLength: 30 },
    )
    .map((sales) => sales.toSorted((a, b) => a.day - b.day)),
);

/** The list of `sales` as CSV. */
export function salesText(sales: readonly DrawnSale[]): string {
  return ['Date,Time,Customer,Phone,Email,Total', ...sales.map(saleLine)].join('\n');
}

function saleLine({ person, day, minute, cents }: DrawnSale): string {
  const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const { name, phone, email } = person ?? { name: '', phone: '', email: '' };
  return [date, time, name, phone, email, (cents / 100).toFixed(2)].join(',');
}
