// Lists of every shape and with anything in their cells: each is read or refused in words, nothing
// is thrown, and nothing in it reaches the objects of the program.
import { setImmediate as yieldNow } from 'node:timers/promises';
import { seededRandom, type Random } from '../../src/lib/seeded-random.ts';
import { inspected, planned } from '../../test/support/files/read-list.ts';
import { Count, type Campaign } from './campaign.ts';
import { prototypes } from './mutated-backups.ts';

export const generatedLists: Campaign = {
  name: 'lists',
  where: 'here',
  async run({ length, report }) {
    const count = new Count('generated lists');
    const tries = length === 'long' ? 10_000 : 500;
    const random = seededRandom('generated lists');
    const untouched = prototypes();
    for (let turn = 0; turn < tries; turn += 1) {
      readOne(count, listText(random));
      if (turn % 50 === 0) await yieldNow();
      if (turn % 2_500 === 2_499) report(`${turn + 1} lists`);
    }
    if (prototypes() !== untouched) count.addBroken('a name in a list reached the prototypes');
    return [count.tally()];
  },
};

function readOne(count: Count, text: string): void {
  count.tries += 1;
  try {
    const profile = inspected(text);
    if (profile.ok) planned(text);
    count.recovered += 1;
  } catch (error) {
    count.addBroken(`${String(error)} at ${JSON.stringify(text.slice(0, 200))}`);
  }
}

const headings = [
  'Name',
  'Customer',
  'First Name',
  'Phone',
  'Email',
  'Date',
  'Time',
  'Amount',
  'Total',
  'Birthday',
  'Note',
  'id',
  '__proto__',
  'constructor',
  '',
];

const cells: readonly ((random: Random) => string)[] = [
  () => '',
  () => 'Mrs Khan',
  () => '__proto__',
  () => '=HYPERLINK("http://example.org","x")',
  () => '=1+1\nx',
  () => "'+44 20 7946 0018",
  () => '<img src=x onerror=alert(1)>',
  () => '2026-02-30',
  () => '31.12.2025',
  () => '12/31/25 11:59 PM',
  () => '1e999',
  () => '1.234.567,89 €',
  () => '-18,40',
  () => '\u202e\u0000\ufeff',
  () => '"',
  () => '""',
  () => 'x'.repeat(3_000),
  (random) => String(Math.floor(random() * 1e6)),
  (random) => `2026-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
  (random) =>
    String.fromCharCode(...Array.from({ length: 8 }, () => Math.floor(random() * 65_535))),
];

function listText(random: Random): string {
  const separator = pick(random, [',', ';', '\t', '|', ' ']);
  const ending = pick(random, ['\n', '\r\n', '\r']);
  const columns = 1 + Math.floor(random() * 8);
  const rows = Math.floor(random() * 25);
  const lineOf = (cell: () => string, width: number): string =>
    Array.from({ length: width }, () => quoted(cell(), separator, random)).join(separator);
  const head = random() < 0.8 ? [lineOf(() => pick(random, headings), columns)] : [];
  const body = Array.from({ length: rows }, () =>
    lineOf(
      () => pick(random, cells)(random),
      random() < 0.9 ? columns : 1 + Math.floor(random() * 12),
    ),
  );
  const text = [...head, ...body].join(ending);
  return random() < 0.1 ? text.slice(0, Math.floor(random() * text.length)) : text;
}

// Mostly as it should be, and now and then not.
function quoted(cell: string, separator: string, random: Random): string {
  if (random() < 0.05) return cell;
  const isPlain = !cell.includes(separator) && !/["\r\n]/.test(cell);
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}

function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new RangeError('Nothing to choose from.');
  return found;
}
