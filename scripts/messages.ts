// Compiles the catalogues of words into typed functions. The folder is the one list of catalogues:
// the compiler's own settings are written from it, so that a new file can never be forgotten.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const catalogues = `${root}src/i18n/messages/en`;
const project = `${root}src/i18n/project.inlang`;
const outdir = `${root}src/i18n/compiled`;
const fingerprintFile = `${project}/fingerprint`;

/** Compiles all catalogues into src/i18n/compiled, unless they are what was compiled last. */
export async function compileMessages(): Promise<void> {
  const areas = readdirSync(catalogues).filter((name) => name.endsWith('.json'));
  const fingerprint = fingerprintOf(areas.toSorted());
  if (isCompiled(fingerprint)) return;
  writeSettings(areas.toSorted());
  // Loaded only when there is work: it is slow to start and keeps timers running for half a minute.
  const { compile } = await import('@inlang/paraglide-js');
  await compile({
    project,
    outdir,
    // One language for now: no address, cookie or browser setting decides it, and the constant lets
    // the bundler drop everything that would choose. A second language takes this line away.
    experimentalStaticLocale: '"en"',
    strategy: ['globalVariable', 'baseLocale'],
    isServer: 'false',
    // Tests may be reading the folder at this moment.
    cleanOutdir: false,
    emitReadme: false,
    emitPrettierIgnore: false,
    emitGitIgnore: false,
  });
  fixLocale();
  callDirectly();
  writeFileSync(fingerprintFile, fingerprint);
}

/** Compiles again whenever a catalogue is saved while the development server runs. */
export function messagesOnSave(): Plugin {
  return {
    name: 'messages-on-save',
    apply: 'serve',
    configureServer(server) {
      server.watcher.on('change', (path) => {
        if (path.startsWith(catalogues)) void compileMessages();
      });
    },
  };
}

// The compiler checks its own constant when the app starts, and so keeps all that chooses a locale
// in the first file that is loaded.
function fixLocale(): void {
  const file = `${outdir}/runtime.js`;
  const checked = 'export const experimentalStaticLocale = assertIsLocale("en");';
  const compiled = readFileSync(file, 'utf8');
  if (!compiled.includes(checked))
    throw new Error('The compiler writes its locale differently now');
  writeFileSync(
    file,
    compiled.replace(
      checked,
      'export const experimentalStaticLocale = /** @type {Locale} */ ("en");',
    ),
  );
}

// Every message is compiled as two functions, of which the outer one only chooses the locale. With
// one locale there is nothing to choose, and a thousand messages weigh ten kilobytes less without
// it.
function callDirectly(): void {
  const folder = `${outdir}/messages`;
  for (const name of readdirSync(folder)) {
    const compiled = readFileSync(`${folder}/${name}`, 'utf8');
    writeFileSync(`${folder}/${name}`, compiled.replaceAll(localeChooser, '($1)'));
  }
}

const localeChooser =
  /\(\(inputs(?: = \{\})?, options = \{\}\) => \{\s+experimentalStaticLocale \?\? options\.locale \?\? getLocale\(\)\s+return (en_\w+)\(inputs\)\s+\}\)/g;

function isCompiled(fingerprint: string): boolean {
  if (!existsSync(fingerprintFile) || !existsSync(`${outdir}/messages.js`)) return false;
  return readFileSync(fingerprintFile, 'utf8') === fingerprint;
}

function fingerprintOf(areas: readonly string[]): string {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)));
  for (const name of areas) hash.update(name).update(readFileSync(`${catalogues}/${name}`));
  return hash.digest('hex');
}

function writeSettings(areas: readonly string[]): void {
  const settings = {
    baseLocale: 'en',
    locales: ['en'],
    telemetry: 'off',
    // By its path, for the compiler would otherwise fetch the plugin from the network.
    modules: ['../../node_modules/@inlang/plugin-message-format/dist/index.js'],
    'plugin.inlang.messageFormat': {
      pathPattern: areas.map((name) => `./messages/{locale}/${name}`),
    },
  };
  mkdirSync(project, { recursive: true });
  writeFileSync(`${project}/settings.json`, `${JSON.stringify(settings, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await compileMessages();
  process.exit(0);
}
