// Makes the one file that is handed out: the built app with what each host reads, how to put it
// there, and the checksum of every file. The same build makes the same bytes.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync, type Zippable } from 'fflate';
import { version } from '../package.json';
import { builtApp } from './serve.ts';

/** The name of the list inside the zip; `sha256sum -c` reads it. */
export const checksumList = 'SHA256SUMS';

/** The zip of the app built in `from`. */
export function releaseZip(from: string = builtApp): Uint8Array {
  const files = filesOf(from);
  const sums = files.map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`).join('');
  const entries: readonly (readonly [string, Uint8Array])[] = [
    ...files,
    [checksumList, new TextEncoder().encode(sums)],
  ];
  const zippable: Zippable = Object.fromEntries(
    entries.map(([path, bytes]) => [path, [bytes, { mtime: firstZipDay, level: 9 }]]),
  );
  return zipSync(zippable);
}

// The oldest day that a zip can hold: when it was made would make each zip another one.
const firstZipDay = new Date(1980, 0, 1);

function filesOf(folder: string): readonly (readonly [string, Uint8Array])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
    .map((path) => [path, new Uint8Array(readFileSync(join(folder, path)))]);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../dist-release', import.meta.url));
  const name = `regulars-${version}.zip`;
  const zip = releaseZip();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), zip);
  writeFileSync(join(folder, `${name}.sha256`), `${sha256(zip)}  ${name}\n`);
  process.stdout.write(`${join(folder, name)}\n${sha256(zip)}\n`);
}
