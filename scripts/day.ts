// Lives a whole day in the built app, in a real browser and through its own screens: brings a list
// of visits in, logs three visits, decides the week, prints the list, loses the network, and looks
// whether everything is still there. Any step that fails says why.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { addDays, dayFrom, type Day } from '../src/lib/day.ts';
import { namedList, type NamedList } from './day/named-list.ts';
import { openShopDay, type ShopDay } from './day/shop-page.ts';
import { importList, decideTheWeek, goOffline, logThreeVisits, printTheList } from './day/steps.ts';
import { builtApp } from './serve.ts';

const usage = 'npm run day -- FILE.csv [--today YYYY-MM-DD] [--out FOLDER]';

/** What a day is lived with. */
interface Order {
  readonly file: string;
  readonly list: NamedList;
  readonly today: Day;
  readonly out: string;
}

async function main(): Promise<void> {
  const order = orderFrom(process.argv.slice(2));
  mkdirSync(order.out, { recursive: true });
  say(
    `${basename(order.file)}: ${order.list.rows} rows, ${order.list.customers} customers; today is ${order.today}.`,
  );
  const day = await openShopDay(order);
  try {
    await live(day, order);
  } finally {
    await day.close();
  }
}

async function live(day: ShopDay, order: Order): Promise<void> {
  const imported = await importList(day, order);
  say(`Imported: ${imported}`);
  const before = await day.counts();
  const logged = await logThreeVisits(day);
  say(`Logged: ${logged.join(', ')}.`);
  const suggestions = await decideTheWeek(day);
  for (const each of suggestions) say(`  ${each.name}: ${each.gesture}. ${each.sentence}`);
  await printTheList(day);
  const counts = await day.counts();
  if (counts.customers !== before.customers + 1 || counts.visits !== before.visits + 3)
    throw new Error(
      `Expected one customer and three visits more than ${JSON.stringify(before)} and found ${JSON.stringify(counts)}.`,
    );
  await goOffline(day, counts);
  const complaints = day.complaints();
  if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join('; ')}`);
  writeFileSync(
    join(order.out, 'day.json'),
    `${JSON.stringify({ ...counts, suggestions }, null, 2)}\n`,
  );
  say(
    `${counts.customers} customers, ${counts.visits} visits, ${suggestions.length} suggestions. All still there without a network.`,
  );
  say(`Pictures, the PDF and day.json are in ${order.out}`);
}

function orderFrom(words: readonly string[]): Order {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { today: { type: 'string' }, out: { type: 'string' } },
  });
  const file = positionals[0];
  if (file === undefined) throw new Error(`Which list? ${usage}`);
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  if (!existsSync(join(builtApp, 'index.html')))
    throw new Error('The app is not built yet: npm run build');
  const list = namedList(readFileSync(file, 'utf8'));
  return { file, list, today: todayFrom(values.today, list), out: resolve(values.out ?? 'day') };
}

function todayFrom(text: string | undefined, list: NamedList): Day {
  const today = dayFrom(text ?? '');
  if (text !== undefined && today === undefined)
    throw new Error(`"${text}" is not a day. ${usage}`);
  const last = dayFrom(list.lastDay);
  if (last === undefined) throw new Error('The list has no day in it.');
  return today ?? addDays(last, 1);
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
