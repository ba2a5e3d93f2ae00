// What the tables hold about one person, for whoever asks to see it: their own rows whole, of other
// rows what names them, and nothing of anybody else. It goes by where their id stands, so that a
// new table or field is in it by itself.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { claimedVisit, visitOf, withoutClaims } from '#domain/backup/visit-claims.ts';
import type { Visit } from '#domain/visits/visit.ts';
import { recordOf } from '#lib/typed-keys.ts';
import { factTables, type FactBatch, type FactRows, type FactTable } from '#schema/tables.ts';
import { namesHider } from './names-hider.ts';

type HeldRow = Readonly<Record<string, unknown>>;

/** The rows of each table, everybody else called `another`; of other people's rows some fields. */
export type HeldRows = { readonly [Table in FactTable]: readonly Partial<FactRows[Table]>[] };

export interface HeldRequest {
  /** The row of the person, and those merged into it. */
  readonly ids: ReadonlySet<CustomerId>;
  /** What anybody else is called: "another customer". */
  readonly another: string;
}

/** `facts` may hold more rows than are wanted, and must hold all customers. */
export function heldRows(facts: FactBatch, { ids, another }: HeldRequest): HeldRows {
  const clean = cleaner(facts.customers, { ids, another });
  const own = recordOf(factTables, (table) => ownRows(facts, table, ids));
  const named = new Set(textsIn(Object.values(own)));
  return recordOf(factTables, (table) => {
    const others = rowsOf(facts, table).filter((row) => !isOwn(row, table, ids));
    const related = others.flatMap((row) => relatedRow(row, { table, ids, named }));
    return [...own[table], ...related].map((row) => clean(row));
  });
}

function rowsOf(facts: FactBatch, table: FactTable): readonly HeldRow[] {
  return facts[table].map((row) => ({ ...row }));
}

function ownRows(facts: FactBatch, table: FactTable, ids: HeldRequest['ids']): readonly HeldRow[] {
  if (table === 'visits') return facts.visits.flatMap((visit) => ownVisit(visit, ids));
  return rowsOf(facts, table).filter((row) => isOwn(row, table, ids));
}

function isOwn(row: HeldRow, table: FactTable, ids: ReadonlySet<unknown>): boolean {
  return ids.has(table === 'customers' ? row['id'] : row['customerId']);
}

// What stands on their visit about somebody else is not theirs.
function ownVisit(visit: Visit, ids: HeldRequest['ids']): readonly HeldRow[] {
  if (visit.customerId === null || !ids.has(visit.customerId)) return [];
  const isOther = (id: CustomerId | null): boolean => id !== null && !ids.has(id);
  const own = visitOf(withoutClaims(claimedVisit(visit), isOther));
  return [{ ...own }];
}

interface Relation {
  readonly table: FactTable;
  readonly ids: HeldRequest['ids'];
  /** Every text in the person's own rows. */
  readonly named: ReadonlySet<string>;
}

// A perk, a list or a home that their rows point to, or a row that says something of them.
function relatedRow(row: HeldRow, { table, ids, named }: Relation): readonly HeldRow[] {
  if (table === 'visits') return sharedWords(row, ids);
  const id = row['id'];
  const isPointedTo = typeof id === 'string' && named.has(id) && table !== 'customers';
  if (isPointedTo) return [table === 'imports' ? importOutline(row) : row];
  const entries = Object.entries(row).flatMap(([field, value]) => mention(field, value, ids));
  return entries.length === 0 ? [] : [{ ...datesOf(row), ...Object.fromEntries(entries) }];
}

function datesOf(row: HeldRow): HeldRow {
  const dates = ['week', 'day', 'plannedOn', 'addedOn'];
  return Object.fromEntries(Object.entries(row).filter(([field]) => dates.includes(field)));
}

function mention(
  field: string,
  value: unknown,
  ids: ReadonlySet<string>,
): readonly (readonly [string, unknown])[] {
  const isNamed = (each: unknown): boolean => hasText(each, ids);
  if (!isNamed(value)) return [];
  return [[field, Array.isArray(value) ? value.filter(isNamed) : value]];
}

// Of another's visit only the words that are about them.
function sharedWords(row: HeldRow, ids: ReadonlySet<string>): readonly HeldRow[] {
  const whose = row['whose'];
  if (typeof whose !== 'object' || whose === null) return [];
  const fields = Object.entries(whose).flatMap(([field, id]) => (ids.has(id) ? [field] : []));
  if (fields.length === 0) return [];
  return [{ day: row['day'], ...Object.fromEntries(fields.map((each) => [each, row[each]])) }];
}

// Other people's cells stand among its problems and answers.
function importOutline(row: HeldRow): HeldRow {
  const { id, fileName, at, rows } = row;
  return { id, fileName, at, rows };
}

function hasText(value: unknown, texts: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return texts.has(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((each) => hasText(each, texts));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function cleaner(
  customers: readonly Customer[],
  { ids, another }: HeldRequest,
): (row: HeldRow) => HeldRow {
  const own = customers.filter(({ id }) => ids.has(id));
  const others = customers.filter(({ id }) => !ids.has(id));
  const otherIds = new Set<string>(others.map(({ id }) => id));
  const hideNames = namesHider(others.flatMap(namesOf), own.flatMap(namesOf), another);
  const cleanText = (text: string): string => (otherIds.has(text) ? another : hideNames(text));
  return (row) =>
    Object.fromEntries(
      Object.entries(row).map(([field, value]) => [
        field,
        contactFields.has(field) ? value : mapTexts(value, cleanText),
      ]),
    );
}

/** A street may be called like somebody. */
const contactFields: ReadonlySet<string> = new Set(['phones', 'emails', 'addresses']);

function namesOf({ name, alsoCalled, letterName, wallName }: Customer): readonly string[] {
  return [name, ...alsoCalled, letterName, wallName].filter((each) => each !== '');
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, each]) => [field, mapTexts(each, change)]),
  );
}
