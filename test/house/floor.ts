// What the oldest browsers above our floor lack, by the browser compatibility data of MDN: names of
// the language and of the browser's interfaces, and pieces of style sheets.
import { createRequire } from 'node:module';
import type { CompatData, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';

/** The oldest browsers that the app runs in. README.md says the same. */
export const floor = { chrome: 109, webview_android: 109, firefox: 115, safari_ios: 16.4 } as const;

/** A thing that some browser above the floor lacks, with what the data says. */
export type Lacking = ReadonlyMap<string, string>;

const data: CompatData = createRequire(import.meta.url)('@mdn/browser-compat-data');

/** Whether each browser above the floor has it by now, without a flag or a prefix. */
function lackersOf({ __compat: compat }: Identifier): string[] {
  return Object.entries(floor).flatMap(([browser, version]) => {
    const since = supportedSince(browser, compat);
    return since > version ? [`${browser} ${since === Infinity ? 'never' : since}`] : [];
  });
}

function supportedSince(browser: string, compat: Identifier['__compat']): number {
  const support = Object.entries(compat?.support ?? {}).find(([name]) => name === browser)?.[1];
  const statements = support === undefined ? [] : Array.isArray(support) ? support : [support];
  return Math.min(Infinity, ...statements.map((each) => plainSince(each)));
}

function plainSince(statement: SimpleSupportStatement): number {
  const { version_added: added, version_removed: removed } = statement;
  const { flags, prefix, alternative_name: otherName, partial_implementation: isPart } = statement;
  if (flags || prefix || otherName || isPart === true || removed || !added) return Infinity;
  return added === 'preview' ? Infinity : Number.parseFloat(added.replace('≤', ''));
}

/**
 * Names of the language and the browser that no browser above the floor must be asked for. A name
 * that something older has too is not among them, nor is what can only be reached by such a name.
 */
export function lackingNames(): Lacking {
  const known = new Set<string>();
  const lacking = new Map<string, string>();
  for (const root of [data.javascript['builtins'], data.api]) {
    for (const [name, identifier] of entriesOf(root)) visit(name, identifier);
  }
  function visit(name: string, identifier: Identifier): void {
    if (!note(name, identifier)) return;
    for (const [member, inside] of entriesOf(identifier)) visit(member, inside);
  }
  function note(name: string, identifier: Identifier): boolean {
    const lackers = lackersOf(identifier);
    // oxlint-disable-next-line no-underscore-dangle -- the data calls it so
    const isThere = identifier.__compat === undefined || lackers.length === 0;
    if (isThere) known.add(name);
    else if (/^[a-z]\w*$/i.test(name) && !name.includes('_')) lacking.set(name, lackers.join(', '));
    return isThere;
  }
  return new Map([...lacking].filter(([name]) => !known.has(name)));
}

/**
 * Pieces of style sheets: `property: value`, `@rule`, `@media (feature)`, `:selector`, `function()`
 * and units.
 */
export function lackingStyles(): Lacking {
  const lacking = new Map<string, string>();
  const note = (piece: string, identifier: Identifier | undefined): void => {
    const lackers = identifier === undefined ? [] : lackersOf(identifier);
    if (lackers.length > 0) lacking.set(piece, lackers.join(', '));
  };
  const { properties, selectors, types, 'at-rules': rules } = data.css;
  for (const [property, identifier] of entriesOf(properties)) {
    note(property, identifier);
    for (const [value, inside] of entriesOf(identifier)) note(`${property}: ${value}`, inside);
  }
  for (const [rule, identifier] of entriesOf(rules)) {
    note(`@${rule}`, identifier);
    for (const [feature, inside] of entriesOf(identifier)) note(`@${rule} (${feature})`, inside);
  }
  for (const [selector, identifier] of entriesOf(selectors)) note(`:${selector}`, identifier);
  for (const [type, identifier] of entriesOf(types)) {
    note(`${type}()`, identifier);
    for (const [part, inside] of entriesOf(identifier)) note(`${part}()`, inside);
  }
  for (const [piece, identifier] of unlistedPieces()) note(piece, identifier);
  return lacking;
}

// What the data calls by another name than a style sheet does.
function unlistedPieces(): readonly (readonly [string, Identifier | undefined])[] {
  const { selectors, types } = data.css;
  const length = types?.['length'];
  return [
    ['&', selectors?.['nesting']],
    ['dvh', length?.['viewport_percentage_units_dynamic']],
    ['cqw', length?.['container_query_length_units']],
  ];
}

function entriesOf(node: object | undefined): readonly (readonly [string, Identifier])[] {
  return Object.entries(node ?? {}).filter(([name]) => name !== '__compat');
}
