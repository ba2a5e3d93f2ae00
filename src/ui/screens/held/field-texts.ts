import { keysOf } from '#lib/typed-keys.ts';

/**
 * What is said of each field of a row; null where it says nothing to a reader: a number of a row, a
 * time of writing, or a blank. A field that is missing here does not compile.
 */
export type FieldTexts<Row> = {
  readonly [Field in keyof Row]-?: (value: NonNullable<Row[Field]>) => string | null;
};

/** What there is to say of `row`, field by field, in the order of `texts`. */
export function fieldTextsOf<Row extends object>(
  row: Partial<Row>,
  texts: FieldTexts<Row>,
): readonly string[] {
  const textOf = (field: keyof Row): string | null => {
    const value: Row[keyof Row] | undefined = row[field];
    return value === undefined || value === null ? null : texts[field](value);
  };
  return keysOf<FieldTexts<Row>>(texts).flatMap((field) => textOf(field) ?? []);
}

/** Of a field that is a number of a row or a time of writing. */
export function silent(): null {
  return null;
}
