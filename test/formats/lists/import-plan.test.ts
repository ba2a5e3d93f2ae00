import { describe, expect, test } from 'vitest';
import type { ImportPlan } from '#formats/lists/plan-list.ts';
import { guessed, listText, planned, planOf, inspected } from '../../support/files/read-list.ts';

/** Who was there when and for how much: `Amina Khan 2026-10-25 14:30 1200`. */
function visitsIn(plan: ImportPlan): readonly string[] {
  return plan.visits.map(({ person, day, minute, amount }) => {
    const name = person === null ? 'nobody' : (plan.people[person]?.name ?? '?');
    const time =
      minute === null
        ? '-'
        : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return `${name} ${day} ${time} ${amount ?? '-'}`;
  });
}

/** What was left out or could not be read: `4 refund row`. */
function problemsIn(plan: ImportPlan): readonly string[] {
  return plan.problems.map(({ row, code, left }) => `${row} ${code} ${left}`);
}

describe('the time of a visit', () => {
  test.each([
    ['2026-06-01 00:00', '14:30', '14:30', 'midnight beside a time is no time'],
    ['2026-06-01 09:15', '14:30', '09:15', 'the day’s own cell knows it'],
    ['2026-06-01', '14:30', '14:30', 'the time stands apart'],
    ['2026-06-01 00:00', '', '00:00', 'midnight alone'],
  ])('%s and “%s” are %s: %s', (date, time, said) => {
    const rows = [1, 2, 3].map((number) => `Amina ${number},${date},${time}`).join('\n');
    const [visit = ''] = visitsIn(planOf(`Name,Date,Time\n${rows}\n`));
    expect(visit).toBe(`Amina 1 2026-06-01 ${said} -`);
  });
});

describe('what the columns are called', () => {
  test('beside what stands in them, never an empty cell', () => {
    const { columns } = guessed('Name,Phone\nAda Moss,\nBen Frost,07700 900110\n, \n');
    expect(columns.map(({ samples }) => samples)).toEqual([
      ['Ada Moss', 'Ben Frost'],
      ['07700 900110'],
    ]);
  });
});

describe('each till and address book', () => {
  test('customers from Square: guarded numbers, a number as a name, birthdays month first', () => {
    const text = listText('square-customers.csv');
    expect(guessed(text).list).toBe('square-customers');
    const plan = planOf(text);
    expect(plan.people).toMatchObject([
      {
        name: 'Amina Khan',
        alsoCalled: ['Mina'],
        phones: ['+44 20 7946 0018'],
        emails: ['amina@example.org'],
        addresses: ['1 Mill Lane\nFlat 2\nLS1 4AB Leeds'],
        birthday: '05-14',
        note: 'red bike',
        importKey: 'SQ1',
      },
      { name: '+447700900123', phones: ['+447700900123'], importKey: 'SQ2' },
      { name: 'Tom Reed', birthday: null, importKey: 'SQ3' },
      { name: 'Corner Books', birthday: '1980-03-04', importKey: 'SQ4' },
    ]);
    expect(plan.visits).toEqual([]);
    expect(problemsIn(plan)).toEqual(['4 not-a-birthday part']);
  });

  test('transactions from Square: tips taken off, refunds left out, nobody named is nobody', () => {
    const plan = planOf(listText('square-transactions.csv'));
    expect(visitsIn(plan)).toEqual([
      'Amina Khan 2026-10-25 14:30 1200',
      'nobody 2026-10-26 09:05 124000',
    ]);
    expect(problemsIn(plan)).toEqual(['4 refund row']);
  });

  test('items from Square: the lines of one receipt are one visit, tax included', () => {
    const plan = planOf(listText('square-items.csv'));
    expect(visitsIn(plan)).toEqual([
      'Amina Khan 2026-06-01 08:15 660',
      'Tom Reed 2026-06-02 08:20 120',
    ]);
    expect(plan.rows).toBe(3);
  });

  test('receipts from Loyverse: refunds and cancelled ones left out', () => {
    const plan = planOf(listText('loyverse-receipts.csv'));
    expect(visitsIn(plan)).toEqual([
      'Hana Novak 2026-07-28 13:33 1050',
      'nobody 2026-07-29 09:01 320',
    ]);
    expect(problemsIn(plan)).toEqual(['4 refund row', '5 cancelled row']);
  });

  test('customers from Loyverse: totals make no visits', () => {
    const plan = planOf(listText('loyverse-customers.csv'));
    expect(plan.people).toMatchObject([
      { name: 'Hana Novak', addresses: ['Dlouha 4\n11000 Praha\nCZ'], note: 'likes rye' },
      { name: 'Ola Łoś', importKey: 'lv-2' },
    ]);
    expect(plan.visits).toEqual([]);
  });

  test('customers from Shopify: guarded ids and postcodes, tags as a note', () => {
    const plan = planOf(listText('shopify-customers.csv'));
    expect(plan.people).toMatchObject([
      {
        name: 'Aoife Byrne',
        importKey: '6543210001',
        phones: ['+353 1 555 0101', '+353871234567'],
        addresses: ['12 Quay St\nD01 X2Y3 Dublin\nD\nIE'],
        note: 'blue dog\nregular, baker',
      },
      { name: 'Okoro', emails: ['okoro@example.org'], addresses: [] },
    ]);
  });

  test('orders from Shopify: an order is one visit in the shop’s own zone, money given back taken off', () => {
    const plan = planOf(listText('shopify-orders.csv'));
    expect(visitsIn(plan)).toEqual(['Aoife Byrne 2026-05-01 09:00 1450']);
    expect(problemsIn(plan)).toEqual(['4 cancelled row', '5 cancelled row', '6 refund row']);
  });

  test('contacts from Google, new: all of several values, own labels dropped', () => {
    const plan = planOf(listText('google-new.csv'));
    expect(plan.people).toMatchObject([
      {
        name: 'Żaneta Łoś',
        alsoCalled: ['Zani'],
        birthday: '05-14',
        emails: ['zaneta@example.org', 'z@example.net'],
        phones: ['+48 601 111 222', '+48 22 555 01 01'],
        addresses: ['ul. Długa 4\n00-238 Warszawa'],
        note: 'likes lamb\nRegulars',
      },
      { name: 'Jean Luc Martin', birthday: '1980-12-01', note: '' },
    ]);
  });

  test('contacts from Google, old: a year that stands for no year', () => {
    const [person] = planOf(listText('google-old.csv')).people;
    expect(person).toMatchObject({
      name: 'Jean-Luc Martin',
      birthday: '07-03',
      phones: ['06 12 34 56 78'],
    });
  });

  test('customers from opensourcepos', () => {
    const [person] = planOf(listText('opensourcepos.csv')).people;
    expect(person).toMatchObject({
      name: 'Priya Patel',
      importKey: 'A-77',
      note: 'oat flat white',
      phones: ['020 7946 0999'],
    });
  });

  test.each(['sumup.csv', 'sumup-report.csv'])(
    '%s holds no customers: visits without a name, never one of the till’s own login',
    (name) => {
      const plan = planOf(listText(name));
      expect(plan.people).toEqual([]);
      expect(visitsIn(plan)).toEqual(['nobody 2025-01-31 19:56 420']);
    },
  );
});

describe('lists made by hand', () => {
  test('the plain three columns: numbers are customers, a blank amount is unknown', () => {
    const plan = planOf(listText('plain.csv'));
    expect(visitsIn(plan)).toEqual([
      '0001 2026-03-01 10:15 3870',
      '0002 2026-03-01 - -',
      '0001 2026-03-02 08:00 300',
    ]);
    expect(plan.people).toMatchObject([
      { name: '0001', alsoCalled: ['0001'], importKey: '0001' },
      { name: '0002', importKey: '0002' },
    ]);
  });

  test('German: a sep line, semicolons, decimal commas, Windows letters, blank rows', () => {
    const plan = planOf(listText('german-cp1252.csv'));
    expect(visitsIn(plan)).toEqual([
      'Frau Groß 2025-12-31 09:05 124050',
      'Herr Bär 2026-06-01 14:30 1840',
    ]);
    expect(problemsIn(plan)).toEqual(['6 negative-amount row']);
  });

  test('Polish: tabs, a mark at the start, line breaks and quotes inside quotes', () => {
    const plan = planOf(listText('polish-tabs.csv'));
    expect(plan.people).toMatchObject([
      { name: 'Żaneta Łoś', birthday: '1980-05-14', note: 'lubi "pierogi"\r\ni barszcz' },
      { name: 'Ola Nowak', birthday: null },
    ]);
    expect(plan.problems).toEqual([
      {
        row: 3,
        column: 'Data urodzenia',
        code: 'not-a-birthday',
        text: '31.02.1980',
        left: 'part',
      },
    ]);
  });

  test('French: one day that can only be read one way settles the others', () => {
    const plan = planOf(listText('french.csv'));
    expect(visitsIn(plan)).toEqual([
      'Zoé Lefèvre 2026-04-03 10:15 1250',
      'Zoé Lefèvre 2026-04-25 - 800',
    ]);
    expect(problemsIn(plan)).toEqual(['4 not-a-day row']);
    expect(plan.people).toHaveLength(1);
  });

  test('Spanish: addresses behind names', () => {
    expect(planOf(listText('spanish.csv')).people).toMatchObject([
      { name: 'Lucía Gómez', emails: ['lucia@example.org'], birthday: '1980-05-14' },
      { name: 'José Núñez', emails: ['jose@example.org'] },
    ]);
  });

  test('ragged rows, doubled and empty headings, a quote that is never closed', () => {
    const plan = planOf(listText('ragged.csv'));
    expect(plan.people.map(({ name, phones, note }) => [name, phones.join(), note])).toEqual([
      ['Mrs Khan', '020 1', 'a'],
      ['Hana', '', ''],
      ['Unclosed', '1', ''],
      ['Last', '', 'c'],
    ]);
    expect(problemsIn(plan)).toEqual(['3 ragged-row row', '6 stray-quote part']);
  });

  test('headings that are names of the language change nothing', () => {
    const plan = planOf(listText('prototype.csv'));
    expect(visitsIn(plan)).toEqual(['Mrs Khan 2025-01-01 12:00 500']);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('without headings the cells say what the columns are', () => {
    const text = 'Mrs Khan,2026-05-01,18.40\nTom Reed,2026-05-02,3.20\n';
    expect(guessed(text).columns.map((column) => column.meaning)).toEqual([
      'name',
      'visit-day',
      'amount',
    ]);
    expect(planOf(text).visits).toHaveLength(2);
  });

  test('one column of names under a heading is a list', () => {
    expect(planOf('Name\nMrs Khan\nTom\n').people.map((person) => person.name)).toEqual([
      'Mrs Khan',
      'Tom',
    ]);
  });

  test('days ahead are left out', () => {
    expect(problemsIn(planOf('name,date\nTom,2026-11-22\nTom,2026-11-21\n'))).toEqual([
      '2 day-ahead row',
    ]);
  });

  test('a row without a day keeps its person', () => {
    const plan = planOf('name,date\nTom,\nHana,2026-05-01\n');
    expect(plan.people).toHaveLength(2);
    expect(problemsIn(plan)).toEqual(['2 no-day part']);
  });

  test('a row longer than any honest one is left out and the next is read', () => {
    const plan = planOf(`name,note\nTom,"${'x'.repeat(70_000)}"\nHana,y\n`);
    expect(plan.people.map((person) => person.name)).toEqual(['Hana']);
    expect(problemsIn(plan)).toEqual(['2 too-long row']);
  });
});

describe('the order of days', () => {
  const text = 'name,date\nTom,03/04/2026\nHana,05/06/2026\n';

  test('is asked when nothing tells', () => {
    expect(planned(text)).toEqual({ ok: false, problem: { kind: 'day-order-unknown' } });
  });

  test.each([
    ['day-first', ['2026-04-03', '2026-06-05']],
    ['month-first', ['2026-03-04', '2026-05-06']],
  ] as const)('is read as chosen: %s', (order, days) => {
    expect(planOf(text, { order }).visits.map((visit) => visit.day)).toEqual(days);
  });

  test('is not asked where both readings agree', () => {
    expect(planOf('name,date\nTom,04/04/2026\n').visits[0]?.day).toBe('2026-04-04');
  });

  test('dots always put the day first', () => {
    expect(planOf('name,date\nTom,03.04.2026\n').visits[0]?.day).toBe('2026-04-03');
  });
});

describe('who is who', () => {
  test('the same number is the same person, whatever the name', () => {
    const plan = planOf(
      'customer id,name,phone\n7,Bill Reed,\n7,William Reed,020 1\n8,Bill Reed,\n',
    );
    expect(plan.people).toMatchObject([
      { name: 'Bill Reed', alsoCalled: ['William Reed'], phones: ['020 1'] },
      { name: 'Bill Reed', importKey: '8' },
    ]);
  });

  test('without numbers the same name is, however it is spelled', () => {
    expect(planOf('name\nŻaneta Łoś\nzaneta  los\nZaneta L.\n').people).toHaveLength(2);
  });

  test('an address alone is a person too', () => {
    expect(planOf('name,email\n,a@example.org\n,\n').people).toMatchObject([
      { name: 'a@example.org', emails: ['a@example.org'] },
    ]);
  });
});

describe('what is no table', () => {
  test.each([
    ['empty', '\n\n  \n', 'empty'],
    ['only headings', 'name,phone\n', 'no-rows'],
    ['a letter', 'Dear Mrs Khan,\nthank you, for coming.\nSee you soon\nYours\n', 'not-a-table'],
  ])('%s', (_, text, kind) => {
    expect(inspected(text)).toMatchObject({ ok: false, problem: { kind } });
  });

  test('a table without anybody in it', () => {
    expect(planned('date,item\n2026-05-01,Bun\n')).toMatchObject({
      ok: false,
      problem: { kind: 'no-name-column' },
    });
  });

  test('sums of whole days, which are nobody’s visits', () => {
    const days = Array.from({ length: 6 }, (_, at) => `2026-05-0${at + 1},${at}40.00`);
    expect(planned(`date,takings\n${days.join('\n')}\n`)).toMatchObject({
      ok: false,
      problem: { kind: 'day-totals' },
    });
  });

  test('amounts without days', () => {
    expect(planned('name,amount\nTom,3\n')).toMatchObject({
      ok: false,
      problem: { kind: 'no-day-column' },
    });
  });
});

describe('what stood in a row that could not be read', () => {
  test('is shortened without cutting a letter in two', () => {
    const heading = 'When '.repeat(60);
    const [problem] = planOf(`Name,${heading}\nTom,2026-05-01\nTom,x${'🧀'.repeat(200)}\n`, {
      meanings: ['name', 'visit-day'],
      firstIsHeadings: true,
    }).problems;
    expect(problem).toMatchObject({ row: 3, code: 'not-a-day', text: `x${'🧀'.repeat(79)}` });
    expect(problem?.column).toBe(heading.slice(0, 80));
  });
});
