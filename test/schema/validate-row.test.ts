import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parsePlainVisit, visitRow } from '#schema/rows/visit-row.ts';
import { factTables, type FactTable } from '#schema/tables.ts';
import { isWithinBounds, validateRow } from '#schema/validate-row.ts';
import { anyRow } from '../support/shops/fact-rows.ts';

describe('a row that the app wrote', () => {
  it.each(factTables)('is read as it was: %s', (table) => {
    fc.assert(
      fc.property(anyRow[table], (row) => {
        const json: unknown = JSON.parse(JSON.stringify(row));
        expect(isWithinBounds({ t: table, r: json })).toBe(true);
        expect(validateRow(table, json)).toEqual({ ok: true, value: row });
      }),
      { numRuns: table === 'gestures' ? 400 : 100 },
    );
  });
});

describe('the check of visits that is written out', () => {
  const anyVisit = anyRow.visits.map((row): Record<string, unknown> => ({ ...row }));
  const timestamp = '000000000000001-0000-a';
  const anyValue = fc.oneof(
    fc.constantFrom(null, undefined, '', 'bought', 'Monday', '2026-02-30', '2026-02-28', timestamp),
    fc.constantFrom(0, -0, -1, 1439, 1440, 1.5, 1e10, Number.NaN, true, false),
    fc.constantFrom<unknown>([], ['friend', 'friend'], ['rude'], [1], {}, { note: timestamp }),
    fc.constantFrom<unknown>(
      { id: timestamp },
      { note: 'now' },
      { toString: timestamp, at: timestamp },
    ),
    fc.json().map((text): unknown => JSON.parse(text)),
  );

  it('takes nothing that the check refuses, and builds what the check builds', () => {
    fc.assert(
      fc.property(anyVisit, fc.nat(), anyValue, (row, place, value) => {
        const names = [...Object.keys(row), 'nothing else'];
        const changed = { ...row, [names[place % names.length] ?? '']: value };
        const plain = parsePlainVisit(changed);
        const checked = v.safeParse(visitRow, changed);
        if (plain === undefined) return;
        expect(checked.success && JSON.stringify(checked.output)).toBe(JSON.stringify(plain));
      }),
      { numRuns: 3_000 },
    );
  });

  it('takes every visit that the app wrote', () => {
    fc.assert(
      fc.property(anyRow.visits, (visit) => {
        expect(parsePlainVisit(JSON.parse(JSON.stringify(visit)))).toEqual(visit);
      }),
    );
  });
});

describe('a row from elsewhere', () => {
  const erasure = { customerId: 'a', day: '2026-06-18', marks: [] };

  it('is built anew: fields nobody knows stay outside', () => {
    const read = validateRow('erasures', { ...erasure, extra: 'x' });
    expect(read).toEqual({ ok: true, value: erasure });
  });

  it('never takes a prototype', () => {
    const text =
      '{"customerId":"a","day":"2026-06-18","marks":[],"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const read = validateRow('erasures', JSON.parse(text));
    expect(read).toEqual({ ok: true, value: erasure });
    expect('polluted' in {}).toBe(false);
  });

  it('keeps no timestamp of a field that cannot change', () => {
    const timestamp = '000000000000001-0000-a';
    const [visit] = fc.sample(anyRow.visits, 1);
    const text = JSON.stringify({ ...visit, edits: {} }).replace(
      '"edits":{}',
      `"edits":{"__proto__":"${timestamp}","id":"${timestamp}","note":"${timestamp}"}`,
    );
    const read = validateRow('visits', JSON.parse(text));
    expect(read.ok && read.value.edits).toEqual({ note: timestamp });
  });

  it.each<[string, FactTable, { readonly value: unknown; readonly path: string }]>([
    [
      'a day that is none',
      'erasures',
      { value: { customerId: 'a', day: '2026-02-30' }, path: 'day' },
    ],
    [
      'an empty id',
      'erasures',
      { value: { customerId: '', day: '2026-02-28' }, path: 'customerId' },
    ],
    ['nothing at all', 'customers', { value: null, path: '' }],
    ['a list', 'erasures', { value: [], path: 'customerId' }],
    ['a text', 'visits', { value: 'visit', path: '' }],
  ])('is refused with the place that is wrong: %s', (_what, table, { value, path }) => {
    const read = validateRow(table, value);
    expect(read.ok ? 'accepted' : read.problem.path).toBe(path);
  });

  it('is refused with the path inside it', () => {
    const [customer] = fc.sample(anyRow.customers, 1);
    const wrong = {
      ...customer,
      permissions: [{ purpose: 'thanks', way: 'post', answer: 'yes', day: 'Monday', how: '' }],
    };
    const read = validateRow('customers', wrong);
    expect(read.ok ? 'accepted' : read.problem.path).toBe('permissions.0.day');
  });

  it.each([
    ['half a penny', { amount: 1.5 }],
    ['more money than fits', { amount: 1e10 }],
    ['a minute after midnight', { minute: 1440 }],
    ['a stamp of nobody', { made: 'now' }],
    ['a mark that is none', { marks: ['rude'] }],
  ])('is refused as a visit: %s', (_what, change) => {
    const [visit] = fc.sample(anyRow.visits, 1);
    expect(validateRow('visits', { ...visit, ...change }).ok).toBe(false);
  });

  it('may be anything without an exception', () => {
    fc.assert(
      fc.property(fc.constantFrom(...factTables), fc.jsonValue(), (table, value) => {
        validateRow(table, value);
        isWithinBounds(value);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the bounds of a line', () => {
  it('let six levels through and no seventh', () => {
    expect(isWithinBounds([[[[[['deep']]]]]])).toBe(true);
    expect(isWithinBounds([[[[[[[]]]]]]])).toBe(false);
  });

  it('let two hundred names through and no more', () => {
    const wide = (names: number): object =>
      Object.fromEntries(Array.from({ length: names }, (_, index) => [`name${index}`, 1]));
    expect(isWithinBounds(wide(200))).toBe(true);
    expect(isWithinBounds(wide(201))).toBe(false);
  });
});
