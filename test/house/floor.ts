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
    const { __compat: compat } = identifier;
    const isThere = compat === undefined || lackers.length === 0;
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
  const { properties, selectors, types, 'at-rules': rules } = data.css;
  const lengths = types?.['length'];
  const pieces: (readonly [string, Identifier | undefined])[] = [
    ...namedBy(properties, (property) => property),
    ...insideOf(properties, (property, value) => `${property}: ${value}`),
    ...namedBy(rules, (rule) => `@${rule}`),
    ...insideOf(rules, (rule, feature) => `@${rule} (${feature})`),
    ...namedBy(selectors, (selector) => `:${selector}`),
    ...namedBy(types, (type) => `${type}()`),
    ...insideOf(types, (_type, part) => `${part}()`),
    ['&', selectors?.['nesting']],
    ['dvh', lengths?.['viewport_percentage_units_dynamic']],
    ['cqw', lengths?.['container_query_length_units']],
  ];
  return new Map(
    pieces.flatMap(([piece, identifier]) => {
      const lackers = identifier === undefined ? [] : lackersOf(identifier);
      return lackers.length === 0 ? [] : [[piece, lackers.join(', ')]];
    }),
  );
}

function namedBy(
  group: object | undefined,
  nameOf: (name: string) => string,
): readonly (readonly [string, Identifier])[] {
  return entriesOf(group).map(([name, identifier]) => [nameOf(name), identifier]);
}

function insideOf(
  group: object | undefined,
  nameOf: (outer: string, inner: string) => string,
): readonly (readonly [string, Identifier])[] {
  return entriesOf(group).flatMap(([outer, identifier]) =>
    namedBy(identifier, (inner) => nameOf(outer, inner)),
  );
}

function entriesOf(node: object | undefined): readonly (readonly [string, Identifier])[] {
  return Object.entries(node ?? {}).filter(([name]) => name !== '__compat');
}
