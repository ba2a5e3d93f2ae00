import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const configPath = join(import.meta.dirname, 'tsconfig.pure.json');

describe('the pure layers', () => {
  it('compile without a browser, a console, a timer or a clock to lean on', () => {
    const { fileNames, options } = pureConfig();
    expect(fileNames.length).toBeGreaterThanOrEqual(5);
    expect(faultsOf(ts.createProgram(fileNames, options))).toEqual([]);
  });

  it.each([
    ['the window', 'engine', 'window.innerWidth'],
    ['storage of the page', 'domain', "localStorage.getItem('shop')"],
    ['a console', 'lib', "console.log('here')"],
    ['a timer', 'engine', 'setTimeout'],
    ['random bytes', 'domain', 'crypto.randomUUID()'],
    ['a decoder of bytes', 'formats', 'new TextDecoder()'],
    ['the network', 'formats', "fetch('/sw.js')"],
    ['the process', 'schema', 'process.env'],
  ])('are caught when they reach for %s', (_what, layer, expression) => {
    const { fileNames, options } = pureConfig();
    const plantedPath = join(root, 'src', layer, 'planted-by-the-purity-test.ts');
    const host = hostWith(options, plantedPath, `export const planted = ${expression};`);
    // All real files stay in the program: one of their imports could let a global in.
    const program = ts.createProgram([...fileNames, plantedPath], options, host);
    const planted = program.getSourceFile(plantedPath);
    expect(program.getSemanticDiagnostics(planted).length).toBeGreaterThan(0);
  });
});

function pureConfig(): { fileNames: string[]; options: ts.CompilerOptions } {
  const { config, error } = ts.readConfigFile(configPath, (path) => ts.sys.readFile(path));
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, import.meta.dirname);
  return { fileNames: parsed.fileNames, options: parsed.options };
}

function faultsOf(program: ts.Program): string[] {
  return ts.getPreEmitDiagnostics(program).map((fault) => {
    const text = ts.flattenDiagnosticMessageText(fault.messageText, '\n');
    return `${fault.file?.fileName ?? ''}: ${text}`;
  });
}

function hostWith(options: ts.CompilerOptions, path: string, text: string): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (name) => name === path || host.fileExists(name),
    readFile: (name) => (name === path ? text : host.readFile(name)),
    getSourceFile: (name, ...rest) =>
      name === path
        ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023)
        : host.getSourceFile(name, ...rest),
  };
}
