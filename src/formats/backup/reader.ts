// Reads a copy of the shop as it arrives, piece by piece, and trusts nothing in it: only lines of our own shape become rows, and only a file
// whose end is there, whose counts agree and whose checksum fits is whole. Nothing read may be used for good before `finish` said so.

import type { CopyProblem } from '#domain/backup/backup-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { migratedRow } from '#schema/migrations.ts';
import {
  byFactTable,
  factTables,
  type FactBatch,
  type FactRows,
  type FactTable,
} from '#schema/tables.ts';
import { isWithinBounds, rowFrom, type RowFault } from '#schema/validate-row.ts';
import { schemaVersion } from '#schema/versions.ts';
import { copyKind, copyVersion, type CopyHead, type TextHash } from './format.ts';

/** Characters of one line: the longest honest one is a week in which a hundred thousand people could be chosen. */
export const greatestLine = 4_194_304;

/** Rows of one copy. */
export const greatestRows = 2_000_000;

/** What a whole copy was found to be. */
export interface CopyContents {
  readonly head: CopyHead;
  /** Rows of a whole file that are not what they should be: counted, never brought back. */
  readonly leftOut: number;
  readonly firstFault: RowFault | null;
}

/** Takes a copy in pieces and gives the rows of each. */
export interface CopyReader {
  /** Takes the next piece of text and gives the rows completed by it. After a problem nothing more may be pushed. */
  readonly push: (text: string) => Result<FactBatch, CopyProblem>;
  /** Tells whether the file was whole, after the last piece. */
  readonly finish: () => Result<CopyContents, CopyProblem>;
  /** Rows so far. */
  readonly rowsRead: () => number;
  /** The rows that the head promises, once it was read. */
  readonly promised: () => number | null;
}

type MutableBatch = { readonly [Table in FactTable]: FactRows[Table][] };

interface Reading {
  readonly hash: TextHash;
  readonly counted: Record<FactTable, number>;
  /** The beginning of a line whose end has not come yet. */
  rest: string[];
  restLength: number;
  head: CopyHead | null;
  rows: number;
  leftOut: number;
  firstFault: RowFault | null;
  /** Lines that belong to the checksum and were not given to it yet. */
  unhashed: string;
  isEnded: boolean;
}

/** A reader of one copy. `hash` must be new. */
export function copyReader(hash: TextHash): CopyReader {
  const reading: Reading = {
    hash,
    counted: emptyCounts(),
    rest: [],
    restLength: 0,
    head: null,
    rows: 0,
    leftOut: 0,
    firstFault: null,
    unhashed: '',
    isEnded: false,
  };
  return {
    push: (text) => pushed(reading, text),
    finish: () => finished(reading),
    rowsRead: () => reading.rows,
    promised: () => (reading.head === null ? null : sumOf(reading.head)),
  };
}

function pushed(reading: Reading, text: string): Result<FactBatch, CopyProblem> {
  const batch = emptyBatch();
  for (const line of completedLines(reading, text)) {
    const problem = readLine(reading, line, batch);
    if (problem !== undefined) return failed(problem);
  }
  if (reading.restLength > greatestLine) return failed(notOurs(reading));
  reading.hash.update(reading.unhashed);
  reading.unhashed = '';
  return ok(batch);
}

// What has no line end yet is only gathered, never joined and searched again: one endless line must not cost more than its length.
function completedLines(reading: Reading, text: string): readonly string[] {
  const [first = '', ...others] = text.split('\n');
  reading.rest.push(first);
  reading.restLength += first.length;
  const rest = others.pop();
  if (rest === undefined) return [];
  const completed = reading.rest.join('');
  reading.rest = [rest];
  reading.restLength = rest.length;
  return [completed, ...others];
}

function readLine(reading: Reading, line: string, batch: MutableBatch): CopyProblem | undefined {
  if (reading.isEnded) return { kind: 'damaged-copy' };
  const value = line.length > greatestLine ? undefined : recordFrom(line);
  if (value === undefined) return notOurs(reading);
  if (reading.head === null) return readHead(reading, value, line);
  if (value['t'] === 'end') return readEnd(reading, value);
  reading.unhashed += `${line}\n`;
  reading.rows += 1;
  if (reading.rows > greatestRows) return { kind: 'swollen-copy' };
  const table = factTables.find((each) => each === value['t']);
  if (table === undefined) return { kind: 'damaged-copy' };
  reading.counted[table] += 1;
  readRow(reading, { table, value: value['r'], schema: reading.head.schema }, batch);
  return undefined;
}

/** What is read of one row in a copy of version `schema`: a copy made by older code holds rows of older shape. */
export function rowRead<Table extends FactTable>(
  table: Table,
  row: unknown,
  schema: number,
): Result<FactRows[Table], RowFault> {
  return rowFrom(table, isRecord(row) ? migratedRow(table, row, schema) : row);
}

interface Line<Table extends FactTable> {
  readonly table: Table;
  readonly value: unknown;
  readonly schema: number;
}

function readRow<Table extends FactTable>(
  reading: Reading,
  { table, value, schema }: Line<Table>,
  batch: { readonly [Each in Table]: FactRows[Each][] },
): void {
  const row = rowRead(table, value, schema);
  if (row.ok) {
    batch[table].push(row.value);
    return;
  }
  reading.leftOut += 1;
  reading.firstFault ??= row.problem;
}

function readHead(reading: Reading, value: Fields, line: string): CopyProblem | undefined {
  const { v, schema } = value;
  if (value['t'] !== 'head' || value['fmt'] !== copyKind) return { kind: 'not-a-copy' };
  if (!isCount(v) || !isCount(schema)) return { kind: 'not-a-copy' };
  if (v > copyVersion || schema > schemaVersion) return { kind: 'newer-copy' };
  const head = headFrom(value, schema);
  if (head === undefined) return { kind: 'damaged-copy' };
  reading.head = head;
  reading.unhashed += `${line}\n`;
  return undefined;
}

function headFrom(value: Fields, schema: number): CopyHead | undefined {
  const { app, shop, made } = value;
  const counts = countsFrom(value['counts']);
  if (typeof app !== 'string' || typeof shop !== 'string' || typeof made !== 'string')
    return undefined;
  return counts === undefined ? undefined : { schema, app, shop, made, counts };
}

function countsFrom(value: unknown): Record<FactTable, number> | undefined {
  if (!isRecord(value)) return undefined;
  const counts = emptyCounts();
  for (const table of factTables) {
    const count = value[table];
    if (!isCount(count)) return undefined;
    counts[table] = count;
  }
  return counts;
}

function readEnd(reading: Reading, value: Fields): CopyProblem | undefined {
  reading.hash.update(reading.unhashed);
  reading.unhashed = '';
  reading.isEnded = true;
  const isWhole = value['rows'] === reading.rows && value['sha256'] === reading.hash.hex();
  return isWhole ? undefined : { kind: 'damaged-copy' };
}

function finished(reading: Reading): Result<CopyContents, CopyProblem> {
  const { head, leftOut, firstFault, counted } = reading;
  if (head === null) return failed(notOurs(reading));
  if (!reading.isEnded) return failed({ kind: 'cut-copy' });
  if (reading.restLength > 0) return failed({ kind: 'damaged-copy' });
  if (factTables.some((table) => counted[table] !== head.counts[table]))
    return failed({ kind: 'damaged-copy' });
  if (counted.settings !== 1 || firstFault?.table === 'settings')
    return failed({ kind: 'no-shop-in-copy' });
  return ok({ head, leftOut, firstFault });
}

// Before the head was seen it may be any file; afterwards it is ours, and broken.
function notOurs(reading: Reading): CopyProblem {
  return { kind: reading.head === null ? 'not-a-copy' : 'damaged-copy' };
}

type Fields = Readonly<Record<string, unknown>>;

function recordFrom(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) && isWithinBounds(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function sumOf(head: CopyHead): number {
  return factTables.reduce((sum, table) => sum + head.counts[table], 0);
}

function emptyCounts(): Record<FactTable, number> {
  return byFactTable(() => 0);
}

function emptyBatch(): MutableBatch {
  return byFactTable(() => []);
}
