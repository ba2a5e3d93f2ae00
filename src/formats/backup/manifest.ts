// The manifest in a backup folder lists our backups and what is in them. It is written after the
// backup it names, so that it never lists a missing one. Files it does not list are never touched.

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
import type { DatedBackup } from './retained-backups.ts';

export const manifestName = 'manifest.json';

const format = 'regulars-folder';
const version = 1;

export interface ManifestEntry extends DatedBackup {
  /** The shop's id, the same across devices. */
  readonly shop: string;
  /** The database it was made from; empty in old manifests. */
  readonly database: string;
  /** The last stamp in it; null in a shop without changes. */
  readonly stamp: HlcTimestamp | null;
  /** A digest of whom the shop had erased, of whom it holds nothing; null when not known. */
  readonly without: string | null;
  /** The digest for which it could not be opened to be cleaned; null when it was not tried. */
  readonly unopened: string | null;
  readonly people: number;
  readonly visits: number;
}

export function manifestText(copies: readonly ManifestEntry[]): string {
  return `${JSON.stringify({ fmt: format, v: version, copies }, null, 2)}\n`;
}

export function parseManifest(text: string): readonly ManifestEntry[] {
  return manifest(valueOf(text))?.copies ?? [];
}

// Invalid entries are skipped.
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
      without: withDefault(textShape, null),
      unopened: withDefault(textShape, null),
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
