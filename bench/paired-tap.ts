// A tap on a tablet that is connected to the shop's own server, beside one alone: the same build in
// the same browser, tap by tap in turns. `npm run bench:paired [-- --taps N]`; build first.
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { ServerProcess } from '../scripts/faults/depot/server-process.ts';
import { openContext } from '../test/support/browser/app-page.ts';
import { createShop, followTo, goTo, importList, key } from '../test/support/browser/shop-steps.ts';
import type { TapTimes } from './in-page/page-notes.ts';
import { median } from './measured.ts';
import { openSite } from './site.ts';
import { letters, pressLetter, tapNewVisitor, waitUntilReady, whileWatching } from './steps.ts';

const { values } = parseArgs({ options: { taps: { type: 'string', default: '60' } } });
const taps = Number(values.taps);
const restMs = 250;
/** The first ones warm the code up. */
const warmUp = 3;

async function main(): Promise<void> {
  const { inPage, server: site } = await openSite();
  await site.stop();
  const server = new ServerProcess();
  await server.start();
  const alone = await openTablet(server.address, inPage.notes);
  const paired = await openTablet(server.address, inPage.notes);
  await connect(paired, server.foundingWords);
  const times = { alone: noTimes(), paired: noTimes() };
  for (let index = 0; index < taps + warmUp; index += 1) {
    const pair = [
      [alone, times.alone],
      [paired, times.paired],
    ] as const;
    for (const [page, into] of index % 2 === 0 ? pair : pair.toReversed()) {
      const { painted, done } = await tap(page, index);
      if (index < warmUp) continue;
      into.painted.push(painted);
      into.done.push(done);
    }
  }
  for (const what of ['painted', 'done'] as const) {
    const [one, two] = [median(times.alone[what]), median(times.paired[what])];
    const figures = `alone ${one.toFixed(1)} ms, connected ${two.toFixed(1)} ms`;
    print(`tap → ${what}: ${figures}, ratio ${(two / one).toFixed(2)} (${taps} taps each)`);
  }
  print(`parcels on the server: ${await parcelsAt(server)}`);
  await Promise.all([alone, paired].map((page) => page.context().close()));
  await server.clear();
}

function noTimes(): { readonly painted: number[]; readonly done: number[] } {
  return { painted: [], done: [] };
}

/** A shop with two hundred people, at its Counter, that nobody has come to today. */
async function openTablet(address: string, notes: string): Promise<Page> {
  const { context, page } = await openContext(address);
  context.setDefaultTimeout(60_000);
  // What is evaluated in the page was compiled with names kept.
  await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  await context.addInitScript({ content: notes });
  await createShop(page, address);
  await followTo(page, '/shop/bring-in');
  await importList(page, { name: 'people.csv', text: peopleText() });
  await goTo(page, 'Counter');
  return page;
}

function peopleText(): string {
  const rows = Array.from({ length: 200 }, (_, index) => {
    const letter = letters[index % letters.length] ?? 'A';
    return `${letter}ea ${letter}${index}son`;
  });
  return ['Name', ...rows].join('\n');
}

async function connect(page: Page, words: string): Promise<void> {
  await followTo(page, '/shop/tablets');
  await page.getByLabel('The six words').fill(words);
  await key(page, 'Connect').click();
  await page.getByText('Connected. Add a tablet whenever you like.').waitFor();
  await goTo(page, 'Counter');
  await waitUntilReady(page);
}

async function tap(page: Page, index: number): Promise<TapTimes> {
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await pressLetter(page, letters[index % letters.length] ?? 'A');
  await page.locator('.letter-pad_typed').waitFor();
  await page.waitForTimeout(restMs);
  const times = await whileWatching(
    () => page.evaluate(() => notes.nextTap()),
    () => tapNewVisitor(page),
  );
  await page.waitForTimeout(restMs);
  return times;
}

async function parcelsAt({ address }: ServerProcess): Promise<number> {
  const health: unknown = await (await fetch(`${address}/depot/health`)).json();
  const isHealth = typeof health === 'object' && health !== null && 'parcels' in health;
  return isHealth ? Number(health.parcels) : 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
process.exit();
