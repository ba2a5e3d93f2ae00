import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IForbiddenRuleType } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entries, mayImport, packageHomes } from './layers.ts';

const root = join(import.meta.dirname, '../..');

// A checker that sees no files finds no faults: this floor is raised as the house grows.
const modulesAtLeast = 400;

describe('the layers', () => {
  it('import only downwards, in no circle, and nothing lies about unused', async () => {
    const { modules, faults } = await faultsIn(root);
    expect(faults).toEqual([]);
    expect(modules).toBeGreaterThanOrEqual(modulesAtLeast);
  });
});

describe('a planted fault', () => {
  let house: string;
  let faults: readonly string[];

  beforeAll(async () => {
    house = mkdtempSync(join(tmpdir(), 'regulars-layers-'));
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    plant(house, planted);
    faults = (await faultsIn(house)).faults;
  });
  afterAll(() => {
    rmSync(house, { recursive: true, force: true });
  });

  it.each([
    ['an arrow upwards', 'layer lib: src/lib/a.ts → src/domain/b.ts'],
    ['an arrow upwards by a type alone', 'layer domain: src/domain/b.ts → src/engine/c.ts'],
    ['an arrow sideways', 'layer engine: src/engine/c.ts → src/storage/d.ts'],
    ['a part that asks the app', 'layer ui/parts: src/ui/parts/tile.tsx → src/app/visits.ts'],
    [
      'a migration that uses today’s rows',
      'layer schema/migrations: src/schema/migrations/0002-x.ts → src/domain/b.ts',
    ],
    ['source that needs a test', 'src never needs a test: src/app/visits.ts → test/support/x.ts'],
    ['a circle of types', 'no circles: src/lib/one.ts → src/lib/two.ts'],
    ['a file nobody uses', 'no orphans: src/lib/alone.ts'],
    ['the database outside storage', 'package dexie: src/app/visits.ts → '],
    ['markup outside the screens', 'package preact: src/engine/c.ts → '],
    ['a module that does not exist', 'everything is found: src/lib/one.ts → ./missing.ts'],
  ])('is caught: %s', (_what, fault) => {
    expect(faults.some((found) => found.startsWith(fault))).toBe(true);
  });

  it('and nothing that is allowed is called a fault', () => {
    expect(faults.filter((fault) => fault.includes('src/schema/fine.ts'))).toEqual([]);
    expect(faults.filter((fault) => fault.startsWith('layer ui/screens'))).toEqual([]);
    expect(faults.filter((fault) => fault.includes('src/main.tsx'))).toEqual([]);
  });
});

const planted: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#*': './src/*' },
    dependencies: { dexie: '*', preact: '*' },
  }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      module: 'ESNext',
      moduleResolution: 'bundler',
      allowImportingTsExtensions: true,
      noEmit: true,
      jsx: 'react-jsx',
      jsxImportSource: 'preact',
    },
  }),
  'src/main.tsx':
    "import '#lib/a.ts'; import '#ui/screens/counter.tsx'; import '#schema/fine.ts'; import 'preact';",
  'src/lib/a.ts': "import { b } from '#domain/b.ts'; export const a = b;",
  'src/domain/b.ts': "import type { C } from '#engine/c.ts'; export const b: C | 1 = 1;",
  'src/engine/c.ts':
    "import { d } from '#storage/d.ts'; import { h } from 'preact'; export type C = 1; export const c = [d, h];",
  'src/storage/d.ts': "import Dexie from 'dexie'; export const d = Dexie;",
  'src/ui/parts/tile.tsx': "import { v } from '#app/visits.ts'; export const Tile = () => v;",
  'src/ui/screens/counter.tsx':
    "import { Tile } from '../parts/tile.tsx'; import { v } from '#app/visits.ts'; export const S = [Tile, v];",
  'src/app/visits.ts':
    "import { x } from '../../test/support/x.ts'; import Dexie from 'dexie'; export const v = [x, Dexie];",
  'src/schema/fine.ts':
    "import { m } from './migrations/0002-x.ts'; import { b } from '#domain/b.ts'; export const f = [m, b];",
  'src/schema/migrations/0002-x.ts': "import { b } from '#domain/b.ts'; export const m = b;",
  'src/lib/one.ts':
    "import type { Two } from './two.ts'; import './missing.ts'; export type One = Two;",
  'src/lib/two.ts': "import type { One } from './one.ts'; export type Two = One;",
  'src/lib/alone.ts': 'export const alone = 1;',
  'test/support/x.ts': 'export const x = 1;',
};

function plant(house: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
}

async function faultsIn(baseDir: string): Promise<{ modules: number; faults: readonly string[] }> {
  const { output } = await cruise(
    ['src'],
    {
      baseDir,
      ruleSet: { forbidden: rules() },
      validate: true,
      tsPreCompilationDeps: true,
      combinedDependencies: false,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^src/i18n/compiled/(?!words[.]js$)|^src/.*[.](css|d[.]ts)$' },
    },
    {
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default'],
    },
    { tsConfig: extractTSConfig(join(baseDir, 'tsconfig.json')) },
  );
  if (typeof output === 'string') throw new Error('the checker answered with text');
  const faults = output.summary.violations.map(({ rule, from, to }) =>
    rule.name === 'no orphans' ? `${rule.name}: ${from}` : `${rule.name}: ${from} → ${to}`,
  );
  return {
    modules: output.modules.filter(({ source }) => source.startsWith('src/')).length,
    faults,
  };
}

function rules(): IForbiddenRuleType[] {
  const entry = `^src/(${entries.map(literal).join('|')})$`;
  return [
    ...Object.entries(mayImport).map(([layer, allowed]) => layerRule(layer, allowed)),
    ...Object.entries(packageHomes).map(([name, homes]) => packageRule(name, homes)),
    { ...named('no circles'), from: { path: '^src' }, to: { circular: true } },
    { ...named('no orphans'), from: { path: '^src', pathNot: entry, orphan: true }, to: {} },
    { ...named('nothing imports an entry'), from: {}, to: { path: entry } },
    {
      ...named('src never needs a test'),
      from: { path: '^src' },
      to: { path: '^(test|scripts)/' },
    },
    {
      ...named('everything is found'),
      from: { path: '^src' },
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ];
}

function layerRule(layer: string, allowed: readonly string[]): IForbiddenRuleType {
  // A room inside another keeps its own rule: the outer room's rule does not speak for it.
  const rooms = Object.keys(mayImport).filter((other) => other.startsWith(`${layer}/`));
  // The outer room may use its own inner rooms (the shell mounts the screens).
  const open = [layer, ...allowed].map(under).join('|');
  return {
    ...named(`layer ${layer}`),
    from: { path: under(layer), ...(rooms.length > 0 ? { pathNot: rooms.map(under) } : {}) },
    to: { path: '^src/', pathNot: open },
  };
}

function packageRule(name: string, homes: readonly string[]): IForbiddenRuleType {
  return {
    ...named(`package ${name}`),
    from: { path: '^src', ...(homes.length > 0 ? { pathNot: homes.map(under) } : {}) },
    to: { path: `(^|node_modules/)${literal(name)}(/|$)` },
  };
}

function named(name: string): { name: string; severity: 'error' } {
  return { name, severity: 'error' };
}

function under(layer: string): string {
  return `^src/${literal(layer)}(/|$)`;
}

function literal(text: string): string {
  return text.replaceAll('.', '[.]');
}
