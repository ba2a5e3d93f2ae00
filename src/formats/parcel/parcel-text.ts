// A parcel as text: a head, then one row a line, as in a backup. Whole rows, so that a parcel may
// come twice, late or after others. Trusts nothing in it: a parcel is valid as a whole, or refused.

import type { ParcelName } from '#domain/tablets/parcel-counts.ts';
import type { Knowledge } from '#domain/tablets/knowledge.ts';
import type { ParcelSigning, Tablet } from '#domain/tablets/tablet.ts';
import { dayShape, numberShape, recordShape, textShape, withDefault } from '#lib/shape.ts';
import { parseTimestamp, type HlcTimestamp } from '#lib/hlc.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { isRecord } from '#lib/typed-keys.ts';
import {
  byFactTable,
  factTables,
  type FactBatch,
  type FactRows,
  type FactTable,
} from '#schema/tables.ts';
import { schemaVersion } from '#schema/versions.ts';
import { parseRow } from '#formats/backup/reader.ts';

/** 2: signed. */
const parcelVersion = 2;

/** What a parcel says of itself. It must agree with where it was found. */
export interface ParcelHead {
  readonly parcel: number;
  readonly shop: string;
  readonly tablet: string;
  readonly number: number;
  /** The version of the tables that its rows are of. */
  readonly schema: number;
  readonly app: string;
  /** The database that it was sealed from, as it stands in timestamps. */
  readonly device: string;
  /** What that had of the others' changes to customers; null where none are in here. */
  readonly knows: Knowledge | null;
}

/** What a parcel carries. */
export interface ParcelLoad {
  readonly facts: FactBatch;
  readonly tablets: readonly Tablet[];
  /** Parcels that are empty from now on; their other rows are in this one or before it. */
  readonly emptied: readonly ParcelName[];
}

export interface ParcelContents extends ParcelLoad {
  readonly head: ParcelHead;
}

export type ParcelFault = 'newer' | 'damaged';

/** What a parcel says, and who signed that. */
export interface SignedText {
  readonly text: string;
  /** None in a parcel of before they were signed. */
  readonly signature: string | null;
}

/** Parcels come in few sizes, so that their size tells little. */
const sizeStep = 768;

export function parcelText(
  head: Omit<ParcelHead, 'parcel' | 'schema'>,
  { facts, tablets, emptied }: ParcelLoad,
): string {
  const first = { parcel: parcelVersion, schema: schemaVersion, ...head };
  const rows = factTables.flatMap((table) => facts[table].map((row) => lineOf(table, row)));
  const others = [
    ...tablets.map((row) => lineOf('tablets', row)),
    ...emptied.map((name) => lineOf('emptied', name)),
  ];
  const lines = [...rows, ...others].join('');
  return `${JSON.stringify(first)}\n${lines}`;
}

/** `text` with its signature as its last line. */
export function signedParcelText(text: string, signature: string): string {
  const whole = `${text}${lineOf(signedLine, signature)}`;
  return whole.padEnd(Math.ceil(whole.length / sizeStep) * sizeStep, ' ');
}

const signedLine = 'signed';

export function splitSignedText(whole: string): SignedText {
  const lines = whole.trimEnd();
  const end = lines.lastIndexOf('\n') + 1;
  const last = valueOf(lines.slice(end));
  const [name, signature]: readonly unknown[] = Array.isArray(last) ? last : [];
  const isSigned = name === signedLine && typeof signature === 'string';
  return isSigned ? { text: lines.slice(0, end), signature } : { text: whole, signature: null };
}

function lineOf(table: string, row: unknown): string {
  return `${JSON.stringify([table, row])}\n`;
}

export function parseParcel(text: string): Result<ParcelContents, ParcelFault> {
  const [first = '', ...lines] = text.trimEnd().split('\n');
  const head = headShape(valueOf(first));
  if (head === undefined) return failed('damaged');
  if (head.parcel > parcelVersion || head.schema > schemaVersion) return failed('newer');
  const batch: MutableBatch = byFactTable(() => []);
  const tablets: Tablet[] = [];
  const emptied: ParcelName[] = [];
  for (const line of lines) {
    if (!readLine(valueOf(line), head.schema, { batch, tablets, emptied }))
      return failed('damaged');
  }
  return ok({ head, facts: batch, tablets, emptied });
}

type MutableBatch = { readonly [Table in FactTable]: FactRows[Table][] };

interface ReadRows {
  readonly batch: MutableBatch;
  readonly tablets: Tablet[];
  readonly emptied: ParcelName[];
}

function readLine(line: unknown, schema: number, { batch, tablets, emptied }: ReadRows): boolean {
  if (!Array.isArray(line)) return false;
  const [name, row]: readonly unknown[] = line;
  if (name === 'tablets') return added(tablets, tabletShape(row));
  if (name === 'emptied') return added(emptied, parcelNameShape(row));
  const table = factTables.find((each) => each === name);
  return table !== undefined && readRow(batch, table, { row, schema });
}

function added<Value>(list: Value[], value: Value | undefined): boolean {
  if (value !== undefined) list.push(value);
  return value !== undefined;
}

function readRow<Table extends FactTable>(
  batch: { readonly [Each in Table]: FactRows[Each][] },
  table: Table,
  { row, schema }: { readonly row: unknown; readonly schema: number },
): boolean {
  const read = parseRow(table, row, schema);
  if (read.ok) batch[table].push(read.value);
  return read.ok;
}

function valueOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const headShape = recordShape<ParcelHead>({
  parcel: numberShape,
  shop: textShape,
  tablet: textShape,
  number: numberShape,
  schema: numberShape,
  app: textShape,
  device: withDefault(textShape, ''),
  knows: withDefault(knowledgeShape, null),
});

function knowledgeShape(value: unknown): Knowledge | undefined {
  if (!isRecord(value)) return undefined;
  const known = Object.entries(value).flatMap(([device, each]) => {
    const timestamp = timestampShape(each);
    return timestamp === undefined ? [] : [[device, timestamp] as const];
  });
  return Object.fromEntries(known);
}

const parcelNameShape = recordShape<ParcelName>({ tablet: textShape, number: numberShape });

function timestampShape(value: unknown): HlcTimestamp | undefined {
  return typeof value === 'string' ? parseTimestamp(value) : undefined;
}

function editsShape(value: unknown): Tablet['edits'] | undefined {
  if (!isRecord(value)) return undefined;
  const edits: { -readonly [Field in keyof Tablet['edits']]: HlcTimestamp } = {};
  for (const field of ['name', 'goneOn', 'lastParcel', 'signing'] as const) {
    const stamp = timestampShape(value[field]);
    if (stamp !== undefined) edits[field] = stamp;
  }
  return edits;
}

/** A tablet of the roster, newly built; also in an invitation. */
export const tabletShape = recordShape<Tablet>({
  id: textShape,
  name: textShape,
  publicKey: textShape,
  passHash: textShape,
  goneOn: withDefault(dayShape, null),
  lastParcel: withDefault(numberShape, null),
  signing: withDefault(
    recordShape<ParcelSigning>({ verifyKey: textShape, from: numberShape }),
    null,
  ),
  made: timestampShape,
  edits: editsShape,
});
