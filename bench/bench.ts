// Measures the built app at three sizes of shop, each row beside a reference taken in the same run on the same page. See bench/README.md.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { sizes, type Size } from './fill-order.ts';
import type { Measured } from './measured.ts';
import { rows } from './rows/rows.ts';
import { copyOfShop, type ShopCopy } from './shop-browser.ts';
import { openSite, type Site } from './site.ts';
import { growthOf, growthTable, tableOf } from './table.ts';

const usage = `npm run bench [-- --size s|m|l] [--json FILE] [--throttle N] [--only ROW,ROW]
  rows: ${Object.keys(rows).join(', ')}`;

interface Order {
  readonly sizes: readonly Size[];
  readonly only: readonly string[] | undefined;
  readonly throttle: number;
  readonly json: string | undefined;
}

async function main(): Promise<void> {
  const order = orderFrom(process.argv.slice(2));
  const site = await openSite();
  const all: Measured[] = [];
  try {
    for (const size of order.sizes) all.push(...(await measureSize(site, size, order)));
  } finally {
    await site.server.stop();
  }
  const growth = order.sizes.length > 1 ? growthOf(all) : [];
  say(`\n${tableOf(all)}`);
  if (growth.length > 0) say(`\n${growthTable(growth)}`);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, throttle ${order.throttle}`;
  say(`\n${machine}, ${new Date().toISOString().slice(0, 16)}`);
  if (order.json !== undefined)
    writeFileSync(order.json, `${JSON.stringify({ machine, rows: all, growth }, null, 1)}\n`);
}

async function measureSize(site: Site, size: Size, order: Order): Promise<readonly Measured[]> {
  const found: Measured[] = [];
  const empty = await copyOfShop(site, 'empty', say);
  const wanted = Object.entries(rows).filter(
    ([name]) => order.only === undefined || order.only.includes(name),
  );
  let shop: ShopCopy | null = null;
  try {
    shop = await copyOfShop(site, size, say);
    for (const [name, row] of wanted) {
      const begun = Date.now();
      try {
        found.push(...(await row({ size, throttle: order.throttle, shop, empty })));
      } catch (error) {
        say(`  ${size} ${name}: could not be measured: ${String(error)}`);
        process.exitCode = 1;
      }
      say(`  ${size} ${name}: ${Math.round((Date.now() - begun) / 1_000)} s`);
    }
  } finally {
    shop?.remove();
    empty.remove();
  }
  return found;
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
  const throttle = Number(values.throttle ?? 1);
  if (!(throttle >= 1)) throw new Error(`No throttle: ${values.throttle}. ${usage}`);
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

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
