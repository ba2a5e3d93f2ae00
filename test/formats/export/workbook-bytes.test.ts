import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { blankCell, type ExportCell, type ExportTable } from '#formats/export/export-table.ts';
import { workbookBytes } from '#formats/export/workbook-bytes.ts';
import { readWorkbook } from '#formats/workbook/read-workbook.ts';
import { day } from '../../support/shops/shop-with.ts';
import { valueOf } from '../../support/values/value-of.ts';

const text = (words: string): ExportCell => ({ kind: 'text', text: words });

describe('a workbook that goes out', () => {
  it('has a sheet for each list, in their order', () => {
    const bytes = bytesOf([
      { name: 'People', headings: ['Name'], rows: [[text('Mrs Khan')]] },
      { name: 'Visits', headings: ['Day'], rows: [[{ kind: 'day', day: day('2026-03-02') }]] },
    ]);
    const read = valueOf(readWorkbook(bytes, { sheet: 'Visits', onRead: () => {} }));
    expect(read.sheets.map(({ name }) => name)).toEqual(['People', 'Visits']);
    expect(read.text).toContain('2026-03-02');
    expect(partsOf(bytes)['xl/_rels/workbook.xml.rels']).toContain('worksheets/sheet2.xml');
  });

  it('keeps every row of a long list, each with its own number', () => {
    const names = Array.from({ length: 1203 }, (_, place) => `Customer ${place + 1}`);
    const bytes = bytesOf([listOf(names.map((name) => [text(name)]))]);
    const read = valueOf(readWorkbook(bytes, { sheet: null, onRead: () => {} }));
    expect(names.filter((name) => !read.text.includes(name))).toEqual([]);
    const numbers = sheetOf(bytes)
      .match(/(?<=<row r=")\d+/gu)
      ?.map(Number);
    expect(numbers).toEqual(Array.from({ length: 1204 }, (_, place) => place + 1));
  });

  it('ends with the last row where the pieces of the work do', () => {
    const rows = Array.from({ length: 1000 }, () => [text('Tom')]);
    expect(sheetOf(bytesOf([listOf(rows)])).match(/<row /gu)).toHaveLength(1001);
  });

  it('names columns after Z by two letters', () => {
    const headings = Array.from({ length: 54 }, (_, place) => `H${place}`);
    const row = headings.map((heading) => text(heading.toLowerCase()));
    const bytes = bytesOf([{ name: 'People', headings, rows: [row] }]);
    const sheet = sheetOf(bytes);
    expect(sheet).toMatch(/r="Z1"[^]*?<v>25<[^]*r="AA1"[^]*?<v>26<[^]*r="AZ1"[^]*r="BA1"/u);
    expect(sheet).toContain('<c r="BB2" s="2" t="s"><v>107</v></c>');
    expect(textsOf(bytes)[107]).toBe('h53');
  });

  it('writes amounts and days as numbers with a form, and numbers of people as texts', () => {
    const cells: readonly ExportCell[] = [
      { kind: 'money', minor: -95 },
      { kind: 'money', minor: 184_000 },
      { kind: 'day', day: day('1970-01-02') },
      { kind: 'count', count: 12 },
      text('0044'),
      blankCell,
    ];
    const headings = cells.map(({ kind }) => kind);
    const sheet = sheetOf(bytesOf([{ name: 'People', headings, rows: [cells] }]));
    expect(sheet).toContain('<c r="A2" s="4"><v>-0.95</v></c><c r="B2" s="4"><v>1840.00</v></c>');
    expect(sheet).toContain('<c r="C2" s="3"><v>25570</v></c><c r="D2" s="0"><v>12</v></c>');
    expect(sheet).toContain('<c r="E2" s="2" t="s">');
    expect(sheet).not.toContain('r="F2"');
  });

  it.each([
    [0, '1840', 'formatCode="0"'],
    [2, '18.40', 'formatCode="0.00"'],
    [3, '1.840', 'formatCode="0.000"'],
  ])('writes money with %i decimals', (digits, number, form) => {
    const table = listOf([[{ kind: 'money', minor: 1840 }]]);
    const bytes = bytesOf([table], digits);
    expect(sheetOf(bytes)).toContain(`<v>${number}</v>`);
    expect(partsOf(bytes)['xl/styles.xml']).toContain(form);
  });

  it('has five forms: plain, bold, text, day and money', () => {
    const styles = partsOf(bytesOf([listOf([])]))['xl/styles.xml'] ?? '';
    const forms = [...styles.matchAll(/<xf numFmtId="(\d+)" fontId="(\d)"[^>]*apply/gu)];
    expect(forms.map(([, number, font]) => `${number} ${font}`)).toEqual([
      '0 0',
      '0 1',
      '49 0',
      '164 0',
      '165 0',
    ]);
  });

  it('keeps words as they are, but for what no workbook can hold', () => {
    const words = 'Tom & <b> "Jerry"\nline\r\ttab \u0007\uFFFE\uD800 😀';
    const bytes = bytesOf([listOf([[text(words)]])]);
    expect(textsOf(bytes).at(-1)).toBe('Tom &amp; &lt;b&gt; "Jerry"\nline&#13;\ttab  😀');
  });

  it('cuts words where a spreadsheet would refuse the file', () => {
    const long = textsOf(bytesOf([listOf([[text('x'.repeat(40_000))]])])).at(-1);
    expect(long).toHaveLength(32_767);
  });

  it('says each text once, however many rows have it', () => {
    const rows = Array.from({ length: 700 }, (_, place) => [text(place % 2 === 0 ? 'Tom' : 'Ann')]);
    expect(textsOf(bytesOf([listOf(rows)]))).toEqual(['First', 'Tom', 'Ann']);
  });

  it('is the same for the same shop, whenever it is written', () => {
    const table = listOf([[text('Mrs Khan')]]);
    expect(bytesOf([table])).toEqual(bytesOf([table]));
  });
});

function listOf(rows: ExportTable['rows']): ExportTable {
  return { name: 'People', headings: ['First'], rows };
}

function bytesOf(tables: readonly ExportTable[], digits = 2): Uint8Array {
  const pieces = workbookBytes(tables, digits);
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]),
  );
}

/** The texts that cells point to, as they stand in the file. */
function textsOf(bytes: Uint8Array): readonly string[] {
  const part = partsOf(bytes)['xl/sharedStrings.xml'] ?? '';
  return [...part.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/gu)].map(([, said]) => said ?? '');
}

function sheetOf(bytes: Uint8Array): string {
  return partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';
}
