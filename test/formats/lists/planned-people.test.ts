// Who a list speaks of when it says little or much, and in which order its slips are told.
import { describe, expect, it } from 'vitest';
import { customerId, day } from '../../support/shops/shop-with.ts';
import { retainedBackups } from '#formats/backup/retained-backups.ts';
import { columnCutOf } from '#formats/table/column-cut.ts';
import { matchPeople, type KnownCustomer } from '#formats/lists/match-people.ts';
import type { PlannedPerson } from '#formats/lists/planned-person.ts';
import { planOf, planned, inspected } from '../../support/files/read-list.ts';

describe('a name in a list', () => {
  it('is made of its parts, else of the company, else of what they are called', () => {
    const list = [
      'First name,Last name,Company,Nickname',
      'Ada,Lovelace,Engines Ltd,Countess',
      'Ada,,Engines Ltd,',
      ',Byron,,',
      ',,Corner Books,Books',
      ',,,Red',
    ].join('\n');
    expect(planOf(list).people.map(({ name, alsoCalled }) => [name, ...alsoCalled])).toEqual([
      ['Ada Lovelace', 'Countess'],
      ['Ada'],
      ['Byron'],
      ['Corner Books', 'Books'],
      ['Red'],
    ]);
  });

  it('may be missing where there is an address or a telephone', () => {
    const list = [
      'Name,E-mail,Phone',
      ',ada@example.org,020 7946 0018',
      ',,020 7946 0999',
      ',,',
      'Cy,,',
    ].join('\n');
    const { people } = planOf(list);
    expect(people.map(({ name }) => name)).toEqual(['ada@example.org', '020 7946 0999', 'Cy']);
  });

  it('is the same person in another row, who gains what the first row did not say', () => {
    const list = [
      'Name,E-mail,Phone,Notes',
      'Ada Byron,,020 7946 0018,likes rye',
      'ada  byron,ada@example.org,0700,no nuts',
      'ADA BYRON,,,likes rye',
    ].join('\n');
    expect(planOf(list).people).toMatchObject([
      {
        name: 'Ada Byron',
        alsoCalled: ['ada byron', 'ADA BYRON'],
        emails: ['ada@example.org'],
        phones: ['020 7946 0018', '0700'],
        note: 'likes rye\nno nuts',
        row: 2,
      },
    ]);
  });
});

describe('who wants to hear nothing more', () => {
  it('says so by a yes or a day, and not by a no; a word that says neither is told', () => {
    const list = [
      'Name,Email,Unsubscribed',
      'Ada,ada@example.org,yes',
      'Ben,ben@example.org,2025-03-01',
      'Cy,cy@example.org,no',
      'Dee,dee@example.org,maybe',
      'Eve,eve@example.org,',
    ].join('\n');
    const { people, problems } = planOf(list);
    const refusing = people.filter(({ consents }) => consents.email === 'no');
    expect(refusing.map(({ name }) => name)).toEqual(['Ada', 'Ben', 'Dee']);
    expect(problems).toMatchObject([{ row: 5, code: 'not-yes-or-no', text: 'maybe' }]);
  });
});

describe('slips in a list', () => {
  it('are told by their rows, those found last among them', () => {
    const list = [
      'Name,Date,Amount',
      'Ada,2026-06-01,-5.00',
      'Ben,someday,3.00',
      'Cy,2026-06-02,3.00',
      ',,',
      'Dee,,3.00',
      'Eve,2026-06-03,10000000.00',
    ].join('\n');
    const plan = planOf(list);
    expect(plan.problems.map(({ row, code, left }) => `${row} ${code} ${left}`)).toEqual([
      '2 negative-amount row',
      '3 not-a-day row',
      '6 no-day part',
      '7 not-an-amount part',
    ]);
    expect(plan.problemCount).toBe(plan.problems.length);
    expect(plan.rows).toBe(5);
    expect(plan.visits).toMatchObject([{ amount: 300 }, { amount: null }]);
  });

  it('stop nobody else: a row that is too long is left out alone', () => {
    const list = ['Name,Phone', `Ada,${'7'.repeat(200_000)}`, 'Ben,0700'].join('\n');
    const plan = planOf(list);
    expect(plan.people.map(({ name }) => name)).toEqual(['Ben']);
    expect(plan.problems).toMatchObject([{ row: 2, code: 'too-long', left: 'row' }]);
  });

  it('are none in a list of visits without days, which is asked about instead', () => {
    const list = 'Name,Amount\nAda,3.00\nBen,4.00\n';
    expect(planned(list)).toEqual({ ok: false, problem: { kind: 'no-day-column' } });
    expect(inspected('Name,Phone\n')).toEqual({ ok: false, problem: { kind: 'no-rows' } });
    for (const prose of ['just\nsome\nwords', 'one, row'])
      expect(inspected(prose)).toEqual({ ok: false, problem: { kind: 'not-a-table' } });
  });
});

describe('somebody who may be known already', () => {
  it('shares a name with letters, seven digits or an address', () => {
    expect(signsOf({ name: 'ADA BYRON' })).toEqual(['name']);
    expect(signsOf({ alsoCalled: ['Ada  Byron'] })).toEqual(['name']);
    expect(signsOf({ phones: ['+44 20 7946 0018'] })).toEqual(['phone']);
    expect(signsOf({ emails: ['ADA@example.org'] })).toEqual(['email']);
    expect(signsOf({ name: 'Ada Byron', phones: ['(020) 79460018'] })).toEqual(['phone', 'name']);
    expect(signsOf({ name: '1815' })).toBeNull();
    expect(signsOf({ phones: ['460018'] })).toBeNull();
    expect(signsOf({})).toBeNull();
  });

  it.each<[string, Partial<PlannedPerson>, 'same' | 'apart']>([
    ['nothing else is known of them', {}, 'same'],
    ['another phone', { phones: ['020 7946 0099'] }, 'apart'],
    ['another mail address', { emails: ['byron@example.org'] }, 'apart'],
    ['another home', { addresses: ['2 Mill Road'] }, 'apart'],
    [
      'another home, and the same phone',
      { phones: ['020 7946 0018'], addresses: ['2 Mill Road'] },
      'same',
    ],
  ])('of one name is taken for them or not: %s', (_what, changes, answer) => {
    const known = { ...ada, addresses: ['1 Mill Road'] };
    const [found] = matchPeople([listed({ name: 'Ada Byron', ...changes })], [known], 'known-till');
    expect(found?.answer).toBe(answer);
  });

  it('is whoever has the most in common', () => {
    const namesake = { ...ada, id: customerId('namesake'), phones: [], emails: [] };
    const [found] = matchPeople(
      [listed({ name: 'Ada Byron', phones: ['020 7946 0018'] })],
      [namesake, ada],
      'unknown-till',
    );
    expect(found?.other).toEqual({ kind: 'customer', id: ada.id });
  });
});

describe('a number that another till gave out', () => {
  it('says nothing by itself, also where the list has no name', () => {
    const listedAs = (name: string) =>
      matchPeople([listed({ name, importKey: '1815' })], [ada], 'unknown-till')[0];
    expect(listedAs('Ada')).toMatchObject({ isSure: true, other: { id: ada.id } });
    expect(listedAs('Bram Osei')).toMatchObject({ isSure: false, answer: 'apart' });
    expect(listedAs('1815')).toMatchObject({ isSure: false });
  });
});

describe('the copies in a folder', () => {
  it('are told latest first, in whatever order the folder lists them', () => {
    const copies = [14, 18, 10].map((hour) => copyAt(20, hour));
    const written = copyAt(21, 9);
    expect(retainedBackups(copies, written).map(({ name }) => name)).toEqual(['21 9', '20 18']);
    const twins = [
      { ...copyAt(20, 18), name: 'a' },
      { ...copyAt(20, 18), name: 'b' },
    ];
    for (const known of [twins, twins.toReversed()])
      expect(retainedBackups(known, written).map(({ name }) => name)).toEqual(['21 9', 'b']);
  });
});

describe('the sign between columns', () => {
  it('cuts most rows into most columns, the comma where two do as well', () => {
    expect(columnCutOf('a,b;c\n1,2;3\n')).toEqual({ delimiter: ',', width: 2, agreement: 1 });
    expect(columnCutOf('a,b;c;d\n1,2;3;4\n').delimiter).toBe(';');
    expect(columnCutOf('one\ntwo\n')).toMatchObject({ delimiter: ',', width: 1 });
    expect(columnCutOf('')).toMatchObject({ width: 0, agreement: 0 });
    expect(columnCutOf('a,b\n1,2\n3\n4,5\n')).toEqual({
      delimiter: ',',
      width: 2,
      agreement: 0.75,
    });
  });
});

const ada: KnownCustomer = {
  id: customerId('Ada'),
  name: 'Ada Byron',
  alsoCalled: [],
  phones: ['020 7946 0018'],
  emails: ['ada@example.org'],
  addresses: [],
  birthday: null,
  importKey: '1815',
};

function listed(changes: Partial<PlannedPerson>): PlannedPerson {
  return {
    name: '',
    alsoCalled: [],
    cue: '',
    phones: [],
    emails: [],
    addresses: [],
    consents: { email: null, phone: null, post: null },
    birthday: null,
    note: '',
    importKey: null,
    row: 2,
    ...changes,
  };
}

function signsOf(changes: Partial<PlannedPerson>): readonly string[] | null {
  return matchPeople([listed(changes)], [ada], 'unknown-till')[0]?.fields ?? null;
}

function copyAt(date: number, hour: number) {
  const made = day(`2026-11-${date}`);
  return { name: `${date} ${hour}`, day: made, at: Date.UTC(2026, 10, date, hour) };
}
