// What the shop holds about one person as a file of JSON: the rows as they are stored, with what
// each field means.

import type { FactTable } from '#schema/tables.ts';
import type { Day } from '#lib/day.ts';
import { downloadFile } from '#platform/files/files.ts';
import type { HeldData } from './held-data.ts';

export interface HeldFileWords {
  readonly name: string;
  readonly shop: string;
  readonly madeOn: Day;
  readonly about: string;
  /** What the fields of each table mean; null for a table that says nothing of anybody. */
  readonly meanings: Readonly<Record<FactTable, string | null>>;
  /** Why, who sees it, how long, and the person's rights. */
  readonly notes: readonly string[];
  /** What the app works out, in sentences. */
  readonly conclusions: readonly string[];
}

export function heldFile({ rows, halfTyped }: HeldData, words: HeldFileWords): File {
  const { name, ...head } = words;
  const text = JSON.stringify({ ...head, rows, halfTyped }, null, 2);
  return new File([`${text}\n`], `${name}.json`, { type: 'application/json' });
}

export function saveHeldFile(file: File): void {
  downloadFile(file, file.name);
}
