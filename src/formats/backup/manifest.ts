// The list that lies beside the copies in a folder: which copies are ours, and what was in the
// latest. It is written after the copy it names, so that it never promises a copy that is not
// there. Whatever it does not name belongs to somebody else and is never touched.

import {
  dayShape,
  listShape,
  numberShape,
  oneOfShape,
  recordShape,
  textShape,
  withDefault,
} from '#lib/shape.ts';
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

/** The backups that the list in `text` names; none when it is no list of ours. */
export function parseManifest(text: string): readonly ManifestEntry[] {
  return manifest(valueOf(text))?.copies ?? [];
}

// Entries that are not as they should be are passed over.
const manifest = recordShape<{ fmt: string; v: number; copies: readonly ManifestEntry[] }>({
  fmt: oneOfShape([format]),
  v: oneOfShape([version]),
  copies: listShape(
    recordShape<ManifestEntry>({
      name: textShape,
      at: numberShape,
      day: dayShape,
      shop: textShape,
      database: withDefault(textShape, ''),
      stamp: withDefault(
        (value) => (typeof value === 'string' ? parseTimestamp(value) : undefined),
        null,
      ),
      people: numberShape,
      visits: numberShape,
    }),
  ),
});

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
