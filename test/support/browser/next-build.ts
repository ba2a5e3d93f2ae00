// The built app as if a newer version had been put on the host: same code, another page and worker.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtApp } from '../../../scripts/serve.ts';

/**
 * A copy of the built app whose page carries `<meta name="build" content="next">`; returns its
 * folder.
 */
export function nextBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-next-build-'));
  cpSync(builtApp, folder, { recursive: true });
  replaceIn(join(folder, 'index.html'), '<head>', '<head><meta name="build" content="next">');
  // The worker's own list must differ too, or the browser sees nothing new.
  replaceIn(join(folder, 'sw.js'), /(url:"index\.html",revision:")[\da-f]+/, '$1next');
  return folder;
}

function replaceIn(path: string, what: string | RegExp, by: string): void {
  const before = readFileSync(path, 'utf8');
  const after = before.replace(what, by);
  if (after === before) throw new Error(`nothing to replace in ${path}`);
  writeFileSync(path, after);
}
