// Makes the build that takes a broken service worker out of the field: the app as it is, and in
// place of its worker, at the same address, one that clears what was kept and takes itself away. It
// never touches the shop's own data.
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtApp } from './serve.ts';

/**
 * What stands in place of the worker in such a build. Only pages that are under a worker are loaded
 * again: one that has none would go round for ever. What another app of this origin keeps is left
 * alone.
 */
const lastWorker = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
  const { scope } = self.registration;
  for (const name of await caches.keys()) if (name.endsWith('-' + scope)) await caches.delete(name);
  const pages = await self.clients.matchAll({ type: 'window' });
  await self.registration.unregister();
  for (const page of pages) page.navigate(page.url);
}
`;

/** Puts the app built in `from` and the last worker into `folder`. */
export function makeKillSwitch(folder: string, from: string = builtApp): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(from, folder, { recursive: true });
  writeFileSync(join(folder, 'sw.js'), lastWorker);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../dist-kill', import.meta.url));
  makeKillSwitch(folder);
  process.stdout.write(`${folder}\n`);
}
