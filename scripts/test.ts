// Everything that must hold before a change is taken, in stages: two side by side where two cores
// allow it, each waiting only for what it needs. Ends with a table of what each took, the whole
// output of what failed, and how many tests passed and failed.
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

interface Ended {
  readonly stage: Stage;
  readonly seconds: number;
  readonly code: number;
  readonly output: string;
  readonly passed: number;
  readonly failed: number;
  /** Files of tests that passed and failed; none of a stage that is one single check. */
  readonly files: readonly [passed: number, failed: number];
}

/** Cores of one lane: the stages of two lanes run side by side. */
const cores = availableParallelism();
const isNight = parseArgs({ options: { night: { type: 'boolean' } } }).values.night === true;
// At night nothing runs beside anything else, so that none disturbs another.
const lanes = isNight ? 1 : Math.min(2, cores);
const workers = Math.max(1, Math.floor(cores / lanes));

const campaigns = isNight
  ? [['--long']]
  : [
      ['--only', 'requests'],
      ['--only', 'kill,connection,quota,damage,tabs'],
      ['--only', 'migration,restore,copies,mutated-copies,lists,days'],
    ];

// Whatever everybody waits for first, and long ones before short ones, so that both lanes end
// together.
const stages: readonly Stage[] = [
  { name: 'messages', command: ['tsx', 'scripts/messages.ts'] },
  { name: 'build', command: ['vite', 'build', '--logLevel', 'warn'], needs: ['messages'] },
  { name: 'types', command: ['tsc'], needs: ['messages'] },
  { name: 'lint', command: ['oxlint'], needs: ['messages'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'unused', command: ['knip'], needs: ['messages'] },
  { name: 'harness', command: ['tsx', 'scripts/build-harness.ts'], needs: ['build'] },
  ...[1, 2, 3].map((part) => vitest(`e2e ${part}/3`, ['e2e'], [`--shard=${part}/3`])),
  vitest('unit', ['pure*', 'app*', 'ui*']),
  ...campaigns.map((only, place) => ({
    name: isNight ? 'faults' : `faults ${place + 1}/${campaigns.length}`,
    command: ['tsx', 'scripts/faults.ts', ...only],
    needs: ['harness'],
  })),
  vitest('house', ['house']),
  vitest('storage', ['storage']),
];

function vitest(name: string, projects: readonly string[], more: readonly string[] = []): Stage {
  const command = ['vitest', 'run', `--maxWorkers=${workers}`, ...more];
  for (const project of projects) command.push('--project', project);
  command.push('--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(name)}`);
  return { name, command, needs: [projects.includes('e2e') ? 'build' : 'messages'] };
}

function reportOf(name: string): string {
  return join(reports, `${name.replaceAll(/\W/g, '-')}.json`);
}

async function main(): Promise<void> {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const begun = Date.now();
  const ended = await runAll();
  const failed = ended.filter(({ code }) => code !== 0);
  for (const { stage, output } of failed) write(`\n===== ${stage.name} failed =====\n${output}`);
  write(tableOf(ended));
  write(`${secondsSince(begun).toFixed(0)} s in all, ${lanes} side by side\n`);
  write(summaryOf(ended));
  if (failed.length > 0 || ended.length < stages.length) process.exitCode = 1;
}

/**
 * Runs the stages in their order, as many at once as there are lanes; after a failure none is begun
 * any more.
 */
async function runAll(): Promise<readonly Ended[]> {
  const waiting = [...stages];
  const running = new Map<string, Promise<Ended>>();
  const ended: Ended[] = [];
  const isReady = ({ needs = [] }: Stage): boolean =>
    needs.every((need) => ended.some(({ stage, code }) => stage.name === need && code === 0));
  for (;;) {
    const isBroken = ended.some(({ code }) => code !== 0);
    const place = isBroken || running.size >= lanes ? -1 : waiting.findIndex(isReady);
    const [next] = place === -1 ? [] : waiting.splice(place, 1);
    if (next !== undefined) {
      running.set(next.name, run(next));
      continue;
    }
    if (running.size === 0) return ended;
    const one = await Promise.race(running.values());
    running.delete(one.stage.name);
    ended.push(one);
    write(
      `${one.code === 0 ? 'passed' : 'FAILED'}  ${one.stage.name}, ${one.seconds.toFixed(0)} s`,
    );
  }
}

async function run(stage: Stage): Promise<Ended> {
  const begun = Date.now();
  const [program = '', ...words] = stage.command;
  const child = spawn(join(root, 'node_modules/.bin', program), words, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(isNight ? { LONG: '1' } : {}) },
  });
  const pieces: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (piece: string) => pieces.push(piece));
  }
  const code = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      pieces.push(String(error));
      resolve(1);
    });
    child.on('close', (left) => resolve(left ?? 1));
  });
  const output = pieces.join('');
  return { stage, seconds: secondsSince(begun), code, output, ...countsOf(stage, code, output) };
}

/** How many tests a stage ran. One without tests of its own is one check. */
function countsOf(
  stage: Stage,
  code: number,
  output: string,
): Pick<Ended, 'passed' | 'failed' | 'files'> {
  const broken = code === 0 ? 0 : 1;
  const said = /^(\d+) passed, (\d+) failed$/m.exec(output);
  if (said !== null)
    return { passed: Number(said[1]), failed: Math.max(broken, Number(said[2])), files: [0, 0] };
  if (stage.command[0] !== 'vitest') return { passed: 1 - broken, failed: broken, files: [0, 0] };
  const { numPassedTests, numFailedTests, testResults } = reportRead(stage.name);
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

function reportRead(name: string): Report {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the runner a moment ago
    return JSON.parse(readFileSync(reportOf(name), 'utf8')) as Report;
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

function tableOf(ended: readonly Ended[]): string {
  const rows = stages.map((stage) => {
    const one = ended.find((each) => each.stage === stage);
    if (one === undefined) return [stage.name, '–', 'not run', '', ''];
    const { seconds, code, passed, failed } = one;
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
function summaryOf(ended: readonly Ended[]): string {
  const runners = ended.filter(({ stage }) => stage.command[0] === 'vitest');
  const files = [
    sumOf(runners, (one) => one.files[0]),
    sumOf(runners, (one) => one.files[1]),
  ] as const;
  const tests = [
    sumOf(runners, ({ passed }) => passed),
    sumOf(runners, ({ failed }) => failed),
  ] as const;
  return [
    ` Test Files  ${runnersWords(files)}`,
    `      Tests  ${runnersWords(tests)}`,
    '',
    `${sumOf(ended, ({ passed }) => passed)} passed, ${sumOf(ended, ({ failed }) => failed)} failed`,
  ].join('\n');
}

function runnersWords([passed, failed]: readonly [number, number]): string {
  const bad = failed > 0 ? `${failed} failed | ` : '';
  return `${bad}${passed} passed (${passed + failed})`;
}

function sumOf(ended: readonly Ended[], numberOf: (one: Ended) => number): number {
  return ended.reduce((sum, one) => sum + numberOf(one), 0);
}

function secondsSince(begun: number): number {
  return (Date.now() - begun) / 1000;
}

function write(text: string): void {
  process.stdout.write(`${text}\n`);
}

await main();
