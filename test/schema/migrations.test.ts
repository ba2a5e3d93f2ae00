import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addFields, migrateRow, migrations } from '#schema/migrate-row.ts';
import { factTables, type FactTable } from '#schema/tables.ts';
import { validateRow } from '#schema/validate-row.ts';
import { schemaVersion } from '#schema/versions.ts';

const backupOf1 = readFileSync('test/fixtures/copy-v1.ndjson', 'utf8');
const backupOf2 = readFileSync('test/fixtures/copy-v2.ndjson', 'utf8');

/** The settings of the frozen backup, as version 1 wrote them. */
const [settingsOf1 = {}] = rowsIn(backupOf1, 'settings');

describe('the steps from version to version', () => {
  it('lead only to versions that are there, the oldest first', () => {
    const reached = migrations.map(({ to }) => to);
    expect(reached).toEqual(reached.toSorted((a, b) => a - b));
    expect(Math.max(...reached)).toBeLessThanOrEqual(schemaVersion);
  });

  it('are not taken by a row of today, and change nothing when they are taken twice', () => {
    for (const table of factTables) {
      for (const row of rowsIn(backupOf1, table)) {
        const today = migrateRow(table, row, 1);
        expect(migrateRow(table, row, schemaVersion)).toBe(row);
        expect(migrateRow(table, today, 1)).toEqual(today);
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

function rowsIn(backup: string, table: FactTable): readonly Readonly<Record<string, unknown>>[] {
  const lines = backup.split('\n').filter((each) => each.startsWith(`{"t":"${table}"`));
  return lines.map((line) => {
    const parsed: { readonly r: Readonly<Record<string, unknown>> } = JSON.parse(line);
    return parsed.r;
  });
}
