import { describe, expect, it } from 'vitest';
import { accuracyOf } from '../../scripts/evaluation/accuracy.ts';
import { calmTiles } from '../../scripts/evaluation/calm-tiles.ts';
import { holdOutOf } from '../../scripts/evaluation/hold-out.ts';
import { readLog } from '../../scripts/evaluation/visit-log.ts';

describe('a log of visits', () => {
  it('is read with or without times and amounts, days merged, in any order of rows', () => {
    const log = readLog(
      'customer,at,amount\r\nb,2024-03-02,\na,2024-03-02T10:15,3.50\na,2024-03-02T17:00,2\na,2024-02-28,\n',
    );
    if (!log.ok) throw new Error(log.problem);
    expect(log.value.customers.map(({ id, days }) => [id, days.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(log.value.rows).toBe(4);
  });

  it.each([
    ['who,when\na,2024-01-01', 'Row 1 should be the header'],
    ['customer,at,amount\na,2024-01-01,\nb,2024-02-30,', 'Row 3 has "2024-02-30"'],
    ['customer,at,amount\n,2024-01-01,', 'Row 2 names no customer'],
    ['customer,at,amount\na,2024-01-01T25:00,', 'Row 2 has "2024-01-01T25:00"'],
    ['customer,at,amount\na,2024-01-01,many', 'Row 2 has "many"'],
    ['customer,at,amount\na,2024-01-01,1,2', 'Row 2 has 4 cells'],
    ['customer,at,amount\n', 'The log holds no visits'],
  ])('that is malformed gets a sentence with the row: %j', (text, sentence) => {
    const log = readLog(text);
    expect(log.ok ? '' : log.problem).toContain(sentence);
  });
});

describe('measures', () => {
  it('of a perfect prediction are perfect', () => {
    const actual = [0, 1, 2, 8, 0, 3, 1, 0, 5, 2];
    expect(accuracyOf(actual, actual)).toMatchObject({
      bias: 0,
      mae: 0,
      rmse: 0,
      top10: 1,
      top20: 1,
    });
    expect(accuracyOf(actual, actual).correlation).toBeCloseTo(1, 12);
  });

  it('the hold-out gives each known customer one row, with what really came', () => {
    const rows = Array.from(
      { length: 12 },
      (_, week) => `a,2024-01-${String(1 + week * 2).padStart(2, '0')},5`,
    );
    const log = readLog(
      ['customer,at,amount', ...rows, 'b,2024-01-02,7', 'c,2024-01-20,'].join('\n'),
    );
    if (!log.ok) throw new Error(log.problem);
    const until = log.value.firstDay + 14;
    const { rows: predicted } = holdOutOf(log.value, {
      until,
      holdOutUntil: log.value.firstDay + 22,
      bootstrap: 0,
    });
    expect(predicted.map(({ customer, actual }) => [customer, actual])).toEqual([
      ['a', 4],
      ['b', 0],
    ]);
    expect(predicted[0]).toMatchObject({ x: 7, t_x: 2, T: 2 });
    expect(predicted[0]?.spend).toBeCloseTo(46 / 9, 12);
  });
});

describe('calm tiles', () => {
  it('change three at a time and nothing within the same minute', () => {
    const tiles = calmTiles(6);
    expect(tiles.visible([1, 2, 3, 4, 5, 6], 0)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(tiles.visible([11, 12, 13, 14, 15, 16], 0)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(tiles.visible([11, 12, 13, 14, 15, 16], 1)).toEqual([1, 2, 3, 11, 12, 13]);
    expect(tiles.visible([13, 12, 11, 1, 2, 3], 2)).toEqual([1, 2, 3, 11, 12, 13]);
  });
});
