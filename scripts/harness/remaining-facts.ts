// What a damaged database still holds of a shop's facts, and how far the shop says that it had
// come.
import { factTables } from '#schema/tables.ts';
import { textOf } from './derived-rows.ts';
import type { Content } from './raw-storage.ts';

/**
 * The facts as one text, and the shop's last stamp: whoever writes makes a greater one. Null for
 * what is gone or cannot be read.
 */
export interface RemainingFacts {
  readonly text: string | null;
  readonly lastStamp: string;
}

/** The facts in `content`. */
export function remainingFacts(content: Content | 'gone' | 'unreadable'): RemainingFacts {
  if (typeof content === 'string') return { text: null, lastStamp: '' };
  const facts = factTables.map((table) => content[table] ?? []);
  const [meta] = content['meta'] ?? [];
  return { text: textOf(facts), lastStamp: stampIn(meta) };
}

function stampIn(meta: unknown): string {
  const isRow = typeof meta === 'object' && meta !== null && 'lastStamp' in meta;
  return isRow && typeof meta.lastStamp === 'string' ? meta.lastStamp : '';
}
