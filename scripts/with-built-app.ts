// The built app, served, with a browser beside it, for scripts that look at it.
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './chromium.ts';
import { builtApp, startServer } from './serve.ts';

/** Serves the built app while `work` runs; ends browser and server however it ends. */
export async function withBuiltApp(
  work: (browser: Browser, address: string) => Promise<void>,
): Promise<void> {
  const server = await startServer({ root: builtApp, port: 0 });
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args: [...args] });
  try {
    await work(browser, server.address);
  } finally {
    await browser.close();
    await server.stop();
  }
}
