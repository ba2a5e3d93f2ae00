import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type Node } from 'acorn';
import postcss from 'postcss';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtApp } from '../../scripts/serve.ts';
import { textOf } from './files.ts';
import { floor, lackingNames, lackingStyles } from './floor.ts';

// What a browser above the floor may lack, because the app or a package asks first and has another
// way. test/e2e/missing-features.test.ts switches most of them off.
const askedFor: readonly string[] = [
  // Given by src/platform/missing-array-methods.ts.
  'toReversed toSorted toSpliced with',
  // Backups: shared, written into a folder or a file of the browser's own; else downloaded.
  'canShare share createWritable queryPermission requestPermission showDirectoryPicker',
  'trustedTypes wakeLock estimate databases requestIdleCallback cancelIdleCallback',
  // A letter that is still being put together; without it, each key counts.
  'isComposing',
  // Words of scripts without spaces; else lines break between letters.
  'Segmenter',
  // People of the phone's own address book; else a file or a paste.
  'contacts',
  // Dexie, Preact, noble, age and fflate ask for these themselves.
  'captureStackTrace withResolvers userAgentData setImmediate moveBefore toHex fromHex',
].flatMap((names) => names.split(' '));

// Words of our own and of packages that some newer interface uses too.
const ourWords: readonly string[] = [
  'address',
  'auto',
  'bytes',
  'check',
  'command',
  'fileName',
  'font',
  'getPublicKey',
  'install',
  'isVisible',
  'locale',
  'lock',
  'memory',
  'ML',
  'ml',
  'move',
  'negative',
  'permissions',
  'preferences',
  'side',
  'states',
  'sync',
  'take',
  'toArray',
  'unlock',
  'when',
  'xr',
];

// What only looks or feels a little different where it is missing.
const mildStyles: readonly RegExp[] = [
  /^(?:cursor|resize|text-wrap|scrollbar-width|overscroll-behavior|forced-color-adjust)(?::|$)/,
  // With a prefix beside it.
  /^(?:user-select|print-color-adjust|text-size-adjust)(?::|$)/,
  /^-webkit-tap-highlight-color$/,
  /^text-align: match-parent$/,
  // The focus of a choice has another rule; the rest is how fields stand beside each other.
  /^:has$/,
];

describe('the oldest browsers that the app runs in', () => {
  beforeAll(() => {
    expect(existsSync(join(builtApp, 'index.html')), 'build first: npm run build').toBe(true);
  });

  it('are named in the README', () => {
    const readme = textOf('README.md');
    for (const version of [floor.safari_ios, floor.chrome, floor.firefox])
      expect(readme).toMatch(new RegExp(`## How old may a tablet be[^#]*\\b${version}\\b`));
  });

  it('understand every built script', () => {
    for (const [path, text] of built('.js')) expect(() => syntaxOf(text), path).not.toThrow();
  });

  // Safari before 27 may run two scripts that are loaded at one time before the one that both need,
  // where that one awaits (WebKit bug 242740).
  it('are given no script that awaits outside of a function', () => {
    const awaiting = built('.js').filter(([, text]) => awaitsAtTop(syntaxOf(text)));
    expect(awaiting.map(([path]) => path)).toEqual([]);
  });

  it('have every function that the built scripts ask for without asking first', () => {
    const allowed = new Set([...askedFor, ...ourWords]);
    const used = new Map<string, string>();
    for (const [path, text] of built('.js'))
      for (const name of namesIn(syntaxOf(text))) used.set(name, path);
    const lacking = [...lackingNames()].filter(([name]) => used.has(name) && !allowed.has(name));
    expect(lacking.map(([name, who]) => `${name} (${who}): ${used.get(name)}`)).toEqual([]);
  });

  it('know all that the built style sheets say, but for what is mild to miss', () => {
    const lacking = lackingStyles();
    const found = built('.css').flatMap(([path, text]) =>
      piecesIn(text)
        .filter((piece) => lacking.has(piece) && !mildStyles.some((mild) => mild.test(piece)))
        .map((piece) => `${piece} (${lacking.get(piece)}): ${path}`),
    );
    expect([...new Set(found)]).toEqual([]);
  });

  it('get what they know by another name', () => {
    const sheets = built('.css').map(([, text]) => text);
    for (const property of ['user-select', 'print-color-adjust', 'text-size-adjust'])
      for (const text of sheets.filter((sheet) => sheet.includes(property)))
        expect(text).toContain(`-webkit-${property}`);
  });

  it('leave no exception standing that nothing needs', () => {
    const used = new Set(built('.js').flatMap(([, text]) => namesIn(syntaxOf(text))));
    const lacking = lackingNames();
    const idle = [...askedFor, ...ourWords].filter((name) => !used.has(name) || !lacking.has(name));
    expect(idle).toEqual([]);
  });

  it.each([
    'Object.groupBy(a, b)',
    'new Set().union(b)',
    'Promise.try(f)',
    'const { ai } = Temporal',
  ])('are seen to lack a planted %s', (script) => {
    const lacking = lackingNames();
    expect(namesIn(syntaxOf(script)).some((name) => lacking.has(name))).toBe(true);
  });

  it.each([
    'a { field-sizing: content }',
    'a { & b { top: 0 } }',
    '@scope (a) { b { top: 0 } }',
    'a:has(b) { top: 0 }',
    'a { color: light-dark(red, blue) }',
  ])('are seen to lack a planted %s', (sheet) => {
    const lacking = lackingStyles();
    expect(piecesIn(sheet).some((piece) => lacking.has(piece))).toBe(true);
  });

  it('are seen not to understand a planted script of today', () => {
    expect(() => syntaxOf('/[a--b]/v')).toThrow();
    expect(() => syntaxOf('using a = b')).toThrow();
  });

  it.each([
    ['await a()', true],
    ['for await (const b of a()) b()', true],
    ['async function b() { await a() }', false],
  ])('are seen to await at the top of a planted %s: %s', (script, isAtTop) => {
    expect(awaitsAtTop(syntaxOf(script))).toBe(isAtTop);
  });
});

function built(ending: string): readonly (readonly [string, string])[] {
  return readdirSync(builtApp, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => [path, readFileSync(join(builtApp, path), 'utf8')]);
}

/** All that ES2022 can say, which every browser above the floor knows. */
function syntaxOf(text: string): Node {
  return parse(text, { ecmaVersion: 2022, sourceType: 'module' });
}

/** Whether a script awaits outside of any function. */
function awaitsAtTop(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(awaitsAtTop);
  if (!isNode(node) || String(node.type).includes('Function')) return false;
  const awaits = node.type === 'AwaitExpression' || ('await' in node && node.await === true);
  return awaits || Object.values(node).some(awaitsAtTop);
}

function isNode(value: unknown): value is { readonly type: unknown } {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/**
 * Names that a script reads: of members, of globals and in patterns. Packed scripts have no long
 * names of their own but those of members.
 */
function namesIn(tree: Node): string[] {
  const names: string[] = [];
  function visit(node: unknown, isOwnKey = false): void {
    if (Array.isArray(node)) for (const each of node) visit(each);
    if (!isNode(node)) return;
    if (node.type === 'Identifier' && 'name' in node && !isOwnKey) names.push(String(node.name));
    for (const [part, inside] of Object.entries(node)) {
      const isKey = part === 'key' && 'computed' in node && node.computed === false;
      visit(inside, isKey && !isInPattern(node));
    }
  }
  const patterns = new Set<unknown>();
  function isInPattern(node: object): boolean {
    return patterns.has(node);
  }
  function findPatterns(node: unknown): void {
    if (Array.isArray(node)) for (const each of node) findPatterns(each);
    if (!isNode(node)) return;
    if (node.type === 'ObjectPattern' && 'properties' in node && Array.isArray(node.properties))
      for (const property of node.properties) patterns.add(property);
    for (const inside of Object.values(node)) findPatterns(inside);
  }
  findPatterns(tree);
  visit(tree);
  return names;
}

/** A sheet in the pieces by which the data names them. */
function piecesIn(text: string): string[] {
  const pieces: string[] = [];
  const valuePieces = (value: string): void => {
    for (const [, name] of value.matchAll(/([a-z][\w-]*)\(/g)) pieces.push(`${name}()`);
    if (/\d(?:dvh|dvw|svh|svw|lvh|lvw|dvb|dvi)\b/.test(value)) pieces.push('dvh');
    if (/\dcq(?:w|h|i|b|min|max)\b/.test(value)) pieces.push('cqw');
  };
  postcss.parse(text).walk((node) => {
    if (node.type === 'decl') {
      if (node.prop.startsWith('--')) return valuePieces(node.value);
      pieces.push(node.prop);
      for (const word of node.value.split(/[\s,]+/)) pieces.push(`${node.prop}: ${word}`);
      valuePieces(node.value);
    } else if (node.type === 'atrule') {
      pieces.push(`@${node.name}`);
      for (const [, feature] of node.params.matchAll(/\(\s*([\w-]+)/g))
        pieces.push(`@${node.name} (${feature})`);
      if (/[<>]=?/.test(node.params)) pieces.push(`@${node.name} (range_syntax)`);
    } else if (node.type === 'rule') {
      for (const [, name] of node.selector.matchAll(/::?([a-z][\w-]*)/g)) pieces.push(`:${name}`);
      if (node.selector.includes('&') || node.parent?.type === 'rule') pieces.push('&');
    }
  });
  return pieces;
}
