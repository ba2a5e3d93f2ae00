// Reads a workbook (.xlsx): which sheets it has, and the rows of one of them as text.

import type { ImportProblem } from '#domain/import/import-problem.ts';
import { zipProblem } from '#formats/file-form/container-problem.ts';
import { momentText, valueText } from '#formats/workbook/cell-value.ts';
import { sheetText, type SheetText } from '#formats/workbook/sheet-text.ts';
import { limitProblem, maxSheets } from '#formats/workbook/workbook-limits.ts';
import { workbookSheets, type TabName } from '#formats/workbook/workbook-sheets.ts';
import { packedPart, zipDirectory, type ZipEntry } from '#formats/workbook/zip-directory.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { inflatePart } from '#platform/files/inflate.ts';

export interface WorkbookSheet extends TabName {
  /** Rows that hold something. */
  readonly rows: number;
}

export interface OpenedWorkbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly sheet: string;
  readonly text: string;
}

export interface WorkbookChoices {
  /** The name of a sheet, or null: the one that tells most about people. */
  readonly sheet: string | null;
  readonly onRead: (share: number) => void;
}

/** Opens the workbook in `bytes`, a zip, or says what else it is. Never throws. */
export async function openWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  choices: WorkbookChoices,
): Promise<Result<OpenedWorkbook, ImportProblem>> {
  const entries = zipDirectory(bytes);
  if (entries === null) return failed({ kind: 'damaged-workbook' });
  const names = entries.map(({ name }) => name);
  const problem = zipProblem(names, bytes) ?? limitProblem(entries);
  if (problem !== null) return failed(problem);
  const sheets = await sheetNames(bytes, entries);
  return sheets.length === 0
    ? failed({ kind: 'damaged-workbook' })
    : readSheets(bytes, sheets.slice(0, maxSheets), choices);
}

const maxListBytes = 1_048_576;

async function sheetNames(
  bytes: Uint8Array<ArrayBuffer>,
  entries: readonly ZipEntry[],
): Promise<readonly TabName[]> {
  const entry = entries.find(({ name }) => /(?:^|\/)workbook\d*\.xml$/iu.test(name));
  const packed = entry === undefined ? null : packedPart(bytes, entry);
  if (entry === undefined || packed === null) return [];
  const xml = entry.method === 0 ? packed : await inflatePart(packed.slice(), maxListBytes);
  // Where a browser cannot unpack by itself, only the library can: the first sheet, without a name.
  if (xml === null) return [{ name: '', hidden: false }];
  return workbookSheets(new TextDecoder().decode(xml));
}

interface ReadSheet {
  readonly sheet: WorkbookSheet;
  readonly content: SheetText;
}

async function readSheets(
  bytes: Uint8Array,
  names: readonly TabName[],
  { sheet: wanted, onRead }: WorkbookChoices,
): Promise<Result<OpenedWorkbook, ImportProblem>> {
  const read: ReadSheet[] = [];
  let problem: ImportProblem | null = null;
  for (const [index, name] of names.entries()) {
    const outcome = await readSheet(bytes, index);
    if (outcome.ok)
      read.push({ sheet: { ...name, rows: outcome.value.rows() }, content: outcome.value });
    else problem ??= outcome.problem;
    onRead((index + 1) / names.length);
  }
  const chosen = read.find(({ sheet }) => sheet.name === wanted) ?? bestOf(read);
  if (chosen === undefined) return failed(problem ?? { kind: 'damaged-workbook' });
  if (chosen.sheet.rows === 0) return failed(problem ?? { kind: 'empty' });
  return ok({
    sheets: read
      .map(({ sheet }) => sheet)
      .toSorted((one, other) => Number(one.hidden) - Number(other.hidden)),
    sheet: chosen.sheet.name,
    text: chosen.content.text(),
  });
}

// Of the visible ones with something in them; the order of the tabs decides between equals.
function bestOf(read: readonly ReadSheet[]): ReadSheet | undefined {
  const visible = read.filter(({ sheet }) => !sheet.hidden && sheet.rows > 0);
  const [first, ...others] = visible.length > 0 ? visible : read;
  return others.reduce(
    (best, each) => (first !== undefined && isBetter(each, best) ? each : best),
    first ?? others[0],
  );
}

function isBetter(one: ReadSheet, other: ReadSheet | undefined): boolean {
  if (other === undefined) return true;
  const people = one.content.peopleRows() - other.content.peopleRows();
  return people === 0 ? one.sheet.rows > other.sheet.rows : people > 0;
}

// The library throws at what is damaged, and at sheets of charts.
async function readSheet(
  bytes: Uint8Array,
  index: number,
): Promise<Result<SheetText, ImportProblem>> {
  const content = sheetText();
  try {
    const { streamXlsxRows } = await import('hucre/xlsx');
    for await (const row of streamXlsxRows(bytes, { sheet: index })) {
      const problem = content.take(row.index, row.values.map(cellText));
      if (problem !== null) return failed(problem);
    }
    return ok(content);
  } catch {
    return failed({ kind: 'damaged-workbook' });
  }
}

function cellText(value: string | number | boolean | Date | null): string {
  return value instanceof Date ? momentText(value.getTime()) : valueText(value);
}
