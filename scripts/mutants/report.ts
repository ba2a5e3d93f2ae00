// What became of the sampled mutants, as text for a terminal: a line for each folder, then every
// mutant that no test noticed.
import type { NumberedMutant } from './instrument.ts';
import type { Mutant } from './mutators.ts';
import type { Outcome } from './runner.ts';

export interface MutantResult {
  readonly mutant: NumberedMutant;
  readonly folder: string;
  readonly outcome: Outcome;
  /** Test files that run its code, and how many of them there was time for. */
  readonly files: number;
  readonly tried: number;
}

/** The table and the survivors. */
export function reportOf(results: readonly MutantResult[], folders: readonly string[]): string {
  const rows = folders
    .map((folder) =>
      rowOf(
        folder,
        results.filter((each) => each.folder === folder),
      ),
    )
    .filter(([, sampled]) => sampled !== '0');
  const head = ['folder', 'sampled', 'killed', 'timeout', 'survived', 'score'];
  const table = [head, ...rows, rowOf('all', results)].map(lineOf);
  const survivors = results.filter(({ outcome }) => outcome === 'survived').map(survivorLine);
  return [...table, '', `${survivors.length} survivors`, ...survivors, ''].join('\n');
}

// Timeouts stand beside the score: that a test hangs says little about what it checks.
function rowOf(name: string, results: readonly MutantResult[]): readonly string[] {
  const count = (outcome: Outcome): number =>
    results.filter((each) => each.outcome === outcome).length;
  const [killed, survived] = [count('killed'), count('survived')];
  const score =
    killed + survived === 0 ? '–' : `${Math.round((100 * killed) / (killed + survived))} %`;
  return [name, results.length, killed, count('timeout'), survived, score].map(String);
}

function lineOf([name = '', ...cells]: readonly string[]): string {
  return name.padEnd(24) + cells.map((cell) => cell.padStart(10)).join('');
}

function survivorLine({ mutant, files, tried }: MutantResult): string {
  const coverage = files === 0 ? 'not covered' : `${tried} of ${files} test files`;
  return `${lineFor(mutant)}   [${coverage}]`;
}

/** Where a mutant is, and what it changes. */
export function lineFor({ path, line, mutator, original, replacement }: Mutant): string {
  return `${path}:${line}  ${mutator}: ${short(original)}  →  ${short(replacement ?? '(left out)')}`;
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= 100 ? line : `${line.slice(0, 99)}…`;
}
