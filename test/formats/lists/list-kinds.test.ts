import { describe, expect, test } from 'vitest';
import type { ImportPlan } from '#formats/lists/plan-list.ts';
import { planOf } from '../../support/files/read-list.ts';

/** What came of a list: its visits, whoever has none, and the rows that were left out. */
function seenOf({ people, visits, problems }: ImportPlan): readonly string[] {
  const nameOf = (person: number | null): string => people[person ?? -1]?.name ?? 'nobody';
  const visitors = new Set(visits.map(({ person }) => person));
  return [
    ...visits.map(({ person, day, minute, amount }) =>
      [nameOf(person), day, minute ?? '-', amount ?? '-'].join(' '),
    ),
    ...people.filter((_, index) => !visitors.has(index)).map(({ name }) => `only ${name}`),
    ...problems.map(({ row, code }) => `${row} ${code}`),
  ];
}

describe('a list of sales', () => {
  test.each([
    [
      'goods under Name beside a quantity',
      [
        'Date,Receipt,Name,Quantity,Price',
        '13/09/2026 08:05,1,Rye loaf,1,4.20',
        '13/09/2026 08:05,1,Cheese 200 g,1,5.20',
        '14/09/2026 09:15,2,Flat white,1,3.20',
      ],
      ['nobody 2026-09-13 485 940', 'nobody 2026-09-14 555 320'],
    ],
    [
      'the total of the order on each of its lines',
      [
        'Date,Receipt,Item,Item price,Order total,Customer',
        '13/09/2026,1,Rye,10.00,18.40,Edda Krol',
        '13/09/2026,1,Cheese,8.40,18.40,Edda Krol',
      ],
      ['Edda Krol 2026-09-13 - 1840'],
    ],
    [
      'who came, yes or no',
      [
        'Date,Client,Attended,Price',
        '13/09/2026,Edda Krol,Yes,24.00',
        '14/09/2026,Edda Krol,No,24.00',
      ],
      ['Edda Krol 2026-09-13 - 2400', '3 no-show'],
    ],
    [
      'what was given back, beside the total',
      [
        'Date,Order,Customer,Total,Refunded',
        '13/09/2026,1,Bram Osei,10.00,4.00',
        '14/09/2026,2,Bram Osei,10.00,10.00',
      ],
      ['Bram Osei 2026-09-13 - 600', '3 refund'],
    ],
    [
      'days in rows of their own above their lines',
      [
        'Date,Time,Customer,Total',
        '13/09/2026,,,',
        ',08:05,Edda Krol,18.40',
        ',09:05,,3.20',
        '14/09/2026,,,',
        ',08:15,Bram Osei,4.20',
      ],
      [
        'Edda Krol 2026-09-13 485 1840',
        'nobody 2026-09-13 545 320',
        'Bram Osei 2026-09-14 495 420',
      ],
    ],
    [
      'a head of labels above the headings',
      [
        'Store:,Main shop',
        'From:,01/09/2026',
        'To:,30/09/2026',
        'Customers:,2',
        'Date,Customer,Total',
        '13/09/2026,Edda Krol,18.40',
        '14/09/2026,Bram Osei,3.20',
      ],
      ['Edda Krol 2026-09-13 - 1840', 'Bram Osei 2026-09-14 - 320'],
    ],
    [
      'times of UTC',
      [
        'Created date (UTC),Customer Email,Card Name,Amount',
        '2026-09-13 08:05:11,edda@example.org,Edda Krol,18.40',
      ],
      ['Edda Krol 2026-09-13 545 1840'],
    ],
    [
      'names written family name first',
      ['Date,Customer,Total', '13/09/2026,"Krol, Edda",18.40', '14/09/2026,"Osei, Bram",3.20'],
      ['Edda Krol 2026-09-13 - 1840', 'Bram Osei 2026-09-14 - 320'],
    ],
    [
      'start times beside a day',
      [
        'Booking ID,Date,Start Time,Customer Name',
        'B1,13-Sep-2026,10:00 AM,Edda Krol',
        'B2,14-Sep-2026,04:15 PM,Bram Osei',
      ],
      ['Edda Krol 2026-09-13 600 -', 'Bram Osei 2026-09-14 975 -'],
    ],
  ])('with %s', (_, lines, seen) => {
    expect(seenOf(planOf(lines.join('\n')))).toEqual(seen);
  });

  test('of which one "customer" has most of the minutes of a day is asked about', () => {
    const lines = Array.from({ length: 8 }, (__, at) => `13/09/2026,08:0${at},Tresen Nord,1.00`);
    const plan = planOf(['Date,Time,Customer,Total', ...lines].join('\n'));
    expect(plan.standIns.map(({ name }) => name)).toEqual(['Tresen Nord']);
  });
});

describe('an address book', () => {
  test.each([
    [
      'with family names under Name beside first names',
      ['Name;Vorname;Mobil;Telefax', 'Hölzl;Grete;0151 5550101;089 5550199'],
      { name: 'Grete Hölzl', phones: ['0151 5550101'] },
    ],
    [
      'with two surnames',
      ['Nombre;Primer apellido;Segundo apellido;Móvil', 'Lucía;Prado;Gil;600 100 301'],
      { name: 'Lucía Prado Gil' },
    ],
    [
      'with what people spent since they joined',
      [
        'Name,Phone,Email,Customer Since,Amount Paid',
        'Edda,07700 900110,e@example.org,01/04/2025,9',
      ],
      { name: 'Edda' },
    ],
    [
      'with a refusal beside its opposite',
      ['Name,Email,Do Not Call,SMS ok', 'Edda,e@example.org,Yes,'],
      { consents: { email: null, phone: 'no', post: null } },
    ],
    [
      'with mail and phone in one cell',
      ['Customer name,Phone', 'Edda,"edda@example.org, +447700900110"'],
      { emails: ['edda@example.org'], phones: ['+447700900110'] },
    ],
    [
      'with suburb and town',
      ['Name,Street1,Suburb,City,Postcode', 'Edda,1 Mill Lane,Headingley,Leeds,LS6 1AB'],
      { addresses: ['1 Mill Lane\nLS6 1AB Headingley, Leeds'] },
    ],
  ])('%s', (_, lines, person) => {
    const plan = planOf(lines.join('\n'));
    expect(plan.people).toMatchObject([person]);
    expect(plan.visits).toEqual([]);
  });

  test('says what a report writes below its lines', () => {
    const plan = planOf('Name,Phone\nEdda Krol,07700 900110\nPage 1 of 2,\n1 customer,');
    expect(seenOf(plan)).toEqual(['only Edda Krol', '3 stand-in', '4 total-row']);
  });
});
