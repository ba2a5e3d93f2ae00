import { zipFile } from './zip-file.ts';

/** A sheet: its rows as XML, or cells that are texts and numbers. */
export interface SheetContent {
  readonly name: string;
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
  readonly rows: string | readonly (readonly (string | number | null)[])[];
}

interface WorkbookParts {
  readonly sheets: readonly SheetContent[];
  readonly styles?: string;
  readonly shared?: string;
  readonly date1904?: boolean;
}

/** The parts of a workbook by their names, as Excel writes them. */
export function workbookParts(book: WorkbookParts): Readonly<Record<string, string>> {
  const sheets = book.sheets.map(({ rows }, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    `<worksheet><sheetData>${typeof rows === 'string' ? rows : rowsXml(rows)}</sheetData></worksheet>`,
  ]);
  return {
    '[Content_Types].xml':
      '<Types><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': workbookXml(book),
    'xl/_rels/workbook.xml.rels': relationsXml(book.sheets.length),
    'xl/sharedStrings.xml': book.shared ?? '<sst/>',
    'xl/styles.xml': book.styles ?? '<styleSheet/>',
    ...Object.fromEntries(sheets),
  };
}

/** A workbook as the bytes of its file. */
export function workbookFile(book: WorkbookParts): Uint8Array<ArrayBuffer> {
  return zipFile(workbookParts(book));
}

function workbookXml({ sheets, date1904 = false }: WorkbookParts): string {
  const tabs = sheets.map(
    ({ name, state = 'visible' }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${tabs.join('')}</sheets></workbook>`;
}

function relationsXml(count: number): string {
  const sheets = Array.from({ length: count }, (_, index) =>
    relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  const others = [
    relation('rId100', 'sharedStrings', 'sharedStrings.xml'),
    relation('rId101', 'styles', 'styles.xml'),
  ];
  return `<Relationships>${[...sheets, ...others].join('')}</Relationships>`;
}

function relation(id: string, type: string, target: string): string {
  const kind = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}`;
  return `<Relationship Id="${id}" Type="${kind}" Target="${target}"/>`;
}

function rowsXml(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((cells) => `<row>${cells.map(cellXml).join('')}</row>`).join('');
}

function cellXml(cell: string | number | null): string {
  if (cell === null) return '<c/>';
  return typeof cell === 'number'
    ? `<c><v>${cell}</v></c>`
    : `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
