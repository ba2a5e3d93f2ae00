import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { checksumList, releaseZip } from '../../scripts/release.ts';
import { builtApp } from '../../scripts/serve.ts';

describe('the zip of a release', () => {
  let files: Readonly<Record<string, Uint8Array>>;
  beforeAll(() => {
    expect(existsSync(join(builtApp, 'index.html')), 'build first: npm run build').toBe(true);
    files = unzipSync(releaseZip());
  });

  it('holds the app and what each host reads', () => {
    const names = Object.keys(files);
    const expected = ['index.html', 'open/index.html', '404.html', 'sw.js', 'manifest.webmanifest'];
    const forHosts = ['_headers', '_redirects', 'vercel.json', '.nojekyll', 'host/Caddyfile'];
    expect(names).toEqual(expect.arrayContaining([...expected, ...forHosts]));
    expect(names).toEqual(expect.arrayContaining(['host/nginx.conf', 'host/Dockerfile']));
  });

  it('holds the right checksum of every file in it', () => {
    const lines = strFromU8(files[checksumList] ?? new Uint8Array())
      .trimEnd()
      .split('\n');
    const listed = lines.map((line) => line.split('  ')[1]);
    expect(listed).toEqual(Object.keys(files).filter((name) => name !== checksumList));
    for (const line of lines) {
      const [sum, name = ''] = line.split('  ');
      const bytes = files[name] ?? new Uint8Array();
      expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(sum);
    }
  });

  it('is the same to the byte when it is made again', () => {
    expect(Buffer.compare(Buffer.from(releaseZip()), Buffer.from(releaseZip()))).toBe(0);
  });

  it('names no address from the root of a host', () => {
    const pages = ['index.html', 'open/index.html', '404.html', 'manifest.webmanifest'];
    for (const name of pages)
      expect(strFromU8(files[name] ?? new Uint8Array()), name).not.toMatch(
        /(?:src|href)="\/|"(?:src|start_url|scope|id)":"\//,
      );
  });
});
