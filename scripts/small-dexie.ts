// Leaves out of Dexie what this app never asks it for: its cache (which is switched off), hooks,
// queries by part of an index, rows changed in place, texts compared without their case, and other
// ways to say the same. That is a third of it. What Dexie itself still uses is refused here, and
// test/house/small-dexie reads from the types what the app uses.
import { fileURLToPath } from 'node:url';
import { parse, type Class, type Node, type Program } from 'acorn';
import type { Plugin } from 'vite';

const dexie = fileURLToPath(
  new URL('../node_modules/dexie/dist/modern/dexie.mjs', import.meta.url),
);

/** Other ways to say what is said already, and what is asked for nowhere, by class. */
export const unusedMethods: Readonly<Record<string, readonly string[]>> = {
  Table: [
    'mapToClass',
    'defineClass',
    'upsert',
    'update',
    'bulkUpdate',
    'bulkAdd',
    'offset',
    'reverse',
  ],
  Collection: [
    'or',
    'desc',
    'sortBy',
    'firstKey',
    'lastKey',
    'last',
    'keys',
    'eachKey',
    'eachUniqueKey',
    'uniqueKeys',
    'eachPrimaryKey',
    'distinct',
    'until',
    'raw',
    'offset',
    'reverse',
    'modify',
  ],
  WhereClause: [
    'startsWith',
    'startsWithIgnoreCase',
    'equalsIgnoreCase',
    'anyOfIgnoreCase',
    'startsWithAnyOfIgnoreCase',
    'startsWithAnyOf',
    'notEqual',
    'noneOf',
    'inAnyRange',
    'below',
    'belowOrEqual',
  ],
  Transaction: ['waitFor'],
  Dexie: ['hasBeenClosed', 'hasFailed', 'dynamicallyOpened'],
};

/** What hangs on `Dexie` itself. */
const unusedStatics = [
  'exists',
  'getDatabaseNames',
  'defineClass',
  'async',
  'spawn',
  'waitFor',
  'debug',
  'derive',
  'extend',
  'props',
  'override',
  'Events',
  'liveQuery',
  'extendObservabilitySet',
  'getByKeyPath',
  'setByKeyPath',
  'delByKeyPath',
  'shallowClone',
  'deepClone',
  'getObjectDiff',
  'cmp',
  'asap',
  'errnames',
  'cache',
  'semVer',
  'version',
];

/**
 * Places inside it that lead to more of what is not used, and what stands there instead: a
 * statement that goes may be the whole of an `if`, and leaves an empty one.
 */
const unusedPlaces: readonly (readonly [place: string, instead: string])[] = [
  // Steps between its tables and the browser that change nothing for us. Rows are kept for hooks
  // and for `modify`; each query of ours names a whole index.
  ['this.use(cacheMiddleware);', ';'],
  ['this.use(hooksMiddleware);', ';'],
  ['this.use(cacheExistingValuesMiddleware);', ';'],
  ['this.use(virtualIndexMiddleware);', ';'],
  ['creating: [hookCreatingChain, nop]', 'creating: [nop, nop]'],
  ['updating: [hookUpdatingChain, nop]', 'updating: [nop, nop]'],
  ['deleting: [hookDeletingChain, nop]', 'deleting: [nop, nop]'],
  // Queries in its cache.
  ['signalSubscribersNow(updateParts, true);', ';'],
  ['signalSubscribersNow(everything, true);', ';'],
  // A list of databases of its own, for `getDatabaseNames`, where the browser has none.
  ['_onDatabaseCreated(db._deps, dbName);', ';'],
  ['_onDatabaseDeleted(this._deps, this.name);', ';'],
  // Rows are asked for by an index and a key, never by a row that they are like.
  [
    'if (isArray(indexOrCrit))',
    "throw new exceptions.InvalidArgument('index');\n        if (isArray(indexOrCrit))",
  ],
  [
    'if (keyOrCrit && keyOrCrit.constructor === Object)\n            return this.where(keyOrCrit).first(cb);',
    ';',
  ],
  // Ours are whole ranges of a primary key.
  ['return this.modify(deleteCallback);', "throw new exceptions.Unsupported('bulkDelete');"],
];

export function smallDexie(): Plugin {
  return {
    name: 'small-dexie',
    enforce: 'pre',
    transform(code, id) {
      return id.split('?')[0] === dexie ? { code: withoutUnused(code), map: null } : null;
    },
  };
}

/** Dexie's module without what is not used; throws when it is not the one that is known here. */
export function withoutUnused(code: string): string {
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  const methods = Object.entries(unusedMethods).flatMap(([name, unused]) =>
    chosen(methodsOf(classCalled(program, name)), unused, name),
  );
  const statics = chosen(staticsOf(program), unusedStatics, 'list of statics');
  let small = code;
  for (const { start, end } of [...methods, ...statics].toSorted((a, b) => b.start - a.start))
    small = small.slice(0, start) + small.slice(code[end] === ',' ? end + 1 : end);
  for (const [place, instead] of unusedPlaces) {
    if (!small.includes(place)) throw new Error(`Dexie has no ${place}`);
    small = small.replace(place, instead);
  }
  refuseNeeded(small);
  return small;
}

interface Named extends Pick<Node, 'start' | 'end'> {
  readonly name: string;
}

function chosen(all: readonly Named[], names: readonly string[], of: string): readonly Named[] {
  const found = all.filter(({ name }) => names.includes(name));
  if (found.length !== names.length) throw new Error(`Dexie has another ${of}`);
  return found;
}

function methodsOf(found: Class | undefined): readonly Named[] {
  return (found?.body.body ?? []).flatMap((member) =>
    member.type === 'MethodDefinition' ? named(member, member.key) : [],
  );
}

// `props(Dexie, { … })`
function staticsOf(program: Program): readonly Named[] {
  return program.body.flatMap((node) => {
    if (node.type !== 'ExpressionStatement' || node.expression.type !== 'CallExpression') return [];
    const { callee, arguments: given } = node.expression;
    const [of, list] = given;
    if (callee.type !== 'Identifier' || callee.name !== 'props') return [];
    if (of?.type !== 'Identifier' || of.name !== 'Dexie') return [];
    if (list?.type !== 'ObjectExpression') return [];
    return list.properties.flatMap((each) =>
      each.type === 'Property' ? named(each, each.key) : [],
    );
  });
}

function named({ start, end }: Node, key: Node & { readonly name?: string }): readonly Named[] {
  return key.name === undefined ? [] : [{ name: key.name, start, end }];
}

// `class Table { … }`, or `let Dexie$1 = class Dexie { … }`
function classCalled(program: Program, name: string): Class | undefined {
  return program.body
    .flatMap((node): readonly Class[] => {
      if (node.type === 'ClassDeclaration') return [node];
      if (node.type !== 'VariableDeclaration') return [];
      return node.declarations.flatMap(({ init }) =>
        init?.type === 'ClassExpression' ? [init] : [],
      );
    })
    .find(({ id }) => id?.name === name);
}

/** Throws where what is left asks for what is gone. */
function refuseNeeded(small: string): void {
  const program = parse(small, { ecmaVersion: 'latest', sourceType: 'module' });
  const kept = Object.keys(unusedMethods).flatMap((name) =>
    methodsOf(classCalled(program, name)).map((method) => method.name),
  );
  const needed = Object.entries(unusedMethods).flatMap(([name, unused]) => {
    const found = classCalled(program, name);
    const own = found === undefined ? '' : small.slice(found.start, found.end);
    return unused.filter((method) =>
      // What arrays and texts have too, or another class keeps, is asked for by its own class.
      method in Array.prototype || method in String.prototype || kept.includes(method)
        ? new RegExp(`\\bthis\\s*\\.${method}\\(`).test(own)
        : new RegExp(`\\.${method}\\(`).test(small),
    );
  });
  const statics = unusedStatics.filter((name) =>
    new RegExp(`\\bDexie(?:\\$1)?\\.${name}\\b`).test(small),
  );
  if (needed.length + statics.length > 0)
    throw new Error(`Dexie itself needs ${[...needed, ...statics].join(', ')}`);
}
