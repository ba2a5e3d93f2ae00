// What `npm run release` hands out, as somebody unpacks it on a host.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { releaseZip } from '../../../scripts/release.ts';

/** Unpacks the zip of the app built in `from` (the built app) and returns the new folder. */
export function unpackedRelease(from?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-release-'));
  for (const [path, bytes] of Object.entries(unzipSync(releaseZip(from)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}
