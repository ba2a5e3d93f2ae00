// Reads a workbook (.xlsx): which sheets it has, and the rows of one of them as text.

import type { ImportProblem } from '#domain/import/import-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { zipProblem } from '../file-form/container-problem.ts';
import { cellFormats, type CellFormat } from './cell-formats.ts';
import { readPartText, type PartOutcome } from './part-text.ts';
import { sharedTexts } from './shared-texts.ts';
import { sheetRows, type SheetContext } from './sheet-rows.ts';
import { sheetText, type SheetText } from './sheet-text.ts';
import * as limits from './workbook-limits.ts';
import { workbookOutline, type SheetOutline, type WorkbookOutline } from './workbook-outline.ts';
import { zipDirectory, type ZipEntry } from './zip-directory.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that hold something. */
  readonly rows: number;
}

export interface ReadWorkbook {
  /** The visible ones first. */
  readonly sheets: readonly WorkbookSheet[];
  readonly sheet: string;
  readonly text: string;
}

export interface WorkbookChoices {
  /** The name of a sheet, or null: the one that tells most about people. */
  readonly sheet: string | null;
  readonly onRead: (share: number) => void;
}

/** Reads the workbook in `bytes`, a zip, or says what else it is. Never throws. */
export function readWorkbook(
  bytes: Uint8Array,
  choices: WorkbookChoices,
): Result<ReadWorkbook, ImportProblem> {
  const entries = zipDirectory(bytes);
  if (entries === null) return failed({ kind: 'damaged-workbook' });
  const names = entries.map(({ name }) => name);
  const problem = zipProblem(names, bytes) ?? limits.limitProblem(entries);
  if (problem !== null) return failed(problem);
  const zip: OpenZip = { bytes, entries: new Map(entries.map((entry) => [entry.name, entry])) };
  const outline = workbookOutline((path) => partText(zip, path));
  if (outline === null || outline.sheets.length === 0) return failed({ kind: 'damaged-workbook' });
  const context = contextOf(zip, outline);
  return context.ok ? readSheets(zip, { outline, context: context.value }, choices) : context;
}

interface OpenZip {
  readonly bytes: Uint8Array;
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

function partText(zip: OpenZip, path: string): string | null {
  const pieces: string[] = [];
  const outcome = readPart(zip, path, {
    maxBytes: limits.maxPartBytes,
    onText: (text) => pieces.push(text) > 0,
  });
  return outcome === 'read' ? pieces.join('') : null;
}

function readPart(
  { bytes, entries }: OpenZip,
  path: string,
  options: { readonly maxBytes: number; readonly onText: (text: string) => boolean },
): PartOutcome {
  const entry = entries.get(path);
  return entry === undefined ? 'damaged' : readPartText(bytes, entry, options);
}

type CellsContext = Omit<SheetContext, 'onRow'>;

function contextOf(
  zip: OpenZip,
  { sharedPath, stylesPath, is1904 }: WorkbookOutline,
): Result<CellsContext, ImportProblem> {
  const shared: string[] = [];
  const formats: CellFormat[] = [];
  const parts = [
    { path: sharedPath, scanner: sharedTexts(shared), maxBytes: limits.maxSharedBytes },
    { path: stylesPath, scanner: cellFormats(formats), maxBytes: limits.maxPartBytes },
  ];
  for (const { path, scanner, maxBytes } of parts) {
    // Some programs name a part that they do not write.
    if (path === null || !zip.entries.has(path)) continue;
    const outcome = readPart(zip, path, { maxBytes, onText: scanner.feed });
    if (outcome !== 'read') return failed(problemOf(outcome));
  }
  return ok({ shared, formats, is1904 });
}

function problemOf(outcome: PartOutcome): ImportProblem {
  return { kind: outcome === 'too-long' ? 'too-much-in-workbook' : 'damaged-workbook' };
}

interface WorkbookParts {
  readonly outline: WorkbookOutline;
  readonly context: CellsContext;
}

interface ReadSheet {
  readonly sheet: WorkbookSheet;
  readonly content: SheetText;
}

function readSheets(
  zip: OpenZip,
  { outline, context }: WorkbookParts,
  { sheet: wanted, onRead }: WorkbookChoices,
): Result<ReadWorkbook, ImportProblem> {
  const read: ReadSheet[] = [];
  let problem: ImportProblem | null = null;
  const sheets = withinReach(zip, outline.sheets);
  for (const [index, { name, hidden, path }] of sheets.entries()) {
    const outcome = readSheet(zip, path, context);
    if (outcome.ok)
      read.push({ sheet: { name, hidden, rows: outcome.value.rows() }, content: outcome.value });
    else problem ??= outcome.problem;
    onRead((index + 1) / sheets.length);
  }
  const chosen = read.find(({ sheet }) => sheet.name === wanted) ?? bestOf(read);
  if (chosen === null) return failed(problem ?? { kind: 'too-much-in-workbook' });
  if (chosen.sheet.rows === 0) return failed(problem ?? { kind: 'empty' });
  const ordered = read.map(({ sheet }) => sheet).toSorted(visibleFirst);
  return ok({ sheets: ordered, sheet: chosen.sheet.name, text: chosen.content.text() });
}

function visibleFirst(one: WorkbookSheet, other: WorkbookSheet): number {
  return Number(one.hidden) - Number(other.hidden);
}

// Many tabs may share one part: each is read, so each counts.
function withinReach(
  { entries }: OpenZip,
  sheets: readonly SheetOutline[],
): readonly SheetOutline[] {
  let bytes = 0;
  return sheets.slice(0, limits.maxSheets).filter(({ path }) => {
    bytes += entries.get(path)?.unpackedBytes ?? 0;
    return bytes <= limits.maxAllBytes;
  });
}

// Of the visible ones with something in them; the order of the tabs decides between equals.
function bestOf(read: readonly ReadSheet[]): ReadSheet | null {
  const filled = read.filter(({ sheet }) => sheet.rows > 0);
  const visible = filled.filter(({ sheet }) => !sheet.hidden);
  const candidates = [visible, filled, read].find(({ length }) => length > 0) ?? [];
  return candidates.reduce<ReadSheet | null>(
    (best, each) => (best === null || isBetter(each, best) ? each : best),
    null,
  );
}

function isBetter(one: ReadSheet, other: ReadSheet): boolean {
  const people = one.content.peopleRows() - other.content.peopleRows();
  return people === 0 ? one.sheet.rows > other.sheet.rows : people > 0;
}

function readSheet(
  zip: OpenZip,
  path: string,
  context: CellsContext,
): Result<SheetText, ImportProblem> {
  const content = sheetText();
  let problem: ImportProblem | null = null;
  const scanner = sheetRows({
    ...context,
    onRow(index, cells) {
      problem = content.take(index, cells);
      return problem === null;
    },
  });
  const outcome = readPart(zip, path, { maxBytes: limits.maxSheetBytes, onText: scanner.feed });
  if (problem !== null) return failed(problem);
  return outcome === 'read' ? ok(content) : failed(problemOf(outcome));
}
