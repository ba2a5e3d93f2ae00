// Finds the one browser that all tests and measurements use, so that nothing is ever downloaded.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/**
 * Arguments for a test, with `features` switched on: by day fewer threads and processes, which
 * takes a sixth off the processor's time; where something is timed, and by night, with LONG set,
 * all that a tablet has.
 */
export function testArgs(
  features: readonly string[] = [],
  { isTimed = false }: { readonly isTimed?: boolean } = {},
): readonly string[] {
  const isWhole = isTimed || process.env['LONG'] !== undefined;
  const fewer = isWhole ? [] : ['--js-flags=--single-threaded', '--in-process-gpu'];
  const all = isWhole ? features : [...features, 'NetworkServiceInProcess2'];
  // Of two such arguments a browser reads the last one, not what Playwright says before it.
  return all.length === 0 ? fewer : [...fewer, `--enable-features=${all.join(',')}`];
}

/**
 * Takes CHROMIUM_PATH, else an installed Chrome or Chromium, else unpacks the one in the package.
 */
export async function findChromium(): Promise<Chromium> {
  const executablePath =
    process.env['CHROMIUM_PATH'] ?? installedChromium() ?? (await packagedChromium());
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

async function packagedChromium(): Promise<string> {
  const place = join(tmpdir(), 'regulars-chromium-147.0.0');
  if (!existsSync(join(place, 'chromium'))) await unpackInto(place);
  // A machine without fonts of its own gets the ones in the package, or no text has a width.
  if (!existsSync('/etc/fonts')) process.env['FONTCONFIG_PATH'] ??= join(place, 'fonts');
  return join(place, 'chromium');
}

/** Unpacks beside the place and renames, so that two runs at once never see half a browser. */
async function unpackInto(place: string): Promise<void> {
  const fresh = mkdtempSync(`${place}-`);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = fresh;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    renameSync(fresh, place);
  } catch {
    rmSync(fresh, { recursive: true, force: true });
  }
}
