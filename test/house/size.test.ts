import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtApp } from '../../scripts/serve.ts';
import { openApp, type AppPage } from '../support/app-page.ts';
import { filesIn, root } from './files.ts';

// Kilobytes of 1,000 bytes, compressed. Raising one of these is a decision and needs a sentence here.
const firstLoadAtMost = 70;
const precacheAtMost = 450;

describe('the size of the built app', () => {
  it(`is at most ${firstLoadAtMost} kB of script and style before the first screen stands`, async () => {
    const loaded = await loadedFirst();
    expect(loaded.length).toBeGreaterThanOrEqual(1);
    expect(kilobytesOf(loaded), loaded.join(' ')).toBeLessThanOrEqual(firstLoadAtMost);
  });

  it(`is at most ${precacheAtMost} kB with everything that works offline`, () => {
    expect(kilobytesOf(precached())).toBeLessThanOrEqual(precacheAtMost);
  });

  it('leaves no file behind when the network is gone', () => {
    const needed = filesIn('dist', ['']).map((path) => path.slice('dist'.length));
    const kept = new Set(precached());
    expect(needed.filter((path) => path !== '/sw.js' && !kept.has(path))).toEqual([]);
  });
});

let app: AppPage;
beforeAll(async () => {
  expect(existsSync(join(builtApp, 'index.html')), 'build first: npm run build').toBe(true);
  app = await openApp({ serviceWorkers: 'block' });
});
afterAll(async () => {
  await app.close();
});

/** Script and style that the browser really asked for until the first screen stood and all was quiet. */
async function loadedFirst(): Promise<string[]> {
  const asked = new Set<string>();
  app.page.on('request', (request) => {
    if (['script', 'stylesheet'].includes(request.resourceType()))
      asked.add(new URL(request.url()).pathname);
  });
  await app.page.goto(app.address, { waitUntil: 'networkidle' });
  await app.page.waitForSelector('#app > *');
  return [...asked];
}

/** The addresses in the service worker's own list. */
function precached(): string[] {
  const worker = readFileSync(join(builtApp, 'sw.js'), 'utf8');
  const urls = [...worker.matchAll(/\{(?:"?revision"?:(?:null|"[^"]*"),)?"?url"?:"([^"]+)"/g)];
  expect(urls.length).toBeGreaterThanOrEqual(3);
  return urls.map(([, url]) => `/${url}`);
}

function kilobytesOf(paths: readonly string[]): number {
  const sizes = paths.map(
    (path) => gzipSync(readFileSync(join(root, 'dist', path)), { level: 9 }).length,
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}
