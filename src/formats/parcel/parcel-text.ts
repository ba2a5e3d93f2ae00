// A parcel as text: a head, then one row a line, as in a backup. Whole rows, so that a parcel may
// come twice, late or after others. Trusts nothing in it: a parcel is valid as a whole, or refused.

import type { Tablet } from '#domain/tablets/tablet.ts';
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

const parcelVersion = 1;

/** What a parcel says of itself. It must agree with where it was found. */
export interface ParcelHead {
  readonly parcel: number;
  readonly shop: string;
  readonly tablet: string;
  readonly number: number;
  /** The version of the tables that its rows are of. */
  readonly schema: number;
  readonly app: string;
}

export interface ParcelContents {
  readonly head: ParcelHead;
  readonly facts: FactBatch;
  readonly tablets: readonly Tablet[];
}

export type ParcelFault = 'newer' | 'damaged';

/** Small parcels are all of one size, so that their size tells nothing. */
const smallSize = 768;

export function parcelText(
  head: Pick<ParcelHead, 'shop' | 'tablet' | 'number' | 'app'>,
  facts: FactBatch,
  tablets: readonly Tablet[],
): string {
  const first = { parcel: parcelVersion, schema: schemaVersion, ...head };
  const rows = factTables.flatMap((table) => facts[table].map((row) => lineOf(table, row)));
  const lines = [...rows, ...tablets.map((row) => lineOf('tablets', row))].join('');
  const text = `${JSON.stringify(first)}\n${lines}`;
  return text.padEnd(smallSize, ' ');
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
  for (const line of lines) {
    if (!readLine(valueOf(line), head.schema, { batch, tablets })) return failed('damaged');
  }
  return ok({ head, facts: batch, tablets });
}

type MutableBatch = { readonly [Table in FactTable]: FactRows[Table][] };

interface ReadRows {
  readonly batch: MutableBatch;
  readonly tablets: Tablet[];
}

function readLine(line: unknown, schema: number, { batch, tablets }: ReadRows): boolean {
  if (!Array.isArray(line)) return false;
  const [name, row]: readonly unknown[] = line;
  if (name === 'tablets') {
    const tablet = tabletShape(row);
    if (tablet !== undefined) tablets.push(tablet);
    return tablet !== undefined;
  }
  const table = factTables.find((each) => each === name);
  return table !== undefined && readRow(batch, table, { row, schema });
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
});

function timestampShape(value: unknown): HlcTimestamp | undefined {
  return typeof value === 'string' ? parseTimestamp(value) : undefined;
}

function editsShape(value: unknown): Tablet['edits'] | undefined {
  if (!isRecord(value)) return undefined;
  const edits: { name?: HlcTimestamp; goneOn?: HlcTimestamp } = {};
  for (const field of ['name', 'goneOn'] as const) {
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
  made: timestampShape,
  edits: editsShape,
});
