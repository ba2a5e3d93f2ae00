import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addFields, migrateRow, migrations } from '#schema/migrate-row.ts';
import { factTables, type FactTable } from '#schema/tables.ts';
import { validateRow } from '#schema/validate-row.ts';
import { schemaVersion } from '#schema/versions.ts';

const backupOf1 = readFileSync('test/fixtures/copy-v1.ndjson', 'utf8');
const backupOf2 = readFileSync('test/fixtures/copy-v2.ndjson', 'utf8');
const backupOf3 = readFileSync('test/fixtures/copy-v3.ndjson', 'utf8');
const backupOf4 = readFileSync('test/fixtures/copy-v4.ndjson', 'utf8');

/** The frozen backup of each older version, in today's app for ever. */
const frozen = [
  { version: 1, text: backupOf1 },
  { version: 2, text: backupOf2 },
  { version: 3, text: backupOf3 },
  { version: 4, text: backupOf4 },
];

/** The settings of the frozen backup, as version 1 wrote them. */
const [settingsOf1 = {}] = rowsIn(backupOf1, 'settings');

describe('the steps from version to version', () => {
  it('lead only to versions that are there, the oldest first', () => {
    const reached = migrations.map(({ to }) => to);
    expect(reached).toEqual(reached.toSorted((a, b) => a - b));
    expect(Math.max(...reached)).toBeLessThanOrEqual(schemaVersion);
  });

  it('are not taken by a row of today, and change nothing when they are taken twice', () => {
    for (const { version, text } of frozen) {
      for (const table of factTables) {
        for (const row of rowsIn(text, table)) {
          const today = migrateRow(table, row, version);
          expect(migrateRow(table, row, schemaVersion)).toBe(row);
          expect(migrateRow(table, today, version)).toEqual(today);
        }
      }
    }
  });

  it('leave the rows of other tables as they are', () => {
    const moment = { id: 'm1', day: '2026-06-18' };
    expect(migrateRow('moments', moment, 1)).toBe(moment);
  });
});

describe('a step that adds a field', () => {
  const step = addFields({ workplace: '' });

  it('gives it to rows without it, and leaves what is there', () => {
    expect(step({ id: 'c1', name: 'Mrs Khan' })).toEqual({
      id: 'c1',
      name: 'Mrs Khan',
      workplace: '',
    });
    expect(step({ id: 'c1', workplace: 'Post office' })).toEqual({
      id: 'c1',
      workplace: 'Post office',
    });
  });
});

describe('version 2: the hold-out', () => {
  it('is off in a shop that never heard of it, and every other choice stays', () => {
    expect(validateRow('settings', settingsOf1).ok).toBe(false);
    const row = validateRow('settings', migrateRow('settings', settingsOf1, 1));
    expect(row.ok && row.value).toMatchObject({
      shopName: 'Pell & Daughter',
      budgetMoney: 34060,
      reservedPlace: true,
      holdOut: false,
    });
  });
});

describe('version 3: several numbers and addresses', () => {
  const khan = rowsIn(backupOf2, 'customers').find(({ id }) => id === 'khan') ?? {};
  const tom = rowsIn(backupOf2, 'customers').find(({ id }) => id === 'tom') ?? {};
  const edited = '001780000000000-0000-till';

  it('begin with the one that was there, changed when it was changed', () => {
    const row = validateRow('customers', migrateRow('customers', khan, 2));
    expect(row.ok && row.value).toMatchObject({
      name: 'Mrs Khan',
      phones: ['07700 900461'],
      emails: ['khan@example.org'],
      addresses: ['12 High Street\nBath'],
      edits: { name: edited, phones: edited, addresses: edited },
    });
    expect(Object.keys(row.ok ? row.value : {})).not.toContain('phone');
  });

  it('are none where there was none', () => {
    const row = validateRow('customers', migrateRow('customers', tom, 2));
    expect(row.ok && row.value).toMatchObject({ phones: [], emails: [], addresses: [], edits: {} });
  });

  it('refuse what was no number then', () => {
    for (const phone of [7, null, ['07700 900461']])
      expect(validateRow('customers', migrateRow('customers', { ...khan, phone }, 2)).ok).toBe(
        false,
      );
  });

  it('come with visits without a receipt, imports without a layout, erasures without marks', () => {
    const blanks = {
      visits: { receipt: null },
      imports: { layout: null },
      erasures: { marks: [] },
    };
    for (const table of ['visits', 'imports', 'erasures'] as const) {
      const rows = [...rowsIn(backupOf1, table), ...rowsIn(backupOf2, table)];
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        // Visits are read as they were: rewriting each of a large shop would take minutes.
        expect(validateRow(table, row).ok).toBe(table === 'visits');
        const now = validateRow(table, migrateRow(table, row, 2));
        expect(now.ok && now.value).toEqual({ ...row, ...blanks[table] });
      }
    }
  });
});

describe('version 4: permissions, rounds, households', () => {
  const edited = '001780000000000-0000-till';

  it('makes a list of the three answers: a yes to thanks, a no to everything in that way', () => {
    const [khan = {}] = rowsIn(backupOf3, 'customers').filter(({ id }) => id === 'khan');
    const row = validateRow('customers', migrateRow('customers', khan, 3));
    const given = { words: '', notedAt: 0 };
    expect(row.ok && row.value).toMatchObject({
      permissions: [
        { purpose: 'thanks', way: 'post', answer: 'yes', day: '2026-05-02', how: 'at the till' },
        { purpose: 'any', way: 'email', answer: 'no', day: '2026-06-01', how: 'wrote to us' },
        { purpose: 'thanks', way: 'call', answer: 'yes', day: '2026-06-03', how: '' },
      ].map((each) => ({ ...each, ...given })),
      edits: { name: edited, permissions: edited },
      letterName: '',
      language: null,
      young: false,
      diedOn: null,
      notSameAs: [],
    });
    expect(Object.keys(row.ok ? row.value : {})).not.toContain('consents');
    expect(Object.keys(row.ok ? row.value.edits : {})).toEqual(['name', 'permissions']);
  });

  it('refuses what was no answer then', () => {
    const [khan = {}] = rowsIn(backupOf3, 'customers').filter(({ id }) => id === 'khan');
    for (const consents of [null, 7, [], { post: 'yes', email: null, phone: null }, {}])
      expect(validateRow('customers', migrateRow('customers', { ...khan, consents }, 3)).ok).toBe(
        false,
      );
  });

  it('leaves perks unpublished, gestures in no round and settings as in a new shop', () => {
    const blanks = {
      settings: { retentionYears: 3, quietFrom: 1200, printers: [], closingNote: true },
      perks: { repeats: 'every', publishedOn: null, endedOn: null, afterVisits: 1 },
      gestures: { roundId: null, perkId: null, way: null, purpose: null, declinedOn: null },
    };
    for (const table of ['settings', 'perks', 'gestures'] as const) {
      const rows = rowsIn(backupOf3, table);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(validateRow(table, row).ok).toBe(false);
        const now = validateRow(table, migrateRow(table, row, 3));
        const { windowDays: _gone, offerWords: _words, offerCost: _cost, ...before } = row;
        expect(now.ok && now.value).toMatchObject({
          ...before,
          ...blanks[table],
        });
      }
    }
  });

  it('keeps histories folded, with the facts that are new, and leaves other folds alone', () => {
    const history = {
      foldVersion: 1,
      facts: { name: 'Mrs Khan', noPost: true },
      gestures: [{ id: 'card', state: 'planned' }],
      stamps: new Int32Array([7]),
    };
    expect(migrateRow('histories', history, 3)).toEqual({
      ...history,
      foldVersion: 2,
      facts: { name: 'Mrs Khan', noPost: true, young: false, died: false },
      gestures: [
        {
          id: 'card',
          state: 'planned',
          roundId: null,
          perkId: null,
          perkRound: null,
          purpose: null,
          declined: null,
        },
      ],
    });
    const older = { ...history, foldVersion: 0 };
    expect(migrateRow('histories', older, 3)).toBe(older);
    expect(migrateRow('models', { id: 'rhythm', foldVersion: 1 }, 3)).toEqual({
      id: 'rhythm',
      foldVersion: 2,
    });
  });
});

describe('version 5: several offers', () => {
  const [settingsOf4 = {}] = rowsIn(backupOf4, 'settings');

  it('begins with the one that was there, changed when either half of it was', () => {
    expect(validateRow('settings', settingsOf4).ok).toBe(false);
    const row = validateRow('settings', migrateRow('settings', settingsOf4, 4));
    expect(row.ok && row.value).toMatchObject({
      shopName: 'Pell & Daughter',
      offers: [{ words: 'half a ham', cost: 350 }],
      edits: { shopName: '001780000000000-0000-till', offers: '001780000000001-0000-till' },
    });
    for (const gone of ['offerWords', 'offerCost']) {
      expect(Object.keys(row.ok ? row.value : {})).not.toContain(gone);
      expect(Object.keys(row.ok ? row.value.edits : {})).not.toContain(gone);
    }
  });

  it('is one without a name where it had none, never changed where it never was', () => {
    const [settingsOf3 = {}] = rowsIn(backupOf3, 'settings');
    const row = validateRow('settings', migrateRow('settings', settingsOf3, 3));
    expect(row.ok && row.value).toMatchObject({ offers: [{ words: '', cost: 400 }], edits: {} });
  });

  it('refuses what was no offer then, an empty list and one too long', () => {
    for (const changes of [{ offerWords: 7 }, { offerCost: '350' }, { offerWords: undefined }])
      expect(
        validateRow('settings', migrateRow('settings', { ...settingsOf4, ...changes }, 4)).ok,
      ).toBe(false);
    const today = migrateRow('settings', settingsOf4, 4);
    const ham = { words: 'half a ham', cost: 350 };
    for (const [count, isRight] of [
      [0, false],
      [1, true],
      [12, true],
      [13, false],
    ] as const) {
      const offers = Array.from({ length: count }, () => ham);
      expect(validateRow('settings', { ...today, offers }).ok, String(count)).toBe(isRight);
    }
  });
});

function rowsIn(backup: string, table: FactTable): readonly Readonly<Record<string, unknown>>[] {
  const lines = backup.split('\n').filter((each) => each.startsWith(`{"t":"${table}"`));
  return lines.map((line) => {
    const parsed: { readonly r: Readonly<Record<string, unknown>> } = JSON.parse(line);
    return parsed.r;
  });
}
