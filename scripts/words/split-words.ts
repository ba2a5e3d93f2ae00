// Splits the words of a build into three files a language, whatever the number of languages: what
// the first screen says, the rest of the Counter, and the owner's places. Which word belongs where
// follows from the parts of the app that say it. A part is given its words before it runs, by the
// helper around each dynamic import (small-preload.ts).
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { draftLanguages } from '#i18n/language/languages.ts';
import { areasOf, neededAreas, type Area, type Part } from './areas.ts';
import { allCatalogues, baseLanguage, catalogueFiles, readMessages } from './languages.ts';
import { wordsCode } from './words-code.ts';

const source = fileURLToPath(new URL('../../src/', import.meta.url));
const wordsModule = `${source}i18n/compiled/words.js`;
/** Words of languages that nobody can choose, for tests to serve beside the built app. */
export const draftWords = fileURLToPath(new URL('../../.cache/draft-words/', import.meta.url));

const version = '__WORDS_VERSION__';
const builtWords = `
export const wordsInHand = {};
export const fetchWords = async (language, area) =>
  (await import(/* @vite-ignore */ \`./words-\${language}-\${area}-${version}.js\`)).words;
`;

/** The areas of words that each built part waits for, as pseudo-files among its style sheets. */
const areasByPart = new Map<string, readonly Area[]>();

export function areaFilesOf(part: string): string[] {
  return (areasByPart.get(part) ?? []).map((area) => `assets/${area}`);
}

/** What each message is called in a build, by its key. */
export function namesInBuild(): ReadonlyMap<string, string> {
  const keys = [...readMessages(baseLanguage).keys()];
  return new Map(keys.map((key, index) => [key, shortName(index)]));
}

export function splitWords(): Plugin {
  const shortNames = namesInBuild();
  const keysByModule = new Map<string, readonly string[]>();
  return {
    name: 'split-words',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      for (const path of catalogueFiles()) this.addWatchFile(path);
    },
    load: (id) => (id === wordsModule ? builtWords : undefined),
    transform(code, id) {
      const [path = ''] = id.split('?');
      if (!path.startsWith(source)) return undefined;
      const said = new Set<string>();
      const shortened = code.replaceAll(spoken, (found, key: string) => {
        const name = shortNames.get(key);
        if (name === undefined) return found;
        said.add(key);
        return `m.${name}`;
      });
      if (said.size === 0) return undefined;
      keysByModule.set(path, [...said]);
      return { code: shortened, map: null };
    },
    async renderChunk(code, ...[, , { chunks }]) {
      if (!code.includes(version)) return undefined;
      const parts = Object.values(chunks).map((chunk) => partOf(chunk, keysByModule));
      const files = await wordFiles(areasOf(parts), shortNames);
      return { code: code.replaceAll(version, versionOf(files)), map: null };
    },
    generateBundle: {
      order: 'pre',
      async handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
        const parts = chunks.map((chunk) => partOf(chunk, keysByModule));
        const areas = areasOf(parts);
        areasByPart.clear();
        for (const part of parts) areasByPart.set(part.fileName, neededAreas(part, parts, areas));
        const files = await wordFiles(areas, shortNames);
        // Those of another build stay: the harness is built beside the app.
        mkdirSync(draftWords, { recursive: true });
        for (const { language, area, code } of files) {
          const name = `words-${language}-${area}-${versionOf(files)}.js`;
          if (draftLanguages.some((draft) => draft === language))
            writeFileSync(`${draftWords}${name}`, code);
          else this.emitFile({ type: 'asset', fileName: `assets/${name}`, source: code });
        }
      },
    },
  };
}

const spoken = /(?<![\w$.])m\.([a-z]\w*)/g;

interface WordFile {
  readonly language: string;
  readonly area: Area;
  readonly code: string;
}

async function wordFiles(
  areas: ReadonlyMap<string, Area>,
  shortNames: ReadonlyMap<string, string>,
): Promise<readonly WordFile[]> {
  const files = allCatalogues().flatMap(({ language, messages }) =>
    (['first', 'counter', 'owner'] as const).map(async (area) => {
      const said = [...messages.values()].filter(({ key }) => areas.get(key) === area);
      const code = wordsCode(language, said, (key) => shortNames.get(key) ?? key);
      const { code: packed } = await minify(code, { module: true, ecma: 2020 });
      return { language, area, code: packed ?? code };
    }),
  );
  return Promise.all(files);
}

/** One version for all: the app names a file without a list of what each is called. */
function versionOf(files: readonly WordFile[]): string {
  const hash = createHash('sha256');
  for (const { code } of files) hash.update(code);
  return hash.digest('base64url').slice(0, 8);
}

function partOf(
  chunk: {
    readonly fileName: string;
    readonly isEntry: boolean;
    readonly imports: readonly string[];
    readonly moduleIds: readonly string[];
  },
  keysByModule: ReadonlyMap<string, readonly string[]>,
): Part {
  const { fileName, isEntry, imports, moduleIds } = chunk;
  const modules = moduleIds.map((id) => id.split('?', 1)[0] ?? id);
  return {
    fileName,
    isFirst: isEntry,
    isCounter: modules.some((path) => path.startsWith(`${source}ui/screens/counter/`)),
    imports,
    keys: modules.flatMap((path) => keysByModule.get(path) ?? []),
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const others = `${letters}0123456789$_`;

/** The shortest name for the message that stands `index`th in the catalogue. */
function shortName(index: number): string {
  const first = letters[index % letters.length] ?? '';
  const rest = Math.floor(index / letters.length);
  return first + (rest === 0 ? '' : shortNameRest(rest - 1));
}

function shortNameRest(index: number): string {
  const last = others[index % others.length] ?? '';
  const rest = Math.floor(index / others.length);
  return (rest === 0 ? '' : shortNameRest(rest - 1)) + last;
}
