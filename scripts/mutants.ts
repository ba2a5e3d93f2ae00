// Makes small mistakes in the sources, one at a time, and counts how many a test notices. One that
// none notices is a promise that nothing watches over. Not part of the tests: it takes long, and
// survivors must be judged by somebody.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '../src/lib/seeded-random.ts';
import type { NumberedMutant } from './mutants/instrument.ts';
import { mutantsIn, type Mutant } from './mutants/mutators.ts';
import { lineFor, reportOf, type MutantResult } from './mutants/report.ts';
import { createRunner, type Outcome, type Runner, type TestFile } from './mutants/runner.ts';

/** What is mutated, by the beginnings of paths, and how the table calls it. */
const folders: readonly { readonly name: string; readonly paths: readonly string[] }[] = [
  { name: 'domain', paths: ['src/domain/'] },
  { name: 'schema', paths: ['src/schema/'] },
  { name: 'storage', paths: ['src/storage/'] },
  { name: 'engine/profile', paths: ['src/engine/profile/'] },
  { name: 'engine/segments', paths: ['src/engine/segments/'] },
  { name: 'engine/suggestions', paths: ['src/engine/suggestions/'] },
  { name: 'engine/experiments', paths: ['src/engine/experiments/'] },
  { name: 'formats', paths: ['src/formats/'] },
];
const elsewhere = 'elsewhere';

const usage = `npm run mutants -- [--count N] [--seed S] [--only PATH] [--workers N] [--seconds S] [--list]
  --count N     how many mutants are sampled (default 200)
  --seed S      the same seed samples the same mutants of the same sources (default regulars)
  --only PATH   samples only where the path begins like this, also outside of the usual folders
  --workers N   how many tests run at once (default 2)
  --seconds S   seconds of tests for each mutant, the likeliest to kill it first (default 60)
  --list        prints the sample and runs nothing`;

const root = join(import.meta.dirname, '..');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '200' },
      seed: { type: 'string', default: 'regulars' },
      only: { type: 'string' },
      workers: { type: 'string', default: '2' },
      seconds: { type: 'string', default: '60' },
      list: { type: 'boolean', default: false },
    },
  });
  const [count, workers, seconds] = [values.count, values.workers, values.seconds].map(Number);
  if (!count || !workers || !seconds) throw new Error(usage);
  const mutants = sourcesIn(values.only).flatMap((path) => mutantsIn(path, textOf(path)));
  const sample = sampleOf(mutants, count, values.seed);
  write(`${sample.length} of ${mutants.length} mutants, seed ${values.seed}`);
  if (values.list) return write(sample.map(lineFor).join('\n'));
  const results = await resultsOf(sample, { workers, milliseconds: 1000 * seconds });
  write(reportOf(results, [...folders.map(({ name }) => name), elsewhere]));
}

function sourcesIn(only: string | undefined): readonly string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && isMutated(path, only))
    .toSorted();
}

function isMutated(path: string, only: string | undefined): boolean {
  return only === undefined ? folderOf(path) !== elsewhere : path.startsWith(only);
}

function folderOf(path: string): string {
  const isHere = (start: string): boolean => path.startsWith(start);
  return folders.find(({ paths }) => paths.some(isHere))?.name ?? elsewhere;
}

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function sampleOf(
  mutants: readonly Mutant[],
  count: number,
  seed: string,
): readonly NumberedMutant[] {
  const random = seededRandom(seed);
  return mutants
    .map((mutant, id) => ({ ...mutant, id, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, count)
    .toSorted((a, b) => a.id - b.id);
}

interface Effort {
  readonly workers: number;
  /** Of tests for each mutant, as the dry run measured them. */
  readonly milliseconds: number;
}

// Each worker has a runner of its own and takes the next mutant as soon as it is done with one.
async function resultsOf(
  sample: readonly NumberedMutant[],
  { workers, milliseconds }: Effort,
): Promise<readonly MutantResult[]> {
  const files = await testFilesFor(sample, workers);
  const queue = sample.entries();
  const results: MutantResult[] = [];
  const work = Array.from({ length: workers }, async () => {
    const runner = await createRunner(sample, 1);
    for (const [place, mutant] of queue) {
      const covering = likeliestFirst(files, mutant);
      const tried = within(covering, milliseconds);
      const outcome = await outcomeOf(mutant, tried, runner);
      const counts = { files: covering.length, tried: tried.length };
      results[place] = { mutant, folder: folderOf(mutant.path), outcome, ...counts };
      process.stderr.write(`${outcome.padEnd(9)} ${lineFor(mutant)}\n`);
    }
    await runner.close();
  });
  await Promise.all(work);
  return results;
}

async function testFilesFor(
  sample: readonly NumberedMutant[],
  workers: number,
): Promise<readonly TestFile[]> {
  const runner = await createRunner(sample, workers);
  const files = await runner.dryRun();
  await runner.close();
  const seconds = Math.round(files.reduce((sum, file) => sum + file.milliseconds, 0) / 1000);
  write(`${files.length} test files, ${seconds} s in the dry run`);
  return files;
}

// The file of the same name is the likeliest to kill; after it the quickest.
function likeliestFirst(files: readonly TestFile[], mutant: NumberedMutant): readonly TestFile[] {
  const name = /([^/]+)\.ts$/.exec(mutant.path)?.[1] ?? '';
  const cost = ({ path, milliseconds }: TestFile): number =>
    path.includes(`/${name}.`) ? 0 : milliseconds;
  return files
    .filter(({ covered }) => covered.has(mutant.id))
    .toSorted((a, b) => cost(a) - cost(b));
}

function within(files: readonly TestFile[], milliseconds: number): readonly TestFile[] {
  let spent = 0;
  return files.filter((file) => {
    const isTried = spent < milliseconds;
    spent += file.milliseconds;
    return isTried;
  });
}

async function outcomeOf(
  { id }: NumberedMutant,
  files: readonly TestFile[],
  runner: Runner,
): Promise<Outcome> {
  for (const file of files) {
    const outcome = await runner.run(file, id);
    if (outcome !== 'survived') return outcome;
  }
  return 'survived';
}

function write(text: string): void {
  process.stdout.write(`${text}\n`);
}

await main();
