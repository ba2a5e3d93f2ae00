// The shop's own server: serves the built app and carries the tablets' parcels, at one address.
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { passphraseChoices, passphraseLength, passphraseOf } from '#domain/backup/passphrase.ts';
import { startServer, type RunningServer } from '../scripts/serve.ts';
import { Depot, depotPath } from './depot.ts';
import { ParcelStore } from './parcel-store.ts';

export interface ShopServerOptions {
  /** Where the built app is. */
  readonly root: string;
  readonly folder: string;
  readonly port: number;
  readonly host: string;
  readonly version: string;
  /** Bytes of parcels that are taken, at most. */
  readonly maxBytes?: number;
}

export interface ShopServer extends RunningServer {
  /** To be typed on the first tablet; null once a shop has been founded. */
  readonly foundingWords: string | null;
}

const twoGigabytes = 2_000_000_000;

export async function startShopServer(options: ShopServerOptions): Promise<ShopServer> {
  const release = holdFolder(options.folder);
  const store = new ParcelStore(options.folder, options.maxBytes ?? twoGigabytes);
  const words = Array.from({ length: passphraseLength }, () => randomInt(passphraseChoices));
  const foundingWords = passphraseOf(words);
  const { version } = options;
  const depot = new Depot({ store, foundingWords, version, now: () => Date.now() });
  const server = await startServer({
    ...options,
    answerFirst(request, response) {
      const isOurs = request.url?.startsWith(depotPath) === true;
      if (isOurs) void depot.answer(request, response);
      return isOurs;
    },
  });
  return {
    ...server,
    foundingWords: store.isFounded() ? null : foundingWords,
    async stop() {
      depot.close();
      await server.stop();
      store.close();
      release();
    },
  };
}

/** Two servers must not write one file. What a killed one left behind is taken over. */
function holdFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'server.pid');
  const holder = readHolder(file);
  if (holder !== null && holder !== process.pid && isRunning(holder))
    throw new Error(`Another server (process ${holder}) has the folder ${folder}`);
  rmSync(file, { force: true });
  const handle = openSync(file, 'wx');
  writeSync(handle, String(process.pid));
  closeSync(handle);
  return () => rmSync(file, { force: true });
}

function readHolder(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
