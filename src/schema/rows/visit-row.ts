import * as v from 'valibot';
import type { ImportId } from '#domain/import/shop-import.ts';
import { maxAmount } from '#domain/shop/money.ts';
import { visitMarks, type Visit, type VisitFields, type VisitId } from '#domain/visits/visit.ts';
import { dayFrom } from '#lib/day.ts';
import {
  count,
  isTimestamp,
  customerId,
  day,
  flag,
  id,
  oneOf,
  versionFields,
  text,
  whole,
  type FieldChecks,
  type RowCheck,
} from './fields.ts';

const fields: FieldChecks<VisitFields> = {
  customerId: v.nullable(customerId),
  at: whole,
  day,
  minute: v.nullable(v.pipe(count, v.maxValue(1439))),
  kind: oneOf(['bought', 'browsed']),
  amount: v.nullable(v.pipe(count, v.maxValue(maxAmount))),
  reduced: flag,
  marks: v.array(oneOf(visitMarks)),
  note: text,
  // Rows of version 2 lack it: rewriting each visit of a large shop takes minutes.
  receipt: v.optional(v.nullable(text), null),
  voided: flag,
};

const owner = v.exactOptional(v.nullable(customerId));

export const visitRow: RowCheck<Visit> = v.object({
  id: id<VisitId>(),
  ...fields,
  whose: v.exactOptional(v.object({ note: owner, marks: owner, receipt: owner })),
  importId: v.nullable(id<ImportId>()),
  createdAt: whole,
  ...versionFields(fields),
});

/**
 * The visit that `value` is, newly built as the check builds it and several times as fast.
 * Undefined where `value` is anything out of the ordinary: then the check says what.
 */
export function parsePlainVisit(value: unknown): Visit | undefined {
  if (!isPlain(value)) return undefined;
  return {
    id: value.id,
    customerId: value.customerId,
    at: value.at,
    day: value.day,
    minute: value.minute,
    kind: value.kind,
    amount: value.amount,
    reduced: value.reduced,
    marks: [...value.marks],
    note: value.note,
    receipt: value.receipt ?? null,
    voided: value.voided,
    importId: value.importId,
    createdAt: value.createdAt,
    made: value.made,
    edits: { ...value.edits },
  };
}

function isPlain(value: unknown): value is Visit {
  return (
    isFields(value) &&
    value['whose'] === undefined &&
    hasValidIds(value) &&
    hasValidTimes(value) &&
    hasValidContent(value) &&
    hasValidVersions(value)
  );
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasValidIds({ id: visit, customerId: person, importId: list }: Fields): boolean {
  return isId(visit) && (person === null || isId(person)) && (list === null || isId(list));
}

function hasValidTimes({ at, day: date, minute, createdAt }: Fields): boolean {
  return (
    isWhole(at) &&
    isWhole(createdAt) &&
    typeof date === 'string' &&
    isKnownDay(date) &&
    (minute === null || isCount(minute, 1439))
  );
}

function hasValidContent({ kind, amount, reduced, marks, voided, ...texts }: Fields): boolean {
  return (
    (kind === 'bought' || kind === 'browsed') &&
    (amount === null || isCount(amount, maxAmount)) &&
    typeof reduced === 'boolean' &&
    typeof voided === 'boolean' &&
    typeof texts['note'] === 'string' &&
    (texts['receipt'] == null || typeof texts['receipt'] === 'string') &&
    Array.isArray(marks) &&
    marks.every((mark) => visitMarks.includes(mark))
  );
}

function hasValidVersions({ made, edits }: Fields): boolean {
  if (!isTimestamp(made) || !isFields(edits)) return false;
  return Object.keys(edits).every(
    (field) => Object.hasOwn(fields, field) && isTimestamp(edits[field]),
  );
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isCount(value: unknown, max: number): boolean {
  return isWhole(value) && value >= 0 && value <= max;
}

// A shop has few days, and the calendar is the slow part.
function isKnownDay(text: string): boolean {
  if (knownDays.has(text)) return true;
  if (dayFrom(text) === undefined) return false;
  if (knownDays.size === maxKnownDays) knownDays.clear();
  knownDays.add(text);
  return true;
}

const knownDays = new Set<string>();
const maxKnownDays = 10_000;
