import { readFileSync } from 'node:fs';

/**
 * One list under test/fixtures/lists/shapes and the right result; the shop is new and stands in
 * London, today is 21 November 2026.
 */
export interface ListShape {
  readonly file: string;
  readonly what: string;
  /** `name | (also called) | phones | mails | addresses | birthday | #number | note | consents`. */
  readonly people: readonly string[];
  readonly visits?: readonly string[];
  /** The row, the reason, and whether the whole row or a part is left out. */
  readonly leftOut?: readonly string[];
  readonly asked?: readonly string[];
}

/** All lists of the folder but those that belong together. */
export function readListShapes(): readonly ListShape[] {
  const file = new URL('../../fixtures/lists/shapes.json', import.meta.url);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own fixture
  return JSON.parse(readFileSync(file, 'utf8')) as readonly ListShape[];
}
