import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnCutOf } from '#formats/table/column-cut.ts';
import { parseRows } from '#formats/table/parser.ts';

const delimiters = [',', ';', '\t'] as const;

/** A table as a careful program writes it: each cell quoted. */
function written(rows: readonly (readonly string[])[], delimiter: string, line: string): string {
  return rows
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
    .join(line);
}

const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => `x${text}`);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 12,
});

const commas = { delimiter: ',', width: null } as const;

describe('the row reader', () => {
  test('gives back what was written', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...delimiters),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, delimiter, line) => {
          const read = parseRows(written(rows, delimiter, line), { delimiter, width: null });
          expect(read.map((row) => row.cells)).toEqual(rows);
        },
      ),
    );
  });

  test('never fails and never loses its place, whatever it is fed', () => {
    const noise = fc.string({
      unit: fc.constantFrom('"', ',', ';', '\n', '\r', 'a', "'", '\uFEFF', '\0'),
    });
    fc.assert(
      fc.property(noise, fc.option(fc.integer({ min: 1, max: 4 })), (text, width) => {
        const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u).length;
        const rows = parseRows(text, { delimiter: ',', width });
        expect(rows.length).toBeLessThanOrEqual(lines);
        expect(rows.map(({ number }) => number)).toEqual(
          rows.map(({ number }) => number).toSorted((a, b) => a - b),
        );
      }),
      { examples: [['\uFEFF\uFEFF\uFEFF"', 1]] },
    );
  });

  test('counts rows as a spreadsheet does', () => {
    expect(parseRows('a\n\n"b\nc"\nd', commas).map((row) => [row.number, row.cells[0]])).toEqual([
      [1, 'a'],
      [3, 'b\nc'],
      [4, 'd'],
    ]);
  });

  test('keeps a quote inside a plain cell', () => {
    expect(parseRows('5" pan,7\n', commas)[0]?.cells).toEqual(['5" pan', '7']);
  });
});

describe('the delimiter', () => {
  test.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b\n1,5;2,5\n3,5;4,5\n', ';'],
    ['a\tb\n1,5\t2\n', '\t'],
    ['sep=|\na|b,c\n', '|'],
    ['\uFEFFsep=;\r\na;b\r\n', ';'],
    ['"a, b";c\n"d, e";f\n', ';'],
  ])('of %j', (text, delimiter) => {
    expect(columnCutOf(text).delimiter).toBe(delimiter);
  });
});
