import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { builtApp } from '../../scripts/serve.ts';
import { measured, type Measured } from '../measured.ts';
import type { RowContext } from './rows.ts';

/**
 * Script of the first load beside the libraries alone, packed as gzip -9 packs them. Told once, for
 * it has no size of shop.
 */
export async function firstLoadRow({ size }: RowContext): Promise<readonly Measured[]> {
  if (size !== 's') return [];
  const page = readFileSync(join(builtApp, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="\.(\/assets\/[^"]+\.js)"/g)];
  const ours = scripts.map(([, path]) => packed(readFileSync(join(builtApp, path ?? ''))));
  const libraries = await librariesAlone();
  const kilobytes = ours.reduce((sum, each) => sum + each, 0);
  return [
    measured({
      row: 'first-load JavaScript, gzip',
      size: '-',
      unit: 'kB',
      values: [kilobytes],
      references: { 'Preact + Dexie + signals': libraries },
      goal: 'ratio ≤ 1.5',
      isMet: kilobytes / libraries <= 1.5,
    }),
  ];
}

async function librariesAlone(): Promise<number> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folder = mkdtempSync(join(root, 'node_modules/.cache/regulars-libraries-'));
  const entry = join(folder, 'libraries.ts');
  writeFileSync(
    entry,
    `import { render } from 'preact';
import { useState, useEffect } from 'preact/hooks';
import { signal, computed, effect } from '@preact/signals';
import { Dexie, liveQuery } from 'dexie';
globalThis.libraries = [render, useState, useEffect, signal, computed, effect, Dexie, liveQuery];`,
  );
  await build({
    configFile: false,
    logLevel: 'warn',
    root: folder,
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
    build: {
      outDir: join(folder, 'out'),
      target: 'chrome109',
      rolldownOptions: { input: entry },
      modulePreload: { polyfill: false },
    },
  });
  const assets = join(folder, 'out/assets');
  const sizes = readdirSync(assets).map((name) => packed(readFileSync(join(assets, name))));
  rmSync(folder, { recursive: true, force: true });
  return sizes.reduce((sum, each) => sum + each, 0);
}

function packed(bytes: Buffer): number {
  return gzipSync(bytes, { level: 9 }).length / 1_000;
}
