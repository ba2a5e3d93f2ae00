// Twenty tablets, a tap a second each, over the shop's own server: how long until another tablet
// has it in its database, beside the bare round trip and the bare acknowledgement of the same run.
// Two tablets are whole ones, on a made-up IndexedDB; the others seal, sign, send and hear with the
// app's own code in a thread of their own, without a database: here they share two cores with
// everybody. `npm run bench:tablets [-- --seconds N --tablets N]`.
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { addCustomer, draftCustomer } from '../src/app/customers/customers.ts';
import { draftVisit, recordVisit } from '../src/app/customers/visits.ts';
import { lastKey } from '../src/app/tablets/parcel-seal.ts';
import { requiredState } from '../src/app/tablets/tablet-context.ts';
import type { VisitId } from '../src/domain/visits/visit.ts';
import { CarriedShop } from '../scripts/faults/depot/carried-shop.ts';
import { ServerProcess } from '../scripts/faults/depot/server-process.ts';
import type { ShopTablet } from '../test/support/tablets/shop-tablets.ts';
import type { LightOrder, LightTablet } from './light-tablets.ts';

const { values } = parseArgs({
  options: {
    tablets: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '60' },
  },
});
const [count, seconds] = [Number(values.tablets), Number(values.seconds)];
const zone = 'Europe/London';
/** Who comes, by turns: nobody of a real shop comes ten times a minute. */
const people = 60;

interface Times {
  readonly roundTrip: number[];
  readonly across: number[];
  acknowledged: readonly number[];
}

async function main(): Promise<void> {
  const server = new ServerProcess();
  await server.start();
  const shop = await CarriedShop.open(server, count);
  const [first, second, ...others] = shop.tablets;
  if (first === undefined || second === undefined) throw new Error('At least two tablets');
  for (let index = 0; index < people; index += 1)
    await addCustomer(first.deps, draftCustomer(first.deps, { name: `P${index}`, zone }));
  shop.carry(first);
  shop.carry(second);
  await untilFilled(second);
  const times: Times = { roundTrip: [], acknowledged: [], across: [] };
  const like = await log(first);
  const until = Date.now() + seconds * 1_000;
  const [before, own] = [cpuMs(server.pid), process.cpuUsage()];
  await Promise.all([
    everySecond(until, 0, () => tapAcross(first, second, times)),
    everySecond(until, 0.5, () => tapAcross(second, first, times)),
    runOthers(server, { first, others, like, until }).then((all) => (times.acknowledged = all)),
    everySecond(until, 0.25, () => askBarely(server, times)),
  ]);
  const taps = times.across.length + times.acknowledged.length;
  const serverMs = cpuMs(server.pid) - before;
  const { user, system } = process.cpuUsage(own);
  const rows: readonly (readonly [string, string])[] = [
    ['taps', `${taps} on ${count} tablets in ${seconds} s`],
    ['bare round trip', percentiles(times.roundTrip)],
    ['parcel → acknowledged, on the disk', percentiles(times.acknowledged)],
    ['tap → in the other tablet’s database', percentiles(times.across)],
    ['server time a tap', `${(serverMs / taps).toFixed(2)} ms`],
    ['server memory', `${(residentKb(server) / 1_000).toFixed(0)} MB`],
    ['of one core: server', `${Math.round(serverMs / seconds / 10)} %`],
    ['of one core: all tablets', `${Math.round((user + system) / seconds / 10_000)} %`],
  ];
  for (const [what, figure] of rows) process.stdout.write(`${what.padEnd(40)}${figure}\n`);
  await shop.close();
  await server.clear();
}

async function untilFilled({ deps }: ShopTablet): Promise<void> {
  while ((await deps.db.customers.count()) < people) await wait(20);
}

async function everySecond(until: number, from: number, act: () => Promise<void>): Promise<void> {
  await wait(from * 1_000);
  while (Date.now() < until) {
    const begun = Date.now();
    await act();
    await wait(Math.max(0, 1_000 - (Date.now() - begun)));
  }
}

async function log({ deps }: ShopTablet): Promise<VisitId> {
  const all = await deps.db.customers.toCollection().primaryKeys();
  const customerId = all[Math.floor(Math.random() * all.length)] ?? null;
  const draft = draftVisit(deps, { customerId, kind: 'bought', zone });
  const logged = await recordVisit(deps, draft);
  if (!logged.ok) throw new Error(`Not logged: ${logged.problem.kind}`);
  return draft.id;
}

async function tapAcross(from: ShopTablet, to: ShopTablet, { across }: Times): Promise<void> {
  const begun = performance.now();
  const id = await log(from);
  while ((await to.deps.db.visits.get(id)) === undefined) await wait(2);
  across.push(performance.now() - begun);
}

interface Others {
  readonly first: ShopTablet;
  readonly others: readonly ShopTablet[];
  readonly like: VisitId;
  readonly until: number;
}

/** Gives how long each acknowledgement took. */
async function runOthers(
  { address }: ServerProcess,
  { first, others, like, until }: Others,
): Promise<readonly number[]> {
  const visit = await first.deps.db.visits.get(like);
  if (visit === undefined) throw new Error('It was logged');
  const customers = await first.deps.db.customers.toCollection().primaryKeys();
  const tablets = await Promise.all(others.map((each) => readLight(each)));
  const order: LightOrder = { address, tablets, like: visit, customers, until };
  const file = new URL('light-tablets.ts', import.meta.url).href;
  const thread = new Worker(threadCode, { eval: true, workerData: { file, ...order } });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

// A thread knows no TypeScript by itself.
const threadCode = `
  import('tsx/esm/api').then(({ register }) => {
    register();
    return import(require('node:worker_threads').workerData.file);
  });
`;

async function readLight({ tablets }: ShopTablet): Promise<LightTablet> {
  const { tablet, pass, keys, signingKey } = await requiredState(tablets);
  if (signingKey === undefined) throw new Error('It signs');
  return { tablet, pass, key: lastKey(keys), signingKey };
}

async function askBarely({ address }: ServerProcess, { roundTrip }: Times): Promise<void> {
  for (let time = 0; time < 5; time += 1) {
    const begun = performance.now();
    await (await fetch(`${address}/depot/health`)).text();
    roundTrip.push(performance.now() - begun);
  }
}

function percentiles(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (${times.length})`;
}

/** Clock ticks are hundredths of a second on Linux. */
function cpuMs(pid: number): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = rest.split(' ').map(Number);
  return ((fields[11] ?? 0) + (fields[12] ?? 0)) * 10;
}

function residentKb({ pid }: ServerProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

await main();
process.exit();
