// The list that lies beside the copies in a folder: which copies are ours, and what was in the
// latest. It is written after the copy it names, so that it never promises a copy that is not
// there. Whatever it does not name belongs to somebody else and is never touched.

import { dayFrom } from '#lib/day.ts';
import { parseTimestamp, type HlcTimestamp } from '#lib/hlc.ts';
import type { DatedBackup } from './retention.ts';

/** What the list is called in the folder. */
export const manifestName = 'manifest.json';

const format = 'regulars-folder';
const version = 1;

/** One verified copy in the folder. */
export interface ManifestEntry extends DatedBackup {
  /** The shop's id, the same across devices. */
  readonly shop: string;
  /** The database it was written from; empty in lists of before it was noted. */
  readonly database: string;
  /** The last stamp that is in it; null in a shop in which nothing ever happened. */
  readonly stamp: HlcTimestamp | null;
  readonly people: number;
  readonly visits: number;
}

/** The text of the list of `copies`. */
export function manifestText(copies: readonly ManifestEntry[]): string {
  return `${JSON.stringify({ fmt: format, v: version, copies }, null, 2)}\n`;
}

/**
 * The copies that the list in `text` names; none when it is no list of ours. Entries that are not
 * as they should be are passed over.
 */
export function parseManifest(text: string): readonly ManifestEntry[] {
  const value = valueOf(text);
  if (!isRecord(value) || value['fmt'] !== format || value['v'] !== version) return [];
  const entries: readonly unknown[] = Array.isArray(value['copies']) ? value['copies'] : [];
  return entries.flatMap((entry) => entryOf(entry) ?? []);
}

function entryOf(value: unknown): ManifestEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { name, at, shop, people, visits } = value;
  const day = typeof value['day'] === 'string' ? dayFrom(value['day']) : undefined;
  const stamp =
    typeof value['stamp'] === 'string' ? (parseTimestamp(value['stamp']) ?? null) : null;
  if (typeof name !== 'string' || typeof shop !== 'string' || day === undefined) return undefined;
  if (typeof at !== 'number' || typeof people !== 'number' || typeof visits !== 'number')
    return undefined;
  const database = typeof value['database'] === 'string' ? value['database'] : '';
  return { name, at, day, shop, database, stamp, people, visits };
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
