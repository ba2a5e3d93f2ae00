import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addFields, migrateRow, migrations } from '#schema/migrate-row.ts';
import { validateRow } from '#schema/validate-row.ts';
import { schemaVersion } from '#schema/versions.ts';

/** The settings of the frozen backup, as version 1 wrote them. */
const settingsOf1 = settingsIn(readFileSync('test/fixtures/copy-v1.ndjson', 'utf8'));

describe('the steps from version to version', () => {
  it('lead only to versions that are there, the oldest first', () => {
    const reached = migrations.map(({ to }) => to);
    expect(reached).toEqual(reached.toSorted((a, b) => a - b));
    expect(Math.max(...reached)).toBeLessThanOrEqual(schemaVersion);
  });

  it('are not taken by a row of today, and change nothing when they are taken twice', () => {
    const today = migrateRow('settings', settingsOf1, 1);
    expect(migrateRow('settings', settingsOf1, schemaVersion)).toBe(settingsOf1);
    expect(migrateRow('settings', today, 1)).toEqual(today);
  });

  it('leave the rows of other tables as they are', () => {
    const visit = { id: 'v1', day: '2026-06-18' };
    expect(migrateRow('visits', visit, 1)).toBe(visit);
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

function settingsIn(backup: string): Readonly<Record<string, unknown>> {
  const line = backup.split('\n').find((each) => each.startsWith('{"t":"settings"'));
  const parsed: { readonly r: Readonly<Record<string, unknown>> } = JSON.parse(line ?? '{}');
  return parsed.r;
}
