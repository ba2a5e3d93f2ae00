// Compiles the catalogues of words into typed functions. The folder is the one list of catalogues:
// the compiler's own settings are written from it, so that a new file can never be forgotten.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compile } from '@inlang/paraglide-js';

const root = fileURLToPath(new URL('..', import.meta.url));
const catalogues = `${root}src/i18n/messages/en`;
const project = `${root}src/i18n/project.inlang`;

/** What the compiler needs to know; vite.config.ts hands the same to its plugin. */
export const messageOptions = {
  project: './src/i18n/project.inlang',
  outdir: './src/i18n/compiled',
  // One language for now and no address, cookie or storage decides it: the shop's settings will.
  strategy: ['globalVariable', 'baseLocale'],
  isServer: 'false',
  emitReadme: false,
  emitPrettierIgnore: false,
} satisfies Partial<Parameters<typeof compile>[0]>;

/** Writes the compiler's settings from the catalogues found in the folder. */
export function writeMessageSettings(): void {
  const areas = readdirSync(catalogues).filter((name) => name.endsWith('.json'));
  const settings = {
    baseLocale: 'en',
    locales: ['en'],
    telemetry: 'off',
    // By its path, for the compiler would otherwise fetch the plugin from the network.
    modules: ['../../node_modules/@inlang/plugin-message-format/dist/index.js'],
    'plugin.inlang.messageFormat': {
      pathPattern: areas.sort().map((name) => `./messages/{locale}/${name}`),
    },
  };
  mkdirSync(project, { recursive: true });
  writeIfChanged(`${project}/settings.json`, `${JSON.stringify(settings, null, 2)}\n`);
}

/** Compiles all catalogues into src/i18n/compiled. */
export async function compileMessages(): Promise<void> {
  writeMessageSettings();
  await compile({
    ...messageOptions,
    project,
    outdir: `${root}src/i18n/compiled`,
  });
}

function writeIfChanged(path: string, text: string): void {
  let before: string | null = null;
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    before = null;
  }
  if (before !== text) writeFileSync(path, text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await compileMessages();
