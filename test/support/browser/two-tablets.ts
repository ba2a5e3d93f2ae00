// The shop's own server and the browsers of two tablets, before they know of each other.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtApp } from '../../../scripts/serve.ts';
import { startShopServer, type ShopServer } from '../../../server/shop-server.ts';
import { openContext, type AppOptions } from './app-page.ts';

export type TabletPage = Awaited<ReturnType<typeof openContext>>;

export interface TwoTablets {
  /** What the server keeps. */
  readonly folder: string;
  readonly server: ShopServer;
  readonly counter: TabletPage;
  readonly stall: TabletPage;
  readonly close: () => Promise<void>;
}

export async function openTwoTablets(options: {
  readonly counter?: AppOptions;
  readonly stall?: AppOptions;
}): Promise<TwoTablets> {
  const folder = mkdtempSync(join(tmpdir(), 'depot-'));
  const place = { root: builtApp, folder, port: 0, host: 'localhost' };
  const server = await startShopServer({ ...place, version: '1' });
  const counter = await openContext(server.address, options.counter);
  const stall = await openContext(server.address, options.stall);
  return {
    folder,
    server,
    counter,
    stall,
    async close() {
      await counter.context.close();
      await stall.context.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
