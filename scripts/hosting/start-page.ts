// The script that stands in the pages themselves, and the page for all addresses deeper than the
// app's own folder: it holds that script alone and works wherever a host gives it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify_sync as minifySync } from 'terser';
import { pagePolicy } from '#platform/lifecycle/host-headers.ts';
import { addressSections } from '#ui/routes.ts';
import english from '../../src/i18n/messages/en/start.json' with { type: 'json' };
import french from '../../src/i18n/messages/fr/start.json' with { type: 'json' };
import german from '../../src/i18n/messages/de/start.json' with { type: 'json' };
import shellTexts from '../../src/i18n/messages/en/shell.json' with { type: 'json' };

// All languages in one, for a browser that is too old can fetch none.
const spoken = { en: wordsIn(english), de: wordsIn(german), fr: wordsIn(french) };
const noScript = [english, german, french].map((texts) => texts.start_no_script).join('<br />');

function wordsIn(texts: typeof english) {
  return {
    old: [
      texts.start_old_title,
      texts.start_old_floor,
      texts.start_old_apple,
      texts.start_old_data,
    ],
    insecure: [texts.start_insecure_title, texts.start_insecure_words, texts.start_insecure_what],
    framed: [texts.start_framed_title, texts.start_framed_words],
    nowhere: [texts.start_nowhere_title, texts.start_nowhere_words],
  };
}

/** The script as it stands in the pages, in ES5. */
export function startScript(): string {
  const source = readFileSync(
    fileURLToPath(new URL('start-script.js', import.meta.url)),
    'utf8',
  ).replace(
    '(TEXTS, SECTIONS)',
    () => `(${JSON.stringify(spoken)}, ${JSON.stringify(addressSections)})`,
  );
  const { code } = minifySync(source, { ecma: 5, ie8: false, safari10: true });
  if (code === undefined) throw new Error('the start script cannot be packed');
  return code;
}

/** What admits the script in a content policy. */
export function startScriptSource(): string {
  return `'sha256-${createHash('sha256').update(startScript()).digest('base64')}'`;
}

/** `html` of the app with the script, and with the policy where it is to be served as it is. */
export function withStartScript(html: string, isBuilt: boolean): string {
  const policy = isBuilt ? policyTag() : '';
  return html
    .replace('<meta charset="utf-8" />', (found) => `${found}${policy}`)
    .replace(
      '<div id="app"></div>',
      (found) =>
        `${found}\n    <noscript>${noScript}</noscript>\n    <script>${startScript()}</script>`,
    );
}

/** The page for deeper addresses. It asks for no other file, wherever it is found. */
export function deepPageText(): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />${policyTag()}
    <title>${shellTexts.app_name}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
  </head>
  <body>
    <noscript>${noScript}</noscript>
    <script>${startScript()}</script>
  </body>
</html>
`;
}

function policyTag(): string {
  const policy = pagePolicy(startScriptSource());
  return `\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`;
}
