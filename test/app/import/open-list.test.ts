import { describe, expect, it } from 'vitest';
import { openList } from '#app/import/open-list.ts';
import { maxImportBytes } from '#domain/import/import-problem.ts';
import { sha256Of } from '#platform/files/bytes.ts';
import { openContent, openedFile, problemKind } from '../../support/files/opened-file.ts';
import { zipFile } from '../../support/files/zip-file.ts';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const compound = (name: string) =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    ...Array.from({ length: 1000 }, () => 0),
    ...Array.from(name, (letter) => [letter.charCodeAt(0), 0]).flat(),
  ]);

describe('a file that is no list', () => {
  it.each([
    ['an old workbook', compound('Workbook'), 'old-workbook'],
    ['an older one', compound('Book'), 'old-workbook'],
    ['one of the eighties', bytes(9, 8, 16, 0, 0, 6, 5, 0), 'old-workbook'],
    ['a workbook with a password', compound('EncryptedPackage'), 'locked-workbook'],
    ['a letter of Word', compound('WordDocument'), 'text-document'],
    ['another program’s', compound('Contents'), 'binary'],
    ['a binary workbook', zipFile({ 'xl/workbook.bin': '' }), 'binary-workbook'],
    ['a Numbers file', zipFile({ 'Index/Document.iwa': 'x' }), 'numbers-document'],
    ['a new letter of Word', zipFile({ 'word/document.xml': '' }), 'text-document'],
    ['a zip', zipFile({ 'customers.csv': 'Name\nEdda\n' }), 'packed'],
    ['half a zip', zipFile({ 'customers.csv': 'Name\nEdda\n' }).slice(0, 40), 'damaged-workbook'],
    ['a PDF', '%PDF-1.7 …', 'pdf'],
    ['a PNG picture', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'picture'],
    ['a JPEG picture', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'picture'],
    ['a picture of an iPhone', bytes(0, 0, 0, 24, ...letters('ftypheic')), 'picture'],
    ['a RAR', bytes(...letters('Rar!'), 0x1a, 7), 'packed'],
    ['a gzip', bytes(0x1f, 0x8b, 8, 0), 'packed'],
    ['a rich text', '{\\rtf1 Hello}', 'text-document'],
    ['data of a program', '[{"name":"Edda"}]', 'json'],
    ['a calendar', 'BEGIN:VCALENDAR\nEND:VCALENDAR', 'not-a-table'],
    ['a page without a table', '<!doctype html><html><p>Hello</p></html>', 'not-a-table'],
    ['nothing', '', 'empty'],
    ['blanks', ' \r\n\n', 'empty'],
    ['zeros', new Uint8Array(2000), 'binary'],
    ['noise', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251), 'binary'],
  ] as const)('is told what it is: %s', async (_what, content, kind) => {
    expect(await problemKind(content)).toBe(kind);
  });

  it('may be an open document, of which the first entry says which', async () => {
    const ods = (type: string) =>
      zipFile({ [`mimetype${type}`]: '', 'META-INF/manifest.xml': '', 'content.xml': '' });
    expect(await problemKind(ods('application/vnd.oasis.opendocument.spreadsheet'))).toBe(
      'open-document',
    );
    expect(await problemKind(ods('application/vnd.oasis.opendocument.text'))).toBe('text-document');
  });

  it('may be too big, which is known before a byte is read', async () => {
    const file = new File([], 'big.csv');
    Object.defineProperty(file, 'size', { value: maxImportBytes + 1 });
    const opened = await openList(file, { encoding: null, sheet: null }, () => {});
    expect(opened.ok ? null : opened.problem.kind).toBe('too-big');
  });

  it('may be gone by the time it is read', async () => {
    const file = new File(['Name\nEdda\n'], 'gone.csv');
    const gone = new Blob();
    gone.arrayBuffer = () => Promise.reject(new TypeError('gone'));
    file.slice = () => gone;
    const opened = await openList(file, { encoding: null, sheet: null }, () => {});
    expect(opened.ok ? null : opened.problem.kind).toBe('unreadable');
  });
});

describe('a list', () => {
  it('is not changed but for its letters', async () => {
    const text = 'sep=;\r\nName;Note\r\n"Krol; Edda";"two\r\nlines"\r\n';
    const list = await openedFile(text);
    expect(list).toMatchObject({ kind: 'csv', text, delimiter: null, sheets: [] });
    expect(list.fileHash).toBe(await sha256Of(Uint8Array.from(new TextEncoder().encode(text))));
  });

  it('may begin with a bracket, or hold a stray zero', async () => {
    expect((await openedFile('<none>,Phone\nEdda,1\n')).kind).toBe('csv');
    expect((await openedFile('[Ada],07700\n')).kind).toBe('csv');
    const long = `Name\n${'Edda Krol\n'.repeat(100)}\u0000\n`;
    expect((await openedFile(long)).kind).toBe('csv');
  });

  it('may be a page that calls itself a workbook', async () => {
    const page = `<html><head><meta charset="utf-8"></head><table>
      <tr><th>Name</th><th>Phone</th></tr>
      <tr><td>J&ouml;rg Wei&#223;</td><td>0345 <b>555011</b></td></tr></table></html>`;
    const list = await openedFile(page);
    expect(list).toMatchObject({ kind: 'web-page', delimiter: '\t' });
    expect(list.text).toBe('Name\tPhone\nJörg Weiß\t0345 555011\n');
  });

  it('may be contact cards', async () => {
    const list = await openedFile('BEGIN:VCARD\nVERSION:3.0\nFN:Edda Krol\nTEL:1\nEND:VCARD\n');
    expect(list).toMatchObject({ kind: 'contact-cards', delimiter: '\t', encoding: 'utf-8' });
    expect(list.text.split('\n')[1]?.startsWith('Edda Krol\t')).toBe(true);
  });

  it('may be cards whose encoding is not named, or is no encoding', async () => {
    const card = (params: string, letter: string): string =>
      `BEGIN:VCARD\r\nFN;ENCODING=QUOTED-PRINTABLE${params}:H${letter}lzl\r\nEND:VCARD\r\n`;
    for (const [params, letter] of [
      ['', '=C3=B6'],
      ['', '=F6'],
      [';CHARSET=ISO-8859-1', '=F6'],
      [';CHARSET=IBM850', '=F6'],
    ] as const)
      expect((await openedFile(card(params, letter))).text).toContain('Hölzl');
  });

  it('says how far it is', async () => {
    const shares: number[] = [];
    const file = new File(['Name\nEdda\n'.repeat(200_000)], 'long.csv');
    await openList(file, { encoding: null, sheet: null }, (share) => shares.push(share));
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  });

  it('is known again by the same hash as ever', async () => {
    const opened = await openContent('Name\nEdda\n'.repeat(150_000));
    const again = await openContent('Name\nEdda\n'.repeat(150_000));
    expect(opened).toEqual(again);
  });
});

function letters(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
