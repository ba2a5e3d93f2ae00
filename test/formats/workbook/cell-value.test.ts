import { describe, expect, it } from 'vitest';
import { formatOfCode, type CellFormat } from '#formats/workbook/cell-formats.ts';
import { cellValue } from '#formats/workbook/cell-value.ts';

const plain: CellFormat = { kind: 'number' };
const moment: CellFormat = { kind: 'moment' };
const span: CellFormat = { kind: 'span' };

describe('the code of a format', () => {
  it.each([
    ['General', plain],
    ['0.00', plain],
    ['#,##0.00 "dh"', plain],
    ['0', plain],
    ['0\\d', plain],
    ['yyyy-mm-dd', moment],
    ['dd.mm.', moment],
    ['[$-409]h:mm AM/PM', moment],
    ['[Red]0.00', plain],
    ['[h]:mm', span],
    ['[mm]:ss', span],
    ['00000', { kind: 'zeros', count: 5 }],
    ['000-000', { kind: 'zeros', count: 6 }],
    ['0.00;dd', plain],
    ['0'.repeat(30), { kind: 'zeros', count: 30 }],
    ['0'.repeat(31), plain],
  ])('%s', (code, format) => {
    expect(formatOfCode(code)).toEqual(format);
  });
});

describe('a cell of a workbook', () => {
  it.each([
    ['n', '18.4', plain, '18.4'],
    ['n', '0.30000000000000004', plain, '0.3'],
    ['n', '7700900461123', plain, '7700900461123'],
    ['n', '1e21', plain, '1000000000000000000000'],
    ['n', '0.00000012', plain, '0.00000012'],
    ['n', '-0.5', plain, '-0.5'],
    ['n', ' 7 ', plain, '7'],
    ['n', 'seven', plain, 'seven'],
    ['n', '', plain, ''],
    ['n', '46010', moment, '2025-12-19'],
    ['n', '46010.5', moment, '2025-12-19 12:00:00'],
    ['n', '0.354166667', moment, '08:30:00'],
    ['n', '1', moment, '1900-01-01'],
    ['n', '59', moment, '1900-02-28'],
    ['n', '61', moment, '1900-03-01'],
    ['n', '2958465', moment, '9999-12-31'],
    ['n', '2958466', moment, '2958466'],
    ['n', '-1', moment, '-1'],
    ['n', '1.5', span, '36:00:00'],
    ['n', '-1.5', span, '-1.5'],
    ['n', '461', { kind: 'zeros', count: 5 }, '00461'],
    ['n', '46.5', { kind: 'zeros', count: 5 }, '46.5'],
    ['n', '-46', { kind: 'zeros', count: 5 }, '-46'],
    ['s', '1', plain, 'Tom'],
    ['s', '2', plain, ''],
    ['str', 'Tom', plain, 'Tom'],
    ['b', '1', plain, 'TRUE'],
    ['b', 'true', plain, 'TRUE'],
    ['b', '0', plain, 'FALSE'],
    ['e', '#N/A', plain, ''],
  ] as const)('of type %s: %s as %o', (...[type, text, format, value]) => {
    expect(cellValue({ type, text, format }, { shared: ['', 'Tom'], is1904: false })).toBe(value);
  });

  it.each([
    ['0', '00:00:00'],
    ['1', '1904-01-02'],
    ['44548', '2025-12-19'],
  ])('counted from 1904: %s', (text, value) => {
    const cell = { type: 'n', text, format: moment };
    expect(cellValue(cell, { shared: [], is1904: true })).toBe(value);
  });
});
