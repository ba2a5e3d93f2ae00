// Finds the one browser that all tests and measurements use, so that nothing is ever downloaded.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import chromiumPackage from '@sparticuz/chromium';

/** A browser that can be launched: where it is, and the arguments it needs on this machine. */
export interface Chromium {
  readonly executablePath: string;
  readonly args: readonly string[];
}

const installedNames = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

// Quiet: a test must fail when the app asks another host for something, not when the browser does.
const quietArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
];

/** Takes CHROMIUM_PATH, else an installed Chrome or Chromium, else unpacks the one in the package. */
export async function findChromium(): Promise<Chromium> {
  const executablePath =
    process.env['CHROMIUM_PATH'] ?? installedChromium() ?? (await chromiumPackage.executablePath());
  const asRoot = process.getuid?.() === 0;
  // The package's own arguments (single process, no zygote, no web security) suit one short page
  // in a small container; they break profiles that are kept and they weaken what is tested.
  return { executablePath, args: asRoot ? [...quietArgs, '--no-sandbox'] : quietArgs };
}

function installedChromium(): string | null {
  for (const name of installedNames) {
    try {
      const path = execFileSync('which', [name], { encoding: 'utf8', stdio: 'pipe' }).trim();
      if (path !== '' && existsSync(path)) return path;
    } catch {
      continue;
    }
  }
  return null;
}
