// Measures the built app at three sizes of shop, each row beside a reference taken in the same run
// on the same page. See bench/README.md.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { sizes, type Size } from './fill-order.ts';
import type { Measured } from './measured.ts';
import { rows, type RowContext } from './rows/rows.ts';
import { openShopProfile, type ShopProfile } from './shop-browser.ts';
import { openSite, type Site } from './site.ts';
import { withTimeout } from './steps.ts';
import { growthOf, growthTable, tableOf } from './table.ts';

const usage = `npm run bench [-- --size s|m|l] [--json FILE] [--throttle N] [--only ROW,ROW]
  rows: ${Object.keys(rows).join(', ')}`;

interface Order {
  readonly sizes: readonly Size[];
  readonly only: readonly string[] | undefined;
  readonly throttle: number | undefined;
  readonly json: string | undefined;
}

/**
 * Rows with a goal in milliseconds: those are judged on a page slowed down like a tablet, whatever
 * this machine is.
 */
const judgedSlowed: readonly string[] = ['start', 'search', 'tap'];
const tabletThrottle = 4;
/** A row that has said nothing for so long is given up, and the next one begins. */
const timeoutMs = 600_000;

async function main(): Promise<void> {
  const order = orderFrom(process.argv.slice(2));
  const site = await openSite();
  const all: Measured[] = [];
  try {
    for (const size of order.sizes) await measureSize(site, { size, order, all });
  } finally {
    await site.server.stop();
  }
  const growth = growthIn(all);
  print(`\n${tableOf(all)}`);
  if (growth.length > 0) print(`\n${growthTable(growth)}`);
  print(`\n${machine()}, ${new Date().toISOString().slice(0, 16)}`);
}

interface Round {
  readonly size: Size;
  readonly order: Order;
  /** All that was measured so far; each row is added as soon as it is done. */
  readonly all: Measured[];
}

async function measureSize(site: Site, round: Round): Promise<void> {
  const copies: ShopProfile[] = [];
  try {
    for (const size of ['empty', round.size] as const)
      copies.push(await openShopProfile(site, size, print));
    const [empty, shop] = copies;
    if (empty !== undefined && shop !== undefined) await measureRows(round, { shop, empty });
  } catch (error) {
    failed(`${round.size}: could not be opened`, error);
  } finally {
    for (const copy of copies) copy.remove();
  }
}

async function measureRows(
  { size, order, all }: Round,
  { shop, empty }: Pick<RowContext, 'shop' | 'empty'>,
): Promise<void> {
  for (const [name, row] of Object.entries(rows)) {
    if (order.only !== undefined && !order.only.includes(name)) continue;
    for (const throttle of throttlesOf(name, order)) {
      const begun = Date.now();
      try {
        const found = await withTimeout(timeoutMs, row({ size, throttle, shop, empty }));
        all.push(...found.map((each) => ({ ...each, throttle })));
      } catch (error) {
        failed(`${size} ${name}: could not be measured`, error);
        await Promise.all([shop.closeBrowser(), empty.closeBrowser()]);
      }
      print(`  ${size} ${name} (${throttle} ×): ${Math.round((Date.now() - begun) / 1_000)} s`);
      saveResults(order, all);
    }
  }
}

function throttlesOf(name: string, { throttle }: Order): readonly number[] {
  if (throttle !== undefined) return [throttle];
  return judgedSlowed.includes(name) ? [1, tabletThrottle] : [1];
}

// After each row: what was measured must outlive whatever goes wrong later.
function saveResults({ json }: Order, all: readonly Measured[]): void {
  if (json === undefined) return;
  const found = { machine: machine(), rows: all, growth: growthIn(all) };
  writeFileSync(json, `${JSON.stringify(found, null, 1)}\n`);
}

function growthIn(all: readonly Measured[]): ReturnType<typeof growthOf> {
  return new Set(all.map(({ size }) => size).filter((size) => size !== '-')).size > 1
    ? growthOf(all)
    : [];
}

function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`;
}

function failed(what: string, error: unknown): void {
  print(`  ${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exitCode = 1;
}

function orderFrom(words: readonly string[]): Order {
  const { values } = parseArgs({
    args: [...words],
    options: {
      size: { type: 'string' },
      json: { type: 'string' },
      throttle: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const throttle = values.throttle === undefined ? undefined : Number(values.throttle);
  if (throttle !== undefined && !(throttle >= 1))
    throw new Error(`No throttle: ${values.throttle}. ${usage}`);
  const only = values.only?.split(',');
  for (const name of only ?? [])
    if (rows[name] === undefined) throw new Error(`No row "${name}". ${usage}`);
  return {
    sizes: values.size === undefined ? ['s', 'm', 'l'] : [sizeFrom(values.size)],
    only,
    throttle,
    json: values.json,
  };
}

function sizeFrom(text: string): Size {
  for (const size of ['s', 'm', 'l'] as const) if (size === text) return size;
  throw new Error(`No size "${text}": ${Object.keys(sizes).join(', ')}. ${usage}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
