// Builds the app and, beside it under the same address, the harness page: the app's own files are
// what `npm run build` makes, and its list of files to keep offline has never heard of the harness.
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { builtApp } from '../serve.ts';
import { compileMessages } from '../messages.ts';
import { unpackedMode } from '../packed-tighter.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = join(root, 'dist-harness');
const page = join(root, 'dist-harness-page');
const stampFile = join(target, '.made-from');
const sources = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'package.json',
  'scripts/harness',
  'scripts/hosting',
  'scripts/words',
  'scripts/built-together.ts',
  'scripts/packed-tighter.ts',
  'scripts/small-dexie.ts',
  'scripts/small-preload.ts',
];

/**
 * Builds what is not built yet from the sources as they are, and gives the folder to serve.
 * REGULARS_HARNESS names one that is taken as it is.
 */
export async function buildHarness(): Promise<string> {
  const built = process.env['REGULARS_HARNESS'];
  if (built !== undefined) return built;
  compileMessages();
  const newest = String(Math.max(...sources.map((path) => newestIn(join(root, path)))));
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === newest) return target;
  rmSync(target, { recursive: true, force: true });
  if (isBuiltSince(Number(newest))) cpSync(builtApp, target, { recursive: true });
  else await build({ root, logLevel: 'error', build: { outDir: target, emptyOutDir: true } });
  await addPage();
  writeFileSync(stampFile, newest);
  return target;
}

async function addPage(): Promise<void> {
  await build({
    root,
    mode: unpackedMode,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: page,
      emptyOutDir: true,
      rolldownOptions: { input: join(root, 'scripts/harness/harness.html') },
    },
  });
  cpSync(join(page, 'assets'), join(target, 'assets'), { recursive: true });
  renameSync(join(page, 'scripts/harness/harness.html'), join(target, 'harness.html'));
  rmSync(page, { recursive: true, force: true });
  if (readFileSync(join(target, 'sw.js'), 'utf8').includes('harness'))
    throw new Error('The app would keep the harness offline.');
}

// The app as `npm run build` left it is taken as it is when nothing was changed since.
function isBuiltSince(newest: number): boolean {
  const index = join(builtApp, 'index.html');
  return existsSync(index) && statSync(index).mtimeMs > newest;
}

function newestIn(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  const own = readdirSync(path, { withFileTypes: true })
    .filter((each) => each.name !== 'compiled')
    .map((each) => newestIn(join(path, each.name)));
  return Math.max(0, ...own);
}
