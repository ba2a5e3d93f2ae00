// Tables as a workbook: the few parts of an .xlsx that every spreadsheet asks for. Texts are texts,
// so that no formula wakes and no 0 is lost, and each is written once, however often it is said;
// days and amounts are numbers with a form. Zipped piece by piece, so that a large shop is never in
// memory as markup.

import { strToU8, Zip, ZipDeflate } from 'fflate';
import { dayNumber } from '#lib/day.ts';
import { majorAmount, type ExportCell, type ExportTable } from './export-table.ts';

/** A workbook's bytes, in pieces. `digits`: those of the currency's minor unit. */
export function workbookBytes(
  tables: readonly ExportTable[],
  digits: number,
): readonly Uint8Array<ArrayBuffer>[] {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(new Uint8Array(piece));
  });
  for (const [path, text] of outlineParts(tables, digits)) addPart(zip, path, [text]);
  const texts: SharedTexts = new Map();
  tables.forEach((table, place) =>
    addPart(zip, `xl/worksheets/sheet${place + 1}.xml`, sheetText(table, { digits, texts })),
  );
  addPart(zip, 'xl/sharedStrings.xml', sharedText(texts));
  zip.end();
  return pieces;
}

/** Each text once, with its place in the list of them. */
type SharedTexts = Map<string, number>;

interface CellContext {
  readonly digits: number;
  readonly texts: SharedTexts;
}

// The same shop gives the same bytes: noon of the first day that a zip can hold, in every zone.
const fileTime = 315_619_200_000;

function addPart(zip: Zip, path: string, texts: Iterable<string>): void {
  const part = new ZipDeflate(path, { level: 6 });
  part.mtime = fileTime;
  zip.add(part);
  for (const text of texts) part.push(strToU8(text));
  part.push(new Uint8Array(0), true);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const form = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function outlineParts(
  tables: readonly ExportTable[],
  digits: number,
): readonly (readonly [string, string])[] {
  const sheets = tables.map(({ name }, place) => ({ name, number: place + 1 }));
  const types = sheets.map(
    ({ number }) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${form}.worksheet+xml"/>`,
  );
  const listed = sheets.map(
    ({ name, number }) => `<sheet name="${name}" sheetId="${number}" r:id="r${number}"/>`,
  );
  const links = sheets.map(({ number }) =>
    relation(`r${number}`, 'worksheet', `worksheets/sheet${number}.xml`),
  );
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${form}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${form}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${form}.sharedStrings+xml"/>${types.join('')}</Types>`,
    ],
    ['_rels/.rels', relations([relation('r1', 'officeDocument', 'xl/workbook.xml')])],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...links,
        relation('styles', 'styles', 'styles.xml'),
        relation('texts', 'sharedStrings', 'sharedStrings.xml'),
      ]),
    ],
    ['xl/styles.xml', stylesText(digits)],
  ];
}

function relations(links: readonly string[]): string {
  return `${head}<Relationships xmlns="${packaged}/relationships">${links.join('')}</Relationships>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
}

/** The forms of cells, by their place in the list below. */
const style = { plain: 0, heading: 1, text: 2, day: 3, money: 4 } as const;

function stylesText(digits: number): string {
  const money = digits === 0 ? '0' : `0.${'0'.repeat(digits)}`;
  return `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="${money}"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${xf(0)}${xf(0, 1)}${xf(49)}${xf(164)}${xf(165)}</cellXfs></styleSheet>`;
}

function xf(number: number, font = 0): string {
  return `<xf numFmtId="${number}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
}

const rowsPerPiece = 500;

function* sheetText({ headings, rows }: ExportTable, context: CellContext): Generator<string> {
  const widths = headings.map((_heading, place) => {
    const wide = place === 0 ? 12 : 18;
    return `<col min="${place + 1}" max="${place + 1}" width="${wide}" customWidth="1"/>`;
  });
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  const columns = headings.map((_heading, place) => columnName(place));
  yield rowText(
    1,
    headings.map((text, place) =>
      textMarkup(`${columns[place] ?? ''}1`, { text, form: style.heading }, context),
    ),
  );
  for (let from = 0; from < rows.length; from += rowsPerPiece) {
    const piece = rows.slice(from, from + rowsPerPiece).map((row, place) => {
      const number = from + place + 2;
      const cells = row.map((cell, at) =>
        cellMarkup(`${columns[at] ?? ''}${number}`, cell, context),
      );
      return rowText(number, cells);
    });
    yield piece.join('');
  }
  yield '</sheetData></worksheet>';
}

function rowText(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** The days from the first of a spreadsheet's calendar to 1970. */
const serialOf1970 = 25_569;

function cellMarkup(at: string, cell: ExportCell, context: CellContext): string {
  switch (cell.kind) {
    case 'text':
      return textMarkup(at, { text: cell.text, form: style.text }, context);
    case 'day':
      return numberMarkup(at, String(dayNumber(cell.day) + serialOf1970), style.day);
    case 'money':
      return numberMarkup(at, majorAmount(cell.minor, context.digits), style.money);
    case 'count':
      return numberMarkup(at, String(cell.count), style.plain);
    case 'blank':
      return '';
  }
}

function numberMarkup(at: string, number: string, form: number): string {
  return `<c r="${at}" s="${form}"><v>${number}</v></c>`;
}

interface TextCell {
  readonly text: string;
  readonly form: number;
}

function textMarkup(at: string, { text, form }: TextCell, { texts }: CellContext): string {
  let place = texts.get(text);
  if (place === undefined) {
    place = texts.size;
    texts.set(text, place);
  }
  return `<c r="${at}" s="${form}" t="s"><v>${place}</v></c>`;
}

function* sharedText(texts: SharedTexts): Generator<string> {
  yield `${head}<sst xmlns="${main}" uniqueCount="${texts.size}">`;
  let piece = '';
  for (const text of texts.keys()) {
    piece += `<si><t xml:space="preserve">${escaped(text)}</t></si>`;
    if (piece.length < textPerPiece) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sst>`;
}

const textPerPiece = 65_536;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
// No form of XML can hold control characters, halves of letters, and two that are none.
const unheld =
  /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

const careNeeded = /[&<>\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

function escaped(text: string): string {
  if (text.length <= maxCellLength && !careNeeded.test(text)) return text;
  return text
    .slice(0, maxCellLength)
    .replace(unheld, '')
    .replaceAll(/[&<>]/gu, (mark) => marks[mark] ?? '')
    .replaceAll('\r', '&#13;');
}

/** What a spreadsheet takes in one cell. */
const maxCellLength = 32_767;

function columnName(place: number): string {
  const letter = String.fromCodePoint(65 + (place % 26));
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter;
}
