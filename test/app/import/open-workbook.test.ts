import { describe, expect, it } from 'vitest';
import { attributeIn, xmlTags } from '#formats/workbook/xml-tags.ts';
import { openContent, openedFile, problemKind } from '../../support/files/opened-file.ts';
import { workbookFile, workbookParts } from '../../support/files/workbook-file.ts';
import { zipFile } from '../../support/files/zip-file.ts';

const customers = {
  name: 'Customers',
  rows: [
    ['Name', 'Phone'],
    ['Edda Krol', '07700 900110'],
    ['Bram Osei', '07700 900111'],
  ],
};
const prices = {
  name: 'Prices',
  rows: [['Goods', 'Price'], ...Array.from({ length: 40 }, (_, at) => [`Rye loaf ${at}`, at])],
};

const styles = `<styleSheet><numFmts>
  <numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>
  <numFmt numFmtId="165" formatCode="[Red]0.00&quot; days&quot;"/>
  <numFmt numFmtId="166" formatCode="[$-407]d. mmmm yyyy hh:mm"/>
  <numFmt numFmtId="167" formatCode="00000"/>
</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf/><xf numFmtId="14"/><xf fontId="1"/><xf numFmtId="164"/><xf numFmtId="165"/>
<xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="46"/><xf numFmtId="167"/></cellXfs></styleSheet>`;

describe('a cell of a workbook', () => {
  it.each([
    ['a day in a form of Excel', '<c s="1"><v>46340</v></c>', '2026-11-14'],
    ['a day in a form of the shop', '<c s="3"><v>46340</v></c>', '2026-11-14'],
    ['a day and time', '<c s="5"><v>46340.378472222219</v></c>', '2026-11-14 09:05:00'],
    ['a time alone', '<c s="6"><v>0.378472222219</v></c>', '09:05:00'],
    ['a style without a form', '<c s="2"><v>46340</v></c>', '46340'],
    ['days in a word that is quoted', '<c s="4"><v>46340</v></c>', '46340'],
    ['money with the noise of fractions', '<c><v>18.400000000000002</v></c>', '18.4'],
    ['a long number', '<c><v>7.7009001101000003E10</v></c>', '77009001101'],
    ['a longer number', '<c><v>4006381333931</v></c>', '4006381333931'],
    ['a very small one', '<c><v>1E-7</v></c>', '0.0000001'],
    ['a postcode that is filled up with zeros', '<c s="8"><v>1067</v></c>', '01067'],
    ['a span of time', '<c s="7"><v>1.5</v></c>', '36:00:00'],
    ['a day before the leap year that was none', '<c s="1"><v>59</v></c>', '1900-02-28'],
    ['a day that no year has', '<c s="1"><v>99999999</v></c>', '99999999'],
    ['yes', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c t="e"><v>#N/A</v></c>', ''],
    ['what a formula gave', '<c t="str"><f>A1</f><v>Edda</v></c>', 'Edda'],
    [
      'parts on lines of their own',
      '<c t="inlineStr"><is>\n<r><t>Ed</t></r>\n<r><t>da</t></r>\n</is>\n</c>',
      'Edda',
    ],
    ['a number that a formula gave', '<c><f>SUM(A1)</f><v>42</v></c>', '42'],
    ['a shared text', '<c t="s"><v>0</v></c>', 'Łucja & "Żaneta"'],
    ['a shared text in two colours', '<c t="s"><v>1</v></c>', 'Grete'],
    ['a text of two lines', '<c t="s"><v>2</v></c>', '12 High St\nLeeds'],
    ['a text of its own', '<c t="inlineStr"><is><t>Bram</t></is></c>', 'Bram'],
  ])('is written as a list has it: %s', async (_what, cell, text) => {
    const shared = `<sst><si><t>Łucja &amp; "Żaneta"</t></si>
      <si><r><t>Gre</t></r><r><rPr><b/></rPr><t>te</t></r><rPh sb="0" eb="1"><t>X</t></rPh></si>
      <si><t>12 High St_x000D_&#10;Leeds</t></si></sst>`;
    const rows = `<row r="1"><c t="inlineStr"><is><t>Head</t></is></c>${cell}</row>`;
    const list = await openedFile(workbookFile({ sheets: [{ name: 'S', rows }], styles, shared }));
    const quoted = /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    expect(list.text).toBe(text === '' ? 'Head\n' : `Head\t${quoted}\n`);
    expect(list).toMatchObject({ kind: 'workbook', encoding: null, delimiter: '\t', sheet: 'S' });
  });

  it('counts its days from 1904 when the workbook does', async () => {
    const sheet = { name: 'S', rows: '<row><c s="1"><v>44878</v></c></row>' };
    const list = await openedFile(workbookFile({ sheets: [sheet], styles, date1904: true }));
    expect(list.text).toBe('2026-11-14\n');
  });
});

describe('the part of a workbook', () => {
  it('may be cut at any place: tags, references and letters come out whole', () => {
    const xml =
      '<x:row r="1"><!-- <c> > --><c a="1 &gt; 0" b=\'2\'>Ł&amp;<![CDATA[<&>]]>ö</c><e/></x:row>';
    for (const length of [1, 2, 3, 7, 1000]) {
      const found: string[] = [];
      let text = '';
      const scanner = xmlTags({
        open: (name, attributes) => void found.push(`${name} ${attributeIn(attributes, 'a')}`),
        close: (name) => void found.push(`/${name}`),
        text: (piece) => void (text += piece),
      });
      for (let at = 0; at < xml.length; at += length) scanner.feed(xml.slice(at, at + length));
      expect(found).toEqual(['row null', 'c 1 > 0', '/c', 'e null', '/e', '/row']);
      expect(text).toBe('Ł&<&>ö');
    }
  });
});

describe('the rows of a workbook', () => {
  it('keep their numbers, and those behind the last one are not there', async () => {
    const rows =
      '<row r="2"><c r="B2"><v>1</v></c></row><row r="5"><c r="A5"><v>2</v></c></row><row r="900"/>';
    const list = await openedFile(workbookFile({ sheets: [{ name: 'S', rows }] }));
    expect(list.text).toBe('\n\t1\n\n\n2\n');
    expect(list.sheets).toEqual([{ name: 'S', hidden: false, rows: 2 }]);
  });

  it('may be a million empty ones', { timeout: 120_000 }, async () => {
    const empty = Array.from({ length: 1_048_575 }, (_, at) => `<row r="${at + 2}"/>`).join('');
    const rows = `<row r="1"><c t="inlineStr"><is><t>Name</t></is></c></row>${empty}`;
    const list = await openedFile(workbookFile({ sheets: [{ name: 'S', rows }] }));
    expect(list.text).toBe('Name\n');
  });

  it('come from the sheet with people, not from the longest one', async () => {
    const list = await openedFile(workbookFile({ sheets: [prices, customers] }));
    expect(list.sheet).toBe('Customers');
    expect(list.text).toBe('Name\tPhone\nEdda Krol\t07700 900110\nBram Osei\t07700 900111\n');
    expect(list.sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ['Prices', 41],
      ['Customers', 3],
    ]);
  });

  it('come from another sheet when the shopkeeper says so', async () => {
    const book = workbookFile({ sheets: [prices, customers] });
    expect(await openedFile(book, { sheet: 'Prices' })).toMatchObject({ sheet: 'Prices' });
    expect(await openedFile(book, { sheet: 'Gone' })).toMatchObject({ sheet: 'Customers' });
  });

  it('of a hidden sheet stand last, and are taken only when there are no others', async () => {
    const hidden = { ...customers, state: 'hidden' } as const;
    const both = await openedFile(workbookFile({ sheets: [hidden, prices] }));
    expect(both.sheet).toBe('Prices');
    expect(both.sheets.map(({ name, hidden: isHidden }) => [name, isHidden])).toEqual([
      ['Prices', false],
      ['Customers', true],
    ]);
    expect((await openedFile(workbookFile({ sheets: [hidden] }))).sheet).toBe('Customers');
  });

  it('are told from their names in any alphabet', async () => {
    const sheet = { ...customers, name: 'Kunden & "Gäste" <1>' };
    expect((await openedFile(workbookFile({ sheets: [sheet] }))).sheet).toBe(sheet.name);
  });
});

describe('a workbook has bounds', () => {
  const book = (rows: string) => workbookFile({ sheets: [{ name: 'S', rows }] });
  const blanks = (count: number) => `<c t="inlineStr"><is><t>${' '.repeat(count)}</t></is></c>`;

  it.each([
    ['nothing in it', () => workbookFile({ sheets: [{ name: 'S', rows: '' }] }), 'empty'],
    ['a text that bursts', () => book(`<row>${blanks(9_000_000)}</row>`), 'too-much-in-workbook'],
    ['tags a million deep', () => book('<a>'.repeat(2_000_000)), 'too-much-in-workbook'],
    ['a cell far out', () => book('<row><c r="XFD1"><v>1</v></c></row>'), 'too-many-columns'],
    [
      'a row that no sheet has',
      () => book('<row r="99999999"><c><v>1</v></c></row>'),
      'too-many-rows',
    ],
    ['empty cells far out', () => book('<row><c r="XFD1"/></row>'.repeat(2000)), 'empty'],
    ['half of its bytes', () => book('').slice(0, 900), 'damaged-workbook'],
    ['no sheets', () => workbookFile({ sheets: [] }), 'damaged-workbook'],
  ])('said in a sentence: %s', { timeout: 60_000 }, async (_what, file, kind) => {
    expect(await problemKind(file())).toBe(kind);
  });

  it('also of texts that a few bytes repeat', { timeout: 60_000 }, async () => {
    const shared = `<sst><si><t>${'Edda '.repeat(20_000)}</t></si></sst>`;
    const cells = '<c t="s"><v>0</v></c>'.repeat(100_000);
    for (const rows of [`<row>${cells}</row>`, cells.replaceAll(/<c.*?<\/c>/gu, '<row>$&</row>')]) {
      const file = workbookFile({ sheets: [{ name: 'S', rows }], shared });
      expect(await problemKind(file)).toMatch(/^too-m/u);
    }
  });

  it('also when its directory lies about them', { timeout: 60_000 }, async () => {
    const shared = `<sst><si><t>${' '.repeat(70_000_000)}</t></si></sst>`;
    const parts = workbookParts({ sheets: [customers], shared });
    const lies = { 'xl/sharedStrings.xml': 500 };
    expect(await problemKind(zipFile(parts, lies))).toBe('too-much-in-workbook');
  });

  it('and entities mean nothing', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "bb"><!ENTITY c "&a;&a;">]>';
    const parts = workbookParts({
      sheets: [{ name: 'S', rows: '<row><c t="str"><v>&c;</v></c></row>' }],
    });
    const part = 'xl/worksheets/sheet1.xml';
    const opened = await openContent(zipFile({ ...parts, [part]: `${bomb}${parts[part]}` }));
    expect(opened.ok && opened.value.text).toBe('&c;\n');
  });
});
