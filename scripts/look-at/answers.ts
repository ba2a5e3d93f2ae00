// The answers that a file of JSON gives instead of the wizard, by the name of the list or its
// place.

import {
  columnMeanings,
  type ColumnMeaning,
  type DayOrder,
} from '../../src/domain/import/column-meaning.ts';
import { listEncodings, type ListEncoding } from '../../src/domain/import/list-encoding.ts';

/** What was answered about one list; whatever is missing takes the wizard's default. */
export interface FileAnswers {
  readonly encoding: ListEncoding | null;
  readonly sheet: string | null;
  readonly order: DayOrder | null;
  readonly currency: string | null;
  readonly firstIsHeadings: boolean | null;
  /** By heading, or by the number of the column from 1. */
  readonly columns: Readonly<Record<string, ColumnMeaning>>;
  /** By name: whether it stands for nobody. */
  readonly standIns: Readonly<Record<string, 'nobody' | 'person'>>;
  /** About all people who are known by their name only. */
  readonly same: 'same' | 'apart' | null;
  /** About single people of the list, by name. */
  readonly people: Readonly<Record<string, 'same' | 'apart'>>;
  /** People of the shop who ask to be forgotten before the list is read. */
  readonly forget: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Answers by a list's name or its place (0, 1 …), from `{"files": {…}}`, an array, or one object.
 */
export function answersFrom(text: string): (name: string, place: number) => FileAnswers {
  const all: unknown = JSON.parse(text);
  return (name, place) => {
    const root = isObject(all) && 'files' in all ? all['files'] : all;
    if (Array.isArray(root)) return answersIn(root[place]);
    if (!isObject(root)) return answersIn({});
    return answersIn(root[name] ?? root[String(place)] ?? root);
  };
}

function answersIn(value: unknown): FileAnswers {
  const given: Json = isObject(value) ? value : {};
  return {
    encoding: oneOf(given['encoding'], listEncodings),
    sheet: typeof given['sheet'] === 'string' ? given['sheet'] : null,
    order: oneOf(given['order'] ?? given['dayOrder'], ['day-first', 'month-first']),
    currency: typeof given['currency'] === 'string' ? given['currency'] : null,
    firstIsHeadings:
      typeof given['firstIsHeadings'] === 'boolean' ? given['firstIsHeadings'] : null,
    columns: recordOf(given['columns'], columnMeanings),
    standIns: recordOf(given['standIns'], ['nobody', 'person']),
    same: oneOf(given['same'], ['same', 'apart']),
    people: recordOf(given['people'], ['same', 'apart']),
    forget: Array.isArray(given['forget']) ? given['forget'].map(String) : [],
  };
}

function recordOf<Value extends string>(
  value: unknown,
  allowed: readonly Value[],
): Readonly<Record<string, Value>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => {
      const known = oneOf(each, allowed);
      return known === null ? [] : [[key, known]];
    }),
  );
}

function oneOf<Value extends string>(value: unknown, allowed: readonly Value[]): Value | null {
  return allowed.find((each) => each === value) ?? null;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
