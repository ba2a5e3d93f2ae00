// Twenty tablets, a tap a second each, over the shop's own server: how long until another tablet
// has it in its database, beside the bare round trip and the bare acknowledgement of the same run.
// Two tablets are whole ones; the others note, seal and send with the app's own code and let go of
// what comes, for here they share two cores with everybody. `npm run bench:tablets [-- --seconds
// N]`.
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { draftVisit, recordVisit } from '../src/app/customers/visits.ts';
import { pushParcels } from '../src/app/tablets/push-parcels.ts';
import { sealChanges } from '../src/app/tablets/seal-changes.ts';
import { requiredState } from '../src/app/tablets/tablet-context.ts';
import type { VisitId } from '../src/domain/visits/visit.ts';
import { CarriedShop } from '../scripts/faults/depot/carried-shop.ts';
import { ServerProcess } from '../scripts/faults/depot/server-process.ts';
import type { ShopTablet } from '../test/support/tablets/shop-tablets.ts';

const { values } = parseArgs({
  options: {
    tablets: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '60' },
  },
});
const [count, seconds] = [Number(values.tablets), Number(values.seconds)];
const zone = 'Europe/London';

interface Times {
  readonly roundTrip: number[];
  readonly acknowledged: number[];
  readonly across: number[];
}

async function main(): Promise<void> {
  const server = new ServerProcess();
  await server.start();
  const shop = await CarriedShop.open(server, count);
  const [first, second, ...others] = shop.tablets;
  if (first === undefined || second === undefined) throw new Error('At least two tablets');
  shop.carry(first);
  shop.carry(second);
  await untilFilled(second);
  const control = new AbortController();
  for (const each of others) void hearOnly(each, control.signal);
  const times: Times = { roundTrip: [], acknowledged: [], across: [] };
  const before = cpuMs(server);
  const until = Date.now() + seconds * 1_000;
  await Promise.all([
    everySecond(until, 0, () => tapAcross(first, second, times)),
    everySecond(until, 0.5, () => tapAcross(second, first, times)),
    ...others.map((each, place) =>
      everySecond(until, place / others.length, () => tapAndSend(each, times)),
    ),
    everySecond(until, 0.25, () => askBarely(server, times)),
  ]);
  const taps = times.across.length + times.acknowledged.length;
  const serverMs = (cpuMs(server) - before) / taps;
  control.abort();
  const rows: readonly (readonly [string, string])[] = [
    ['taps', `${taps} on ${count} tablets in ${seconds} s`],
    ['bare round trip', percentiles(times.roundTrip)],
    ['parcel → acknowledged, on the disk', percentiles(times.acknowledged)],
    ['tap → in the other tablet’s database', percentiles(times.across)],
    ['server time a tap', `${serverMs.toFixed(2)} ms`],
    ['server memory', `${(residentKb(server) / 1_000).toFixed(0)} MB`],
  ];
  for (const [what, figure] of rows) process.stdout.write(`${what.padEnd(40)}${figure}\n`);
  await shop.close();
  await server.clear();
}

async function untilFilled({ deps }: ShopTablet): Promise<void> {
  while ((await deps.db.customers.count()) < 3) await wait(20);
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
  const [customer] = await deps.db.customers.toArray();
  const draft = draftVisit(deps, { customerId: customer?.id ?? null, kind: 'bought', zone });
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

async function tapAndSend(tablet: ShopTablet, { acknowledged }: Times): Promise<void> {
  await log(tablet);
  await sealChanges(tablet);
  const { tablet: own, carried } = await requiredState(tablet.tablets);
  const begun = performance.now();
  const sent = await pushParcels(tablet, { [own]: carried });
  if (!sent.ok) throw new Error(`Not sent: ${sent.problem}`);
  acknowledged.push(performance.now() - begun);
}

async function hearOnly({ tablets, line }: ShopTablet, signal: AbortSignal): Promise<void> {
  const { pass } = await requiredState(tablets);
  const request = { method: 'POST', path: 'line', pass, body: {} } as const;
  await line.listen(request, () => Promise.resolve(), signal);
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
function cpuMs({ pid }: ServerProcess): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = rest.split(' ').map(Number);
  return ((fields[11] ?? 0) + (fields[12] ?? 0)) * 10;
}

function residentKb({ pid }: ServerProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

await main();
process.exit();
