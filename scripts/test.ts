// Everything that must hold before a change is taken, in stages: several side by side, each waiting
// only for what it needs. Ends with a table of what each took, the whole output of what failed, and
// how many tests passed and failed.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, '.cache/test');

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  /** Stages that must have passed before. */
  readonly needs?: readonly string[];
}

interface StageResult {
  readonly stage: Stage;
  readonly seconds: number;
  readonly code: number;
  readonly output: string;
  readonly passed: number;
  readonly failed: number;
  /** Files of tests that passed and failed; none of a stage that is one single check. */
  readonly files: readonly [passed: number, failed: number];
}

const cores = availableParallelism();
const isNight = parseArgs({ options: { night: { type: 'boolean' } } }).values.night === true;
// A stage waits nearly as long as it computes, for a browser, a disk or a clock: with one for each
// core a fifth of every core would stand idle. At night nothing runs beside anything else, so that
// none disturbs another.
const lanes = isNight ? 1 : Math.min(3, cores + 1);
const workers = isNight ? cores : Math.max(1, Math.floor(cores / 2));

const campaigns = isNight
  ? [['--long']]
  : [
      ['--only', 'requests'],
      ['--only', 'kill,connection,quota,damage,tabs'],
      ['--only', 'migration,restore,switch,broken-backups,mutated-backups,lists,days'],
    ];

// Whatever everybody waits for first, and long ones before short ones, so that all lanes end
// together.
const stages: readonly Stage[] = [
  { name: 'messages', command: ['tsx', 'scripts/messages.ts'] },
  { name: 'build', command: ['vite', 'build', '--logLevel', 'warn'], needs: ['messages'] },
  { name: 'types', command: ['tsc'], needs: ['messages'] },
  { name: 'lint', command: ['oxlint'], needs: ['messages'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'unused', command: ['knip'], needs: ['messages'] },
  { name: 'harness', command: ['tsx', 'scripts/build-harness.ts'], needs: ['build'] },
  // In Firefox and WebKitGTK where they are installed; says what is skipped where they are not.
  { name: 'browsers', command: ['tsx', 'scripts/browsers.ts'], needs: ['build'] },
  ...[1, 2, 3].map((part) => vitest(`e2e ${part}/3`, ['e2e'], [`--shard=${part}/3`])),
  ...['app', 'pure', 'ui'].map((project) => vitest(project, [`${project}*`])),
  ...campaigns.map((only, index) => ({
    name: isNight ? 'faults' : `faults ${index + 1}/${campaigns.length}`,
    command: ['tsx', 'scripts/faults.ts', ...only],
    needs: ['harness'],
  })),
  vitest('house', ['house']),
  vitest('storage', ['storage']),
];

function vitest(name: string, projects: readonly string[], more: readonly string[] = []): Stage {
  const command = ['vitest', 'run', `--maxWorkers=${workers}`, ...more];
  for (const project of projects) command.push('--project', project);
  command.push('--reporter=default', '--reporter=json', `--outputFile.json=${reportPath(name)}`);
  return { name, command, needs: [projects.includes('e2e') ? 'build' : 'messages'] };
}

function reportPath(name: string): string {
  return join(reports, `${name.replaceAll(/\W/g, '-')}.json`);
}

async function main(): Promise<void> {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const startedAt = Date.now();
  const results = await runAll();
  const failed = results.filter(({ code }) => code !== 0);
  for (const { stage, output } of failed) write(`\n===== ${stage.name} failed =====\n${output}`);
  write(resultTable(results));
  write(`${secondsSince(startedAt).toFixed(0)} s in all, ${lanes} side by side\n`);
  write(summaryText(results));
  if (failed.length > 0 || results.length < stages.length) process.exitCode = 1;
}

/**
 * Runs the stages in their order, as many at once as there are lanes; after a failure no
 * other starts.
 */
async function runAll(): Promise<readonly StageResult[]> {
  const waiting = [...stages];
  const running = new Map<string, Promise<StageResult>>();
  const results: StageResult[] = [];
  const isReady = ({ needs = [] }: Stage): boolean =>
    needs.every((need) => results.some(({ stage, code }) => stage.name === need && code === 0));
  for (;;) {
    const isBroken = results.some(({ code }) => code !== 0);
    const index = isBroken || running.size >= lanes ? -1 : waiting.findIndex(isReady);
    const [next] = index === -1 ? [] : waiting.splice(index, 1);
    if (next !== undefined) {
      running.set(next.name, run(next));
      continue;
    }
    if (running.size === 0) return results;
    const result = await Promise.race(running.values());
    running.delete(result.stage.name);
    results.push(result);
    write(
      `${result.code === 0 ? 'passed' : 'FAILED'}  ${result.stage.name}, ${result.seconds.toFixed(0)} s`,
    );
    for (const [line] of result.output.matchAll(/^skipped: .*$/gm)) write(line);
  }
}

async function run(stage: Stage): Promise<StageResult> {
  const startedAt = Date.now();
  const [program = '', ...args] = stage.command;
  const child = spawn(join(root, 'node_modules/.bin', program), args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(isNight ? { LONG: '1' } : {}) },
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => chunks.push(chunk));
  }
  const code = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      chunks.push(String(error));
      resolve(1);
    });
    child.on('close', (exitCode) => resolve(exitCode ?? 1));
  });
  const output = chunks.join('');
  return {
    stage,
    seconds: secondsSince(startedAt),
    code,
    output,
    ...testCounts(stage, code, output),
  };
}

/** How many tests a stage ran. One without tests of its own is one check. */
function testCounts(
  stage: Stage,
  code: number,
  output: string,
): Pick<StageResult, 'passed' | 'failed' | 'files'> {
  const broken = code === 0 ? 0 : 1;
  const printed = /^(\d+) passed, (\d+) failed$/m.exec(output);
  if (printed !== null)
    return {
      passed: Number(printed[1]),
      failed: Math.max(broken, Number(printed[2])),
      files: [0, 0],
    };
  if (stage.command[0] !== 'vitest') return { passed: 1 - broken, failed: broken, files: [0, 0] };
  const { numPassedTests, numFailedTests, testResults } = readReport(stage.name);
  const bad = testResults.filter(({ status }) => status !== 'passed').length;
  return {
    passed: numPassedTests,
    failed: Math.max(broken, numFailedTests),
    files: [testResults.length - bad, bad],
  };
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string }[];
}

function readReport(name: string): Report {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the runner a moment ago
    return JSON.parse(readFileSync(reportPath(name), 'utf8')) as Report;
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

function resultTable(results: readonly StageResult[]): string {
  const rows = stages.map((stage) => {
    const result = results.find((each) => each.stage === stage);
    if (result === undefined) return [stage.name, '–', 'not run', '', ''];
    const { seconds, code, passed, failed } = result;
    return [
      stage.name,
      seconds.toFixed(0),
      code === 0 ? 'passed' : 'FAILED',
      String(passed),
      String(failed),
    ];
  });
  const all = [['stage', 'seconds', '', 'passed', 'failed'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...all.map((row) => (row[column] ?? '').length)),
  );
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `\n${lines.join('\n')}\n`;
}

/** The lines by which the test runner itself ends, over all its stages, and one over everything. */
function summaryText(results: readonly StageResult[]): string {
  const runners = results.filter(({ stage }) => stage.command[0] === 'vitest');
  const files = [
    sumOf(runners, (result) => result.files[0]),
    sumOf(runners, (result) => result.files[1]),
  ] as const;
  const tests = [
    sumOf(runners, ({ passed }) => passed),
    sumOf(runners, ({ failed }) => failed),
  ] as const;
  return [
    ` Test Files  ${countText(files)}`,
    `      Tests  ${countText(tests)}`,
    '',
    `${sumOf(results, ({ passed }) => passed)} passed, ${sumOf(results, ({ failed }) => failed)} failed`,
  ].join('\n');
}

function countText([passed, failed]: readonly [number, number]): string {
  const bad = failed > 0 ? `${failed} failed | ` : '';
  return `${bad}${passed} passed (${passed + failed})`;
}

function sumOf(results: readonly StageResult[], valueOf: (result: StageResult) => number): number {
  return results.reduce((sum, result) => sum + valueOf(result), 0);
}

function secondsSince(startedAt: number): number {
  return (Date.now() - startedAt) / 1000;
}

function write(text: string): void {
  process.stdout.write(`${text}\n`);
}

await main();
