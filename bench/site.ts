// What the measured browser is served: the built app as it is, and beside it the code that fills a
// shop and the code that is compared with.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { builtApp, startServer, type RunningServer } from '../scripts/serve.ts';

/** Where filled shops and built pieces are kept from one run to the next. */
export const cacheFolder = fileURLToPath(
  new URL('../node_modules/.cache/regulars-bench', import.meta.url),
);

/**
 * The port is part of the address under which the browser keeps the filled shops: another port has
 * shops of its own.
 */
export const port = Number(process.env['PORT'] ?? 4_977);

/**
 * Pieces that run in the page. Told over the browser's own wire, so that the app's content policy
 * stays as it is.
 */
export interface InPage {
  readonly notes: string;
  readonly references: string;
  /** For the app's worker. */
  readonly workerCounts: string;
}

export interface Site {
  readonly server: RunningServer;
  readonly inPage: InPage;
  /** The address of the filling worker. */
  readonly fillWorker: string;
}

/** Builds the pieces and serves the app. Throws when the app is not built. */
export async function openSite(): Promise<Site> {
  if (!existsSync(join(builtApp, 'index.html')))
    throw new Error('The app is not built yet: npm run build');
  const pieces = join(cacheFolder, 'pieces');
  const root = join(cacheFolder, `site-${port}`);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(pieces, { recursive: true });
  cpSync(builtApp, root, { recursive: true });
  for (const name of ['page-notes', 'references', 'worker-counts', 'fill-worker'])
    await buildPiece(name, pieces);
  cpSync(join(pieces, 'fill-worker.js'), join(root, 'bench', 'fill-worker.js'));
  const server = await startServer({ root, port });
  return {
    server,
    fillWorker: '/bench/fill-worker.js',
    inPage: {
      notes: readFileSync(join(pieces, 'page-notes.js'), 'utf8'),
      references: readFileSync(join(pieces, 'references.js'), 'utf8'),
      workerCounts: readFileSync(join(pieces, 'worker-counts.js'), 'utf8'),
    },
  };
}

async function buildPiece(name: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'chrome109',
      lib: {
        entry: fileURLToPath(new URL(`./in-page/${name}.ts`, import.meta.url)),
        formats: ['iife'],
        name: 'piece',
        fileName: () => `${name}.js`,
      },
    },
  });
}
