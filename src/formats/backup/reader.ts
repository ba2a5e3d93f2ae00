// Reads a backup chunk by chunk and trusts nothing in it: only valid lines become rows. They may be
// used only after `finish` has found the end, the counts and the checksum correct.

import { isRecord } from '#lib/typed-keys.ts';
import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { migrateRow } from '#schema/migrate-row.ts';
import {
  byFactTable,
  factTables,
  type FactBatch,
  type FactRows,
  type FactTable,
} from '#schema/tables.ts';
import { isWithinBounds, validateRow, type RowFault } from '#schema/validate-row.ts';
import { isInVersion, schemaVersion } from '#schema/versions.ts';
import {
  backupFormatName,
  backupVersion,
  totalRows,
  type BackupHeader,
  type TextHash,
} from './format.ts';

/** Characters of one line: the longest valid one is a week with a hundred thousand candidates. */
export const maxLineLength = 4_194_304;

export const maxBackupRows = 2_000_000;

export interface BackupContents {
  readonly head: BackupHeader;
  /** Invalid rows of a whole file: counted, never restored. */
  readonly skippedRows: number;
  readonly firstFault: RowFault | null;
}

/** Takes a backup in chunks and gives the rows of each. */
export interface BackupReader {
  /** Gives the rows that this chunk completes. Must not be called after a problem. */
  readonly push: (text: string) => Result<FactBatch, BackupProblem>;
  /** After the last chunk: whether the file was whole. */
  readonly finish: () => Result<BackupContents, BackupProblem>;
  readonly rowsRead: () => number;
  /** The rows that the header announces; null before it was read. */
  readonly expectedRows: () => number | null;
}

type MutableBatch = { readonly [Table in FactTable]: FactRows[Table][] };

interface ReaderState {
  readonly hash: TextHash;
  readonly counted: Record<FactTable, number>;
  /** The beginning of a line whose end has not come yet. */
  rest: string[];
  restLength: number;
  head: BackupHeader | null;
  rows: number;
  skippedRows: number;
  firstFault: RowFault | null;
  /** Lines to be hashed with the next update. */
  unhashed: string;
  isEnded: boolean;
}

/** A reader of one backup. `hash` must be new. */
export function backupReader(hash: TextHash): BackupReader {
  const state: ReaderState = {
    hash,
    counted: byFactTable(() => 0),
    rest: [],
    restLength: 0,
    head: null,
    rows: 0,
    skippedRows: 0,
    firstFault: null,
    unhashed: '',
    isEnded: false,
  };
  return {
    push: (text) => pushText(state, text),
    finish: () => finished(state),
    rowsRead: () => state.rows,
    expectedRows: () => (state.head === null ? null : totalRows(state.head.counts)),
  };
}

function pushText(state: ReaderState, text: string): Result<FactBatch, BackupProblem> {
  const batch: MutableBatch = byFactTable(() => []);
  for (const line of completedLines(state, text)) {
    const problem = readLine(state, line, batch);
    if (problem !== undefined) return failed(problem);
  }
  if (state.restLength > maxLineLength) return failed(formatProblem(state));
  state.hash.update(state.unhashed);
  state.unhashed = '';
  return ok(batch);
}

// An unfinished line is only gathered, not joined and searched again: one endless line must not
// cost more than its length.
function completedLines(state: ReaderState, text: string): readonly string[] {
  const [first = '', ...others] = text.split('\n');
  state.rest.push(first);
  state.restLength += first.length;
  const rest = others.pop();
  if (rest === undefined) return [];
  const completed = state.rest.join('');
  state.rest = [rest];
  state.restLength = rest.length;
  return [completed, ...others];
}

function readLine(
  state: ReaderState,
  line: string,
  batch: MutableBatch,
): BackupProblem | undefined {
  if (state.isEnded) return { kind: 'corrupt-backup' };
  const value = line.length > maxLineLength ? undefined : recordFrom(line);
  if (value === undefined) return formatProblem(state);
  if (state.head === null) return readHead(state, value, line);
  if (value['t'] === 'end') return readEnd(state, value);
  state.unhashed += `${line}\n`;
  state.rows += 1;
  if (state.rows > maxBackupRows) return { kind: 'zip-bomb-backup' };
  const table = factTables.find((each) => each === value['t']);
  if (table === undefined) return { kind: 'corrupt-backup' };
  state.counted[table] += 1;
  readRow(state, { table, value: value['r'], schema: state.head.schema }, batch);
  return undefined;
}

/** Migrates and validates one row of a backup of version `schema`. */
export function parseRow<Table extends FactTable>(
  table: Table,
  row: unknown,
  schema: number,
): Result<FactRows[Table], RowFault> {
  return validateRow(table, isRecord(row) ? migrateRow(table, row, schema) : row);
}

interface Line<Table extends FactTable> {
  readonly table: Table;
  readonly value: unknown;
  readonly schema: number;
}

function readRow<Table extends FactTable>(
  state: ReaderState,
  { table, value, schema }: Line<Table>,
  batch: { readonly [Each in Table]: FactRows[Each][] },
): void {
  const row = parseRow(table, value, schema);
  if (row.ok) {
    batch[table].push(row.value);
    return;
  }
  state.skippedRows += 1;
  state.firstFault ??= row.problem;
}

function readHead(state: ReaderState, value: Fields, line: string): BackupProblem | undefined {
  const { v, schema } = value;
  if (value['t'] !== 'head' || value['fmt'] !== backupFormatName) return { kind: 'not-a-backup' };
  if (!isCount(v) || !isCount(schema)) return { kind: 'not-a-backup' };
  if (v > backupVersion || schema > schemaVersion) return { kind: 'newer-backup' };
  const head = headFrom(value, schema);
  if (head === undefined) return { kind: 'corrupt-backup' };
  state.head = head;
  state.unhashed += `${line}\n`;
  return undefined;
}

function headFrom(value: Fields, schema: number): BackupHeader | undefined {
  const { app, shop, made } = value;
  const counts = countsFrom(value['counts'], schema);
  if (typeof app !== 'string' || typeof shop !== 'string' || typeof made !== 'string')
    return undefined;
  return counts === undefined ? undefined : { schema, app, shop, made, counts };
}

function countsFrom(value: unknown, schema: number): Record<FactTable, number> | undefined {
  if (!isRecord(value)) return undefined;
  const counts = byFactTable(() => 0);
  for (const table of factTables) {
    // A shop of an older version had no rows of a table that came later.
    const count = isInVersion(table, schema) ? value[table] : (value[table] ?? 0);
    if (!isCount(count)) return undefined;
    counts[table] = count;
  }
  return counts;
}

function readEnd(state: ReaderState, value: Fields): BackupProblem | undefined {
  state.hash.update(state.unhashed);
  state.unhashed = '';
  state.isEnded = true;
  const isWhole = value['rows'] === state.rows && value['sha256'] === state.hash.hex();
  return isWhole ? undefined : { kind: 'corrupt-backup' };
}

function finished(state: ReaderState): Result<BackupContents, BackupProblem> {
  const { head, skippedRows, firstFault, counted } = state;
  if (head === null) return failed(formatProblem(state));
  if (!state.isEnded) return failed({ kind: 'truncated-backup' });
  if (state.restLength > 0) return failed({ kind: 'corrupt-backup' });
  if (factTables.some((table) => counted[table] !== head.counts[table]))
    return failed({ kind: 'corrupt-backup' });
  if (counted.settings !== 1 || firstFault?.table === 'settings')
    return failed({ kind: 'no-shop-in-backup' });
  return ok({ head, skippedRows, firstFault });
}

// Before the header it may be any file; afterwards it is ours, and corrupt.
function formatProblem(state: ReaderState): BackupProblem {
  return { kind: state.head === null ? 'not-a-backup' : 'corrupt-backup' };
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

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
