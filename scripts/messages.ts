// Compiles the catalogues of words into functions with types: one file for each language, which
// tests, scripts and the development server read whole. `npx tsx scripts/messages.ts --awaiting`
// also lists what is still said in English.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import {
  allCatalogues,
  baseLanguage,
  catalogueFiles,
  catalogueFolder,
  readMessages,
} from './words/languages.ts';
import { messageTypes, wordsCode } from './words/words-code.ts';

const outdir = fileURLToPath(new URL('../src/i18n/compiled', import.meta.url));
const fingerprintFile = `${outdir}/fingerprint`;
const makers = ['messages.ts', 'words/languages.ts', 'words/message.ts', 'words/words-code.ts'];

/** Compiles all catalogues into src/i18n/compiled, unless they are what was compiled last. */
export function compileMessages(): void {
  const fingerprint = fingerprintOf(catalogueFiles());
  if (isCompiled(fingerprint)) return;
  mkdirSync(outdir, { recursive: true });
  const files = compiledFiles();
  for (const [name, text] of Object.entries(files)) writeFileSync(`${outdir}/${name}`, text);
  for (const name of readdirSync(outdir))
    if (!(name in files)) rmSync(`${outdir}/${name}`, { recursive: true });
  writeFileSync(fingerprintFile, fingerprint);
}

/** Compiles again whenever a catalogue is saved while the development server runs. */
export function messagesOnSave(): Plugin {
  return {
    name: 'messages-on-save',
    apply: 'serve',
    configureServer(server) {
      server.watcher.on('change', (path) => {
        if (path.startsWith(catalogueFolder)) compileMessages();
      });
    },
  };
}

function compiledFiles(): Readonly<Record<string, string>> {
  const catalogues = allCatalogues();
  const said = catalogues.map(({ messages }) => messages);
  const keys = readMessages(baseLanguage).keys();
  const files: Record<string, string> = {
    // As it is in tests, scripts and development; a build has split words (words/split-words.ts).
    'words.js': `export { words as wordsInHand } from './words-${baseLanguage}.js';
export const fetchWords = async (language) => (await import(\`./words-\${language}.js\`)).words;
`,
    'words.d.ts': `type Words = Readonly<Record<string, (facts?: object) => string>>;
export const wordsInHand: Words;
export function fetchWords(language: string, area: string): Promise<Words>;
${messageTypes(keys, said)}`,
  };
  for (const { language, messages } of catalogues)
    files[`words-${language}.js`] = wordsCode(language, messages.values(), (key) => key);
  return files;
}

function isCompiled(fingerprint: string): boolean {
  return existsSync(fingerprintFile) && readFileSync(fingerprintFile, 'utf8') === fingerprint;
}

function fingerprintOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of makers) hash.update(readFileSync(new URL(name, import.meta.url)));
  for (const path of paths) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function printAwaiting(): void {
  for (const { language, awaiting } of allCatalogues()) {
    // oxlint-disable-next-line no-console -- what the command was asked for
    console.log(`${language}: ${awaiting.length}\n${awaiting.map((key) => `  ${key}\n`).join('')}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  compileMessages();
  if (process.argv.includes('--awaiting')) printAwaiting();
}
