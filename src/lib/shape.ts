// Checks of small values that come from outside, such as what local storage holds. Read soon after
// the start, which is why they are forty lines of our own and not valibot: the rows of files,
// checked later and in full, are valibot's (`schema`).

import { dayFrom, type Day } from './day.ts';
import { isRecord, keysOf } from './typed-keys.ts';

/** Gives the value of this shape that `value` is, newly built; undefined where it is none. */
export type Shape<Value> = (value: unknown) => Value | undefined;

export const textShape: Shape<string> = (value) => (typeof value === 'string' ? value : undefined);

export const numberShape: Shape<number> = (value) =>
  typeof value === 'number' ? value : undefined;

export const dayShape: Shape<Day> = (value) =>
  typeof value === 'string' ? dayFrom(value) : undefined;

export function oneOfShape<const Value>(values: readonly Value[]): Shape<Value> {
  return (value) => values.find((each) => each === value);
}

/** `shape`, or `fallback` where the value is missing or something else. */
export function withDefault<Value, Fallback>(
  shape: Shape<Value>,
  fallback: Fallback,
): Shape<Value | Fallback> {
  return (value) => {
    const found = shape(value);
    return found === undefined ? fallback : found;
  };
}

/** A list of those entries that have `shape`; others are passed over. */
export function listShape<Value>(shape: Shape<Value>): Shape<readonly Value[]> {
  return (value) =>
    Array.isArray(value)
      ? value.map((each) => shape(each)).filter((each) => each !== undefined)
      : undefined;
}

/** An object with these fields; others are left out. */
export function recordShape<Value extends object>(shapes: {
  readonly [Field in keyof Value]: Shape<Value[Field]>;
}): Shape<Value> {
  return (value) => {
    if (!isRecord(value)) return undefined;
    const fields = keysOf(shapes).map((field) => [field, shapes[field](value[field])] as const);
    if (fields.some(([, found]) => found === undefined)) return undefined;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each field was checked by its own shape
    return Object.fromEntries(fields) as Value;
  };
}

export function firstShape<Value>(...shapes: readonly Shape<Value>[]): Shape<Value> {
  return (value) => {
    for (const shape of shapes) {
      const found = shape(value);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
