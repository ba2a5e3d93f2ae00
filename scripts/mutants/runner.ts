// The tests of the projects pure and app in one long-lived Vitest, with all mutants built into the
// sources that they run.
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { createVitest, type TestModule, type TestSpecification, type Vitest } from 'vitest/node';
import house from '../../vite.config.ts';
import { instrument, type NumberedMutant } from './instrument.ts';
import { timeoutMessage } from './protocol.ts';

/** What became of a mutant in one test file, or in all of them. */
export type Outcome = 'killed' | 'timeout' | 'survived';

/** A test file as the dry run found it. */
export interface TestFile {
  readonly path: string;
  readonly project: string;
  readonly milliseconds: number;
  /** The mutants whose code it runs. */
  readonly covered: ReadonlySet<number>;
}

export interface Runner {
  /**
   * Runs every file with no mutant active, and sees which mutants it reaches: imports alone do not
   * tell, for some tests reach a source by way of a script. A file that fails even so is left out.
   */
  readonly dryRun: () => Promise<readonly TestFile[]>;
  readonly run: (file: TestFile, id: number) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

const projects: readonly string[] = ['pure', 'app'];
const root = join(import.meta.dirname, '../..');
const dryRunTimeout = 600_000;

/** Much longer than without a mutant, and a little more on a busy machine. */
function timeoutFor({ milliseconds }: TestFile): number {
  return 10_000 + 6 * milliseconds;
}

/** A runner for `mutants` with so many `workers`. */
export async function createRunner(
  mutants: readonly NumberedMutant[],
  workers: number,
): Promise<Runner> {
  const vitest = await createVitest(
    'test',
    { config: false, root, watch: false, reporters: [{}], maxWorkers: workers },
    { test: { projects: projectsWith(pluginFor(mutants)) } },
  );
  return {
    dryRun: () => dryRun(vitest),
    run: (file, id) => run(vitest, file, id),
    close: () => vitest.close(),
  };
}

function projectsWith(plugin: Plugin): NonNullable<NonNullable<typeof house.test>['projects']> {
  return (house.test?.projects ?? []).flatMap((project) => {
    const test = typeof project === 'object' && 'test' in project ? project.test : undefined;
    if (typeof test?.name !== 'string' || !projects.includes(test.name)) return [];
    const setupFiles = [test.setupFiles ?? [], join(import.meta.dirname, 'setup.ts')].flat();
    return [
      {
        plugins: [plugin],
        ...(house.oxc === undefined ? {} : { oxc: house.oxc }),
        ...(house.resolve === undefined ? {} : { resolve: house.resolve }),
        // What one mutant left in a module must not be there for the next.
        test: { ...test, pool: 'threads' as const, isolate: true, setupFiles },
      },
    ];
  });
}

function pluginFor(mutants: readonly NumberedMutant[]): Plugin {
  return {
    name: 'mutants',
    enforce: 'pre',
    transform(text, id) {
      const path = relative(root, id).split(sep).join('/');
      if (!/^(?:src|test)\/.*\.tsx?$/.test(path)) return null;
      const here = mutants.filter((mutant) => mutant.path === path);
      const source = here.length > 0 ? readFileSync(join(root, path), 'utf8') : text;
      return { code: instrument(path, source, here), map: null };
    },
  };
}

async function dryRun(vitest: Vitest): Promise<readonly TestFile[]> {
  const specifications = await vitest.globTestSpecifications();
  vitest.provide('mutant', { id: null, timeout: dryRunTimeout });
  const { testModules } = await vitest.runTestSpecifications(specifications);
  for (const module of testModules)
    if (!module.ok())
      process.stderr.write(`left out, fails without a mutant: ${faultOf(module)}\n`);
  return testModules
    .filter((module) => module.ok())
    .map((module) => ({
      path: module.moduleId,
      project: module.project.name,
      milliseconds: millisecondsOf(module),
      covered: new Set(module.meta().covered),
    }));
}

function faultOf(module: TestModule): string {
  return `${module.moduleId}: ${errorsOf(module)[0] ?? module.state()}`;
}

function millisecondsOf(module: TestModule): number {
  const { collectDuration, duration, setupDuration } = module.diagnostic();
  return Math.round(collectDuration + duration + setupDuration);
}

async function run(vitest: Vitest, file: TestFile, id: number): Promise<Outcome> {
  const timeout = timeoutFor(file);
  vitest.provide('mutant', { id, timeout });
  const watchdog = startWatchdog(vitest, 1.5 * timeout);
  const result = await vitest.runTestSpecifications([specificationOf(vitest, file)]);
  if (watchdog.stop()) return 'timeout';
  // The files of earlier runs are in the result as well.
  const module = result.testModules.find(({ moduleId }) => moduleId === file.path);
  if (module === undefined) throw new Error(`Not run: ${file.path}`);
  if (module.ok() && result.unhandledErrors.length === 0) return 'survived';
  const messages = [...errorsOf(module), ...result.unhandledErrors.map(messageOf)];
  return messages.some(isTimeout) ? 'timeout' : 'killed';
}

// Ends a file whose hooks wait in vain one after the other, or whose thread answers nobody.
function startWatchdog(vitest: Vitest, milliseconds: number): { readonly stop: () => boolean } {
  let hasFired = false;
  const timer = setTimeout(() => {
    hasFired = true;
    // Asked twice, Vitest does not wait for the thread.
    void vitest.cancelCurrentRun('keyboard-input');
    void vitest.cancelCurrentRun('keyboard-input');
  }, milliseconds);
  return {
    stop() {
      clearTimeout(timer);
      return hasFired;
    },
  };
}

function specificationOf(vitest: Vitest, { path, project }: TestFile): TestSpecification {
  return vitest.getProjectByName(project).createSpecification(path);
}

function errorsOf(module: TestModule): readonly string[] {
  const tests = [...module.children.allTests()].flatMap((test) => test.result().errors ?? []);
  const suites = [...module.children.allSuites()].flatMap((suite) => suite.errors());
  return [...tests, ...suites, ...module.errors()].map(messageOf);
}

function messageOf(error: unknown): string {
  return error instanceof Object && 'message' in error ? String(error.message) : String(error);
}

function isTimeout(message: string): boolean {
  return message.includes(timeoutMessage) || /(?:Test|Hook) timed out in/.test(message);
}
