// Fault campaigns against the built app in a real browser: provokes what really happens to shops'
// tablets, and counts what was lost.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Campaign, Tally, Task } from './faults/campaign.ts';
import { connection } from './faults/connection.ts';
import { brokenBackups } from './faults/broken-backups.ts';
import { damage } from './faults/damage.ts';
import { days } from './faults/days.ts';
import { erase } from './faults/erase.ts';
import { kill } from './faults/kill.ts';
import { large } from './faults/large.ts';
import { generatedLists } from './faults/generated-lists.ts';
import { mutatedBackups } from './faults/mutated-backups.ts';
import { quota } from './faults/quota.ts';
import { requests } from './faults/requests.ts';
import { migration, restoring, switching } from './faults/kill-while-restoring.ts';
import { tablets } from './faults/tablets.ts';
import { tabs } from './faults/tabs.ts';
import { serveHarness } from './harness/browser.ts';

const campaigns: readonly Campaign[] = [
  kill,
  requests,
  connection,
  quota,
  damage,
  tabs,
  tablets,
  migration,
  restoring,
  switching,
  brokenBackups,
  large,
  mutatedBackups,
  generatedLists,
  erase,
  days,
];
const names = campaigns.map((campaign) => campaign.name);
const usage = `npm run faults -- [--long] [--only NAME[,NAME]], with the names ${names.join(' ')}`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { long: { type: 'boolean' }, only: { type: 'string' } },
  });
  const only = values.only?.split(',') ?? names;
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`No campaign ${unknown}. ${usage}`);
  // The browsers of a night have all that a tablet's have.
  if (values.long === true) process.env['LONG'] = '1';
  const wanted = campaigns.filter(({ name }) => only.includes(name));
  const tallies = await runAll(wanted, values.long === true ? 'long' : 'short');
  write(tableOf(tallies));
  const broken = tallies.flatMap((tally) => tally.broken);
  for (const line of broken.slice(0, 40)) write(`BROKEN  ${line}`);
  const held = tallies.filter((tally) => tally.broken.length === 0).length;
  write(`${held} passed, ${tallies.length - held} failed`);
  if (broken.length > 0) process.exitCode = 1;
}

// A night's run has one browser at a time, so that none disturbs another. The short one, which
// everybody waits for, has two: the promises must hold on a busy tablet too.
async function runAll(
  wanted: readonly Campaign[],
  length: Task['length'],
): Promise<readonly Tally[]> {
  const server = wanted.some(({ where }) => where === 'browser') ? await serveHarness() : null;
  try {
    const task = { length, address: server?.address ?? '' };
    const waiting = wanted.map((campaign, place) => ({ campaign, place }));
    const tallies: (readonly Tally[])[] = [];
    async function lane(): Promise<void> {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        tallies[next.place] = await tallied(next.campaign, task);
    }
    const lanes = length === 'long' ? 1 : Math.min(2, availableParallelism());
    await Promise.all(Array.from({ length: lanes }, lane));
    return tallies.flat();
  } finally {
    await server?.stop();
  }
}

async function tallied(campaign: Campaign, task: Omit<Task, 'report'>): Promise<readonly Tally[]> {
  const begun = Date.now();
  const say = (line: string): void => write(`  ${campaign.name}: ${line}`);
  const tallies = await campaign.run({ ...task, report: task.length === 'long' ? say : () => {} });
  write(`${campaign.name} took ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  return tallies;
}

function tableOf(tallies: readonly Tally[]): string {
  const head = ['fault', 'tries', 'acknowledged', 'lost', 'torn', 'recovered'];
  const rows = tallies.map((each) =>
    [each.fault, each.tries, each.acknowledged, each.lost, each.torn, each.recovered].map(String),
  );
  const widths = head.map((word, column) =>
    Math.max(word.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const lineOf = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return ['', lineOf(head), rule, ...rows.map(lineOf), ''].join('\n');
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
}
// A browser that a broken campaign left behind must not keep the run from ending.
process.exit();
