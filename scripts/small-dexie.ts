// Leaves out of Dexie what this app never asks it for: its cache (which is switched off), hooks,
// texts compared without their case, and other ways to say the same. That is a sixth of it. What it
// still uses itself is refused here, and what the app uses is seen by the types.
import { fileURLToPath } from 'node:url';
import { parse, type Class, type Program } from 'acorn';
import type { Plugin } from 'vite';

const dexie = fileURLToPath(
  new URL('../node_modules/dexie/dist/modern/dexie.mjs', import.meta.url),
);

/** Steps between its tables and the browser that change nothing for us. */
const unusedSteps = ['cacheMiddleware', 'hooksMiddleware'];

/** Other ways to say what is said already, by class. */
export const unusedMethods: Readonly<Record<string, readonly string[]>> = {
  Table: ['mapToClass', 'defineClass', 'upsert', 'bulkUpdate'],
  Collection: [
    'or',
    'desc',
    'sortBy',
    'firstKey',
    'lastKey',
    'eachUniqueKey',
    'uniqueKeys',
    'eachPrimaryKey',
    'distinct',
    'until',
    'raw',
  ],
  WhereClause: [
    'startsWithIgnoreCase',
    'equalsIgnoreCase',
    'anyOfIgnoreCase',
    'startsWithAnyOfIgnoreCase',
    'startsWithAnyOf',
    'notEqual',
    'noneOf',
    'inAnyRange',
    'belowOrEqual',
  ],
};

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
  const ranges = Object.entries(unusedMethods).flatMap(([name, methods]) =>
    methodRanges(program, name, methods),
  );
  let small = code;
  for (const [from, to] of ranges.toSorted(([a], [b]) => b - a))
    small = small.slice(0, from) + small.slice(to);
  for (const step of unusedSteps) {
    const use = `this.use(${step});`;
    if (!small.includes(use)) throw new Error(`Dexie has no ${use}`);
    small = small.replace(use, '');
  }
  const needed = Object.values(unusedMethods)
    .flat()
    .filter((method) => new RegExp(`\\.${method}\\(`).test(small));
  if (needed.length > 0) throw new Error(`Dexie itself needs ${needed.join(', ')}`);
  return small;
}

function methodRanges(
  program: Program,
  name: string,
  methods: readonly string[],
): readonly (readonly [number, number])[] {
  const found = classCalled(program, name)?.body.body.flatMap((member) =>
    member.type === 'MethodDefinition' &&
    member.key.type === 'Identifier' &&
    methods.includes(member.key.name)
      ? [[member.start, member.end] as const]
      : [],
  );
  if (found?.length !== methods.length) throw new Error(`Dexie has another ${name}`);
  return found;
}

function classCalled(program: Program, name: string): Class | undefined {
  return program.body
    .filter((node) => node.type === 'ClassDeclaration')
    .find(({ id }) => id.name === name);
}
