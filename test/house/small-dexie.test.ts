import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { unusedMethods, withoutUnused } from '../../scripts/small-dexie.ts';
import { filesIn } from './files.ts';

const dexie = readFileSync('node_modules/dexie/dist/modern/dexie.mjs', 'utf8');
const appFiles = [...filesIn('src', ['.ts', '.tsx']), ...filesIn('scripts/harness', ['.ts'])];
const planted = 'src/storage/planted.ts';
const plantedCode = `
  import type { Table } from 'dexie';
  interface Row { readonly id: string; readonly name: string }
  export async function readOdd(rows: Table<Row, string>, id: string): Promise<unknown> {
    const some = rows.toCollection().offset(3).last();
    await rows.update('a', {});
    const like = [rows.where({ name: id }).toArray(), rows.get({ id })];
    const asked = [rows.where('name').equals(id), rows.get(id)];
    return [some, like, asked, [1, 2].reverse(), new Map().keys()];
  }
`;
const program = readTypes([...appFiles, planted]);

describe('what is left out of Dexie', () => {
  it('is asked for nowhere in the app', () => {
    expect(usesIn(appFiles)).toEqual([]);
  });

  it('would be seen by its type, whatever it is called by', () => {
    expect(usesIn([planted])).toEqual([
      'Collection.last',
      'Collection.offset',
      'Table.update',
      'rows.where({ name: id })',
      'rows.get({ id })',
    ]);
  });

  it('is gone, and the rest is still there', () => {
    const small = withoutUnused(dexie);
    expect(small).not.toContain('this.use(cacheMiddleware)');
    expect(small).not.toMatch(/^ {4}startsWithIgnoreCase\(/m);
    expect(small).not.toMatch(/^ {4}spawn:/m);
    expect(small).toMatch(/^ {4}between\(/m);
    expect(small).toMatch(/^ {4}currentTransaction:/m);
    expect(small.length).toBeLessThan(dexie.length);
  });

  it('is refused when Dexie is another, or needs it itself', () => {
    const renamed = dexie.replace('notEqual(value) {', 'other(value) {');
    expect(() => withoutUnused(renamed)).toThrow('another WhereClause');
    const asked = `${dexie}\nnew Dexie$1('x').table('y').where('z').notEqual(1);`;
    expect(() => withoutUnused(asked)).toThrow('needs notEqual');
    const askedByItself = dexie.replace('this.limit(1)', 'this.reverse().limit(1)');
    expect(() => withoutUnused(askedByItself)).toThrow('needs reverse');
    expect(() => withoutUnused(`${dexie}\nDexie.spawn();`)).toThrow('needs spawn');
    const otherStep = dexie.replace('this.use(cacheMiddleware)', 'this.use(newMiddleware)');
    expect(() => withoutUnused(otherStep)).toThrow('has no this.use(cacheMiddleware)');
  });
});

/** `Table.update` and the like, wherever a file calls a method of Dexie's that is left out. */
function usesIn(files: readonly string[]): readonly string[] {
  const checker = program.getTypeChecker();
  const names = new Set(Object.values(unusedMethods).flat());
  const uses: string[] = [];
  function visit(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node) && names.has(node.name.text)) {
      const declared = checker.getSymbolAtLocation(node.name)?.declarations?.[0];
      const owner = ownerOf(declared);
      if (unusedMethods[owner]?.includes(node.name.text)) uses.push(`${owner}.${node.name.text}`);
    }
    if (ts.isCallExpression(node) && isByLikeness(node, checker)) uses.push(node.getText());
    ts.forEachChild(node, visit);
  }
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source === undefined) throw new Error(`${file} was not read`);
    visit(source);
  }
  return uses;
}

/** Whether it asks a table for rows like `{ day: 3 }`, which is left out too. */
function isByLikeness(call: ts.CallExpression, checker: ts.TypeChecker): boolean {
  if (!ts.isPropertyAccessExpression(call.expression)) return false;
  const { name } = call.expression;
  const asked = call.arguments[0];
  if (asked === undefined || !['where', 'get'].includes(name.text)) return false;
  if (ownerOf(checker.getSymbolAtLocation(name)?.declarations?.[0]) !== 'Table') return false;
  const type = checker.getTypeAtLocation(asked);
  return (type.flags & ts.TypeFlags.Object) !== 0 && !checker.isArrayLikeType(type);
}

function readTypes(files: readonly string[]): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  const host = ts.createCompilerHost(options);
  const readFile = (path: string) => (path.endsWith(planted) ? plantedCode : ts.sys.readFile(path));
  const fileExists = (path: string) => path.endsWith(planted) || ts.sys.fileExists(path);
  const getSourceFile = (path: string, language: ts.ScriptTarget) => {
    const text = readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, language);
  };
  return ts.createProgram(files, options, { ...host, readFile, fileExists, getSourceFile });
}

function ownerOf(declared: ts.Declaration | undefined): string {
  if (declared === undefined || !declared.getSourceFile().fileName.includes('/dexie/')) return '';
  return ts.isInterfaceDeclaration(declared.parent) ? declared.parent.name.text : '';
}
