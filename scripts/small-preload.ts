// Takes the place of the bundler's own helper around each dynamic import, of which the first screen
// would carry a page for browsers and settings that this app does not have. Like that one it
// fetches the style sheets of a part before its script and says `vite:preloadError` when either is
// missing; a sheet that was missing is fetched again with the next try. The words of a part are
// fetched beside its script, which may say them as soon as the import is there.
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const catalogue = fileURLToPath(new URL('../src/i18n/catalogue.ts', import.meta.url));

const helper = `
import { needWords } from ${JSON.stringify(catalogue)};

const sheets = new Map();

export function __vitePreload(load, paths = []) {
  return Promise.all(paths.map(loadNeed)).then(load).catch((problem) => {
    dispatchEvent(new Event('vite:preloadError'));
    throw problem;
  });
}

function loadNeed(path) {
  return /css$/.test(path) ? loadSheet(path) : needWords(/\\w+$/.exec(path)[0]);
}

function loadSheet(path) {
  const { href } = new URL(path, import.meta.url);
  if (!sheets.has(href)) sheets.set(href, addSheet(href));
  return sheets.get(href);
}

function addSheet(href) {
  return new Promise((resolve, reject) => {
    if (Array.from(document.styleSheets).some((sheet) => sheet.href === href)) return resolve();
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.crossOrigin = '';
    link.href = href;
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      sheets.delete(href);
      reject(new Error('a style sheet is missing'));
    };
    document.head.append(link);
  });
}
`;

/** The plugin that does it. All parts lie beside each other, so that none need say where it is. */
export function smallPreload(): Plugin {
  return {
    name: 'small-preload',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? helper : undefined),
  };
}

/** `code` of a built part without what the helper does not ask for. */
export function withoutImporter(code: string): string {
  return code
    .replaceAll(/,\s*\[\],\s*import\.meta\.url\s*\)/g, ')')
    .replaceAll(/(__vite__mapDeps\(\[[\d,]*\]\)),\s*import\.meta\.url\s*\)/g, '$1)');
}
