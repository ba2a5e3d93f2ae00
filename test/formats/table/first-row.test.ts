import { describe, expect, it } from 'vitest';
import { isPhone } from '#formats/cells/cell-text.ts';
import { planOf, profileOf } from '../../support/files/read-list.ts';

describe('the first row of a list', () => {
  it.each([
    ['a word that we know', 'Name,What', 'Ada,Byron', true],
    ['words over days', 'Quem,Quando', 'Ada,2026-06-01', true],
    ['words over amounts', 'Quem,Quanto', 'Ada,£3.50', true],
    ['words over words', 'Ada,Byron', 'Ben,Cy', false],
    ['a day over a day', 'Ada,2026-05-31', 'Ben,2026-06-01', false],
    ['an address over an address', 'Ada,ada@example.org', 'Ben,ben@example.org', false],
  ])('with %s', (_what, first, ...[second, isHeadings]) => {
    const { headingRow } = profileOf(`${first}\n${second}\n${second}\n`).table;
    expect(headingRow !== null).toBe(isHeadings);
  });

  it('names the columns in what is told of slips, where it holds headings', () => {
    const rows = 'Ada,2026-06-01\nCy,2026-06-02\nDee,2026-06-03\nBen,someday\n';
    expect(planOf(`Name,Date\n${rows}`).problems).toMatchObject([{ row: 5, column: 'Date' }]);
    expect(planOf(rows, { meanings: ['name', 'visit-day'] }).problems).toMatchObject([
      { row: 4, column: '' },
    ]);
  });
});

describe('a telephone number', () => {
  it('has six digits or more, and no letters', () => {
    expect(['020 7946', '46 00 18', '+44 (0)20 7946-0018'].map(isPhone)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['46 001', '0', 'Ada', '020 7946 ext. 18', ''].map(isPhone)).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });
});
