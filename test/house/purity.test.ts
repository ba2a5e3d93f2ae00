import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const configPath = join(import.meta.dirname, 'tsconfig.pure.json');
// The native compiler, with the same rules. It cannot check a text that lies in no file: what is
// planted goes through the package `typescript`.
const compiler = join(root, 'node_modules/.bin/tsc');

type Planted = readonly [what: string, layer: string, expression: string];

const reaching: readonly Planted[] = [
  ['the window', 'engine', 'window.innerWidth'],
  ['storage of the page', 'domain', "localStorage.getItem('shop')"],
  ['a console', 'lib', "console.log('here')"],
  ['a timer', 'engine', 'setTimeout'],
  ['random bytes', 'domain', 'crypto.randomUUID()'],
  ['a decoder of bytes', 'formats', 'new TextDecoder()'],
  ['the network', 'formats', "fetch('/sw.js')"],
  ['the process', 'schema', 'process.env'],
];
const harmless: Planted = ['nothing', 'lib', '1'];

describe('the pure layers', () => {
  it('compile without a browser, a console, a timer or a clock to lean on', () => {
    const compiled = spawnSync(compiler, ['--project', configPath, '--listFiles']);
    const lines = `${compiled.stdout.toString()}${compiled.stderr.toString()}`.split('\n');
    expect(lines.filter((line) => line.includes('error TS'))).toEqual([]);
    expect(lines.filter((line) => /lib\.(?:dom|webworker)|@types\//.test(line))).toEqual([]);
    expect(lines.filter((line) => line.endsWith('/src/engine/suggestions/suggest.ts')).length).toBe(
      1,
    );
    expect(compiled.status, lines.join('\n')).toBe(0);
  });

  it.each(reaching)('are caught when they reach for %s', (...each) => {
    const planted = withPlanted().getSourceFile(pathOf(each));
    expect(planted?.text).toContain('planted');
    expect(withPlanted().getSemanticDiagnostics(planted).length).toBeGreaterThan(0);
  });

  it('are not blamed for what is planted and reaches for nothing', () => {
    const planted = withPlanted().getSourceFile(pathOf(harmless));
    expect(planted?.text).toContain('planted');
    expect(withPlanted().getSemanticDiagnostics(planted)).toEqual([]);
  });
});

function pureConfig(): { fileNames: string[]; options: ts.CompilerOptions } {
  const { config, error } = ts.readConfigFile(configPath, (path) => ts.sys.readFile(path));
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, import.meta.dirname);
  return { fileNames: parsed.fileNames, options: parsed.options };
}

function pathOf([what, layer]: Planted): string {
  return join(root, 'src', layer, `planted-by-the-purity-test-${what.replaceAll(' ', '-')}.ts`);
}

let planting: ts.Program | null = null;

/**
 * One program with everything that is planted; all real files stay in it: one of their imports
 * could let a global in.
 */
function withPlanted(): ts.Program {
  if (planting !== null) return planting;
  const { fileNames, options } = pureConfig();
  const texts = new Map(
    [...reaching, harmless].map((each) => [pathOf(each), `export const planted = ${each[2]};`]),
  );
  planting = ts.createProgram([...fileNames, ...texts.keys()], options, hostWith(options, texts));
  return planting;
}

function hostWith(
  options: ts.CompilerOptions,
  texts: ReadonlyMap<string, string>,
): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (name) => texts.has(name) || host.fileExists(name),
    readFile: (name) => texts.get(name) ?? host.readFile(name),
    getSourceFile(name, ...rest) {
      const text = texts.get(name);
      return text === undefined
        ? host.getSourceFile(name, ...rest)
        : ts.createSourceFile(name, text, ts.ScriptTarget.ES2023);
    },
  };
}
