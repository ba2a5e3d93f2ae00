import { describe, expect, it } from 'vitest';
import { householdIdFrom } from '#domain/customers/household-id.ts';
import type { Household } from '#domain/customers/household.ts';
import { perkIdFrom, type Perk } from '#domain/week/perk.ts';
import { delimitedList } from '#formats/export/delimited-list.ts';
import type { ExportTableName } from '#formats/export/export-table.ts';
import { lastNameStart } from '#formats/export/last-name-start.ts';
import { shopTables, type ExportFacts } from '#formats/export/shop-tables.ts';
import { day, firstStamp, personWith, type PersonInShop } from '../../support/shops/shop-with.ts';

const region = { decimal: '.', digits: 2 } as const;
const bought = { day: day('2026-03-02'), minute: 545, amount: 1840, note: 'two loaves' };

describe('the list of visits', () => {
  it('says of a visit when, how much, and what was noted', () => {
    const khan = personWith({
      name: 'Mrs Khan',
      visits: [{ ...bought, marks: ['shared'], reduced: true }],
    });
    expect(linesOf('Visits', [khan])[1]).toMatch(
      /^[^,]+,Mrs Khan,2026-03-02,09:05,18\.40,,yes,shared,two loaves,$/u,
    );
  });

  it('is in the order in which they came, without what was undone', () => {
    const tom = personWith({
      name: 'Tom',
      visits: [
        { day: day('2026-03-05'), minute: 600, note: 'later' },
        { day: day('2026-03-03'), minute: 600, note: 'undone', voided: true },
        { day: day('2026-03-04'), minute: 600, kind: 'browsed', note: 'sooner' },
      ],
    });
    const lines = linesOf('Visits', [tom]);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('sooner');
    expect(lines[1]).toContain(',yes,');
    expect(lines[2]).toContain('later');
  });

  it('keeps the day and the money of whoever waits to be erased, and not a word', () => {
    const gone = personWith({ name: 'Gone', visits: [{ ...bought, marks: ['shared'] }] });
    const facts = factsOf([gone]);
    const hidden = facts.customers.map((each) => ({ ...each, forgottenOn: day('2026-03-03') }));
    const [, line] = textOf('Visits', { ...facts, customers: hidden });
    expect(line).toBe(',,2026-03-02,09:05,18.40,,,,,');
  });

  it('keeps the note of a visit that nobody gave a name', () => {
    const khan = personWith({ name: 'Mrs Khan', visits: [{ ...bought, marks: ['shared'] }] });
    const facts = factsOf([khan]);
    const visits = facts.visits.map((visit) => ({ ...visit, customerId: null, receipt: 'A-17' }));
    const [, line] = textOf('Visits', { ...facts, customers: [], visits });
    expect(line).toBe(',,2026-03-02,09:05,18.40,,,,two loaves,A-17');
  });

  it('gives visits of a merged record to the person it was merged into', () => {
    const khan = personWith({ name: 'Mrs Khan' });
    const other = personWith({ name: 'A Khan', visits: [bought] });
    const facts = factsOf([khan, other]);
    const customers = facts.customers.map((each) =>
      each.id === other.id ? { ...each, mergedInto: khan.id } : each,
    );
    expect(textOf('Visits', { ...facts, customers })[1]).toContain('Mrs Khan');
    expect(textOf('People', { ...facts, customers })).toHaveLength(2);
  });
});

describe('the list of people', () => {
  it('has as many columns for telephones as the one with the most of them', () => {
    const khan = personWith({ name: 'Mrs Khan', phones: ['1', '2', '3'] });
    const tom = personWith({ name: 'Tom', phones: ['4'], sentBy: khan.id });
    const [headings, first, second] = linesOf('People', [tom, khan]);
    expect(headings).toContain('Phone,Phone 2,Phone 3,Email,Address,');
    expect(first).toContain('Mrs Khan,,1,2,3,');
    expect(second).toMatch(/Tom,,4,,,.*,Mrs Khan$/u);
  });
});

describe('the list of thanks', () => {
  it('has what was planned, by its day, and not what was undone', () => {
    const khan = personWith({
      name: 'Mrs Khan',
      gestures: [
        { kind: 'offer', plannedOn: day('2026-03-09'), words: 'sausages', cost: 400 },
        { kind: 'card', plannedOn: day('2026-03-02'), handedOverOn: day('2026-03-04') },
        { kind: 'card', plannedOn: day('2026-03-01'), voided: true },
      ],
    });
    const lines = linesOf('Thanks', [khan]);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('card,,1.20,2026-03-02,,2026-03-04,');
    expect(lines[2]).toContain('offer,sausages,4.00,2026-03-09,,,');
  });
});

describe('the list of what was noticed', () => {
  it('has it by its day with whom it is about, and not what was undone', () => {
    const hana = personWith({ name: 'Hana' });
    const khan = personWith({
      name: 'Mrs Khan',
      moments: [
        { kind: 'sent', day: day('2026-03-05'), about: hana.id },
        { kind: 'complaint', day: day('2026-03-02'), text: 'too salty' },
        { kind: 'praise', day: day('2026-03-01'), text: 'lovely', voided: true },
      ],
    });
    const lines = linesOf('Noticed', [khan, hana]);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/Mrs Khan,2026-03-02,complaint,too salty,,$/u);
    expect(lines[2]).toMatch(/Mrs Khan,2026-03-05,sent,,Hana,$/u);
  });
});

describe('the list of homes', () => {
  const home = { ...blankHome, id: householdIdFrom('home'), name: 'The Khans' };

  it('has a row for each person of a home, and says whose address counts', () => {
    const amina = personWith({ name: 'Amina Khan', householdId: home.id });
    const ravi = personWith({ name: 'Ravi Khan', householdId: home.id });
    const facts = factsOf([ravi, amina]);
    const households = [{ ...home, letterName: 'Family Khan', addressOf: ravi.id }];
    expect(textOf('Homes', { ...facts, households }).slice(1)).toEqual([
      `home,The Khans,Family Khan,${amina.id},Amina Khan,`,
      `home,The Khans,Family Khan,${ravi.id},Ravi Khan,yes`,
    ]);
  });

  it('has the homes by their names', () => {
    const people = ['Zed', 'Yan', 'Ada', 'Ben'].map((name, at) =>
      personWith({ name, householdId: householdIdFrom(at < 2 ? 'first' : 'last') }),
    );
    const households = [
      { ...blankHome, id: householdIdFrom('first'), name: 'The Zeds' },
      { ...blankHome, id: householdIdFrom('last'), name: 'The Adas' },
    ];
    const lines = textOf('Homes', { ...factsOf(people), households }).slice(1);
    expect(lines.map((line) => line.split(',')[1])).toEqual([
      'The Adas',
      'The Adas',
      'The Zeds',
      'The Zeds',
    ]);
  });

  it('has none that was taken apart, nor one with a single person left', () => {
    const amina = personWith({ name: 'Amina Khan', householdId: home.id });
    const ravi = personWith({ name: 'Ravi Khan', householdId: home.id });
    const apart = { ...factsOf([ravi, amina]), households: [{ ...home, voided: true }] };
    expect(textOf('Homes', apart)).toHaveLength(1);
    expect(textOf('Homes', { ...factsOf([amina]), households: [home] })).toHaveLength(1);
  });

  it('does not say what a home is called while one of them waits to be erased', () => {
    const people = ['Amina Khan', 'Ravi Khan', 'Zed'].map((name) =>
      personWith({ name, householdId: home.id }),
    );
    const facts = factsOf(people);
    const customers = facts.customers.map((each) =>
      each.name === 'Zed' ? { ...each, forgottenOn: day('2026-03-03') } : each,
    );
    const households = [{ ...home, name: 'Khans and Zed', letterName: 'Zed & Co' }];
    const lines = textOf('Homes', { ...facts, customers, households });
    expect(lines).toHaveLength(3);
    expect(lines.join('\n')).not.toContain('Zed');
  });
});

describe('the list of perks', () => {
  it('has the rules as they were written, money as money, and not what was undone', () => {
    const pudding = {
      ...blankPerk,
      id: perkIdFrom('b'),
      measure: 'spend',
      threshold: 30_000,
      repeats: 'yearly',
      gives: 'a pudding',
      publishedOn: day('2026-01-02'),
      countsFrom: day('2026-01-01'),
      endedOn: day('2026-07-31'),
    } as const;
    const loaf = {
      ...blankPerk,
      id: perkIdFrom('a'),
      measure: 'people-sent',
      gives: 'a cake',
      givesToNew: 'a loaf',
      afterVisits: 2,
    } as const;
    const undone = { ...blankPerk, id: perkIdFrom('c'), voided: true };
    const perks = [pudding, loaf, undone];
    expect(textOf('Perks', { ...factsOf([]), perks }).slice(1)).toEqual([
      'a,,people-sent,10,every,a cake,a loaf,2,,,',
      'b,,spend,300.00,yearly,a pudding,,,2026-01-01,2026-01-02,2026-07-31',
    ]);
  });
});

describe('a list for a spreadsheet', () => {
  it.each(['=1+1', '+44', '-5 %', '@home', "'=1", '\tx', '＝1'])(
    'holds no formula: %j gets a quote in front',
    (name) => {
      const [, line] = linesOf('People', [personWith({ name, id: 'a' })]);
      expect(line).toContain(`'${name}`);
    },
  );

  it('quotes what would end a cell, and writes money as the region does', () => {
    const khan = personWith({ name: 'Khan; "Mrs"', visits: [bought] });
    const [table] = shopTables(factsOf([khan]), ['Visits']);
    if (table === undefined) throw new Error('no list');
    const text = delimitedList(table, { decimal: ',', digits: 2 });
    expect(text.startsWith('\uFEFFRegulars ID;Name;')).toBe(true);
    expect(text).toContain(';"Khan; ""Mrs""";2026-03-02;09:05;18,40;');
    expect(text.endsWith('\r\n')).toBe(true);
  });
});

it.each([
  ['Amina Khan', 1],
  ['Khan', 0],
  ['Ludwig van Beethoven', 1],
  ['Anna von der Tann', 1],
  ['van Dyck', 1],
  ['', 0],
])('the surname of "%s" begins at word %i', (name, start) => {
  expect(lastNameStart(name.split(' '))).toBe(start);
});

function factsOf(people: readonly PersonInShop[]): ExportFacts {
  return {
    customers: people.map(({ customer }) => customer),
    visits: people.flatMap(({ visits }) => visits),
    moments: people.flatMap(({ moments }) => moments),
    gestures: people.flatMap(({ gestures }) => gestures),
    households: [],
    perks: [],
  };
}

const blankHome: Omit<Household, 'id'> = {
  name: '',
  letterName: '',
  addressOf: null,
  voided: false,
  made: firstStamp,
  edits: {},
};

const blankPerk: Omit<Perk, 'id'> = {
  title: '',
  measure: 'visit-days',
  threshold: 10,
  repeats: 'every',
  gives: '',
  givesToNew: '',
  afterVisits: 1,
  countsFrom: null,
  publishedOn: null,
  endedOn: null,
  voided: false,
  made: firstStamp,
  edits: {},
};

function linesOf(name: ExportTableName, people: readonly PersonInShop[]): readonly string[] {
  return textOf(name, factsOf(people));
}

function textOf(name: ExportTableName, facts: ExportFacts): readonly string[] {
  const [table] = shopTables(facts, [name]);
  return table === undefined ? [] : delimitedList(table, region).trimEnd().split('\r\n');
}
