// Backups that somebody or something has written over, with a correct checksum: whatever stands in
// them, they are read or refused, nothing is thrown, and no name in them reaches the objects of the
// program.
import fc from 'fast-check';
import { setImmediate as yieldNow } from 'node:timers/promises';
import { seededRandom, type Random } from '../../src/lib/seeded-random.ts';
import {
  backupText,
  readBackupText,
  type LooseFacts,
} from '../../test/support/files/backup-text.ts';
import { anyFacts } from '../../test/support/shops/fact-rows.ts';
import { byFactTable, factTables } from '../../src/schema/tables.ts';
import { Count, type Campaign } from './campaign.ts';

export const mutatedBackups: Campaign = {
  name: 'mutated-backups',
  where: 'here',
  async run({ length, report }) {
    const count = new Count('mutated backups');
    const tries = length === 'long' ? 100_000 : 2_000;
    const random = seededRandom('mutated backups');
    const shops = fc.sample(anyFacts, { numRuns: 60, seed: 11 });
    const untouched = prototypes();
    for (let turn = 0; turn < tries; turn += 1) {
      const facts = shops[turn % shops.length];
      if (facts !== undefined) readOne(count, mutatedText(facts, random));
      if (turn % 500 === 0) await yieldNow();
      if (turn % 20_000 === 19_999) report(`${turn + 1} backups`);
    }
    if (prototypes() !== untouched) count.addBroken('a name in a file reached the prototypes');
    return [count.tally()];
  },
};

function readOne(count: Count, text: string): void {
  count.tries += 1;
  try {
    readBackupText(text, 1_500);
    count.recovered += 1;
  } catch (error) {
    count.addBroken(`${String(error)} at ${text.slice(0, 200)}`);
  }
}

/** What every object of the program inherits; a polluted one has more. */
export function prototypes(): string {
  return [Object.prototype, Array.prototype, Function.prototype, String.prototype]
    .map((each) => Reflect.ownKeys(each).map(String).join(','))
    .join(';');
}

function mutatedText(facts: LooseFacts, random: Random): string {
  const loose = random() < 0.8 ? mutatedRows(facts, random) : facts;
  const text = backupText(loose);
  return random() < 0.3 ? mutatedLines(text, random) : text;
}

function mutatedRows(facts: LooseFacts, random: Random): LooseFacts {
  const table = pick(random, factTables);
  return byFactTable((name) =>
    name === table ? facts[name].map((row) => mutatedValue(row, random, 0)) : facts[name],
  );
}

function mutatedValue(value: unknown, random: Random, depth: number): unknown {
  if (random() < 0.08) return pick(random, odd)(random);
  if (Array.isArray(value)) return value.map((each) => mutatedValue(each, random, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(() => random() > 0.04)
    .map(([key, each]) => [
      random() < 0.05 ? pick(random, names) : key,
      mutatedValue(each, random, depth + 1),
    ]);
  return Object.fromEntries(entries);
}

const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'id'];

const odd: readonly ((random: Random) => unknown)[] = [
  () => null,
  () => -0,
  () => 1e308,
  () => Number.MAX_SAFE_INTEGER,
  () => -1,
  () => 0.5,
  () => true,
  () => '',
  () => '__proto__',
  () => 'x'.repeat(5_000),
  () => '\u0000\u202e\ud800',
  () => [],
  () => ({}),
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  () => nested(12),
  (random) => Math.floor(random() * 1e15),
];

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)];
}

function mutatedLines(text: string, random: Random): string {
  const lines = text.split('\n');
  const place = Math.floor(random() * lines.length);
  const line = lines[place] ?? '';
  const changes: readonly (() => string[])[] = [
    () => lines.toSpliced(place, 1),
    () => lines.toSpliced(place, 0, line),
    () => lines.toSpliced(place, 1, line.slice(0, Math.floor(random() * line.length))),
    () => lines.toSpliced(place, 1, line.replace('{', '{"__proto__":{"polluted":1},')),
    () => lines.toSpliced(place, 0, '['.repeat(2_000)),
    () => lines.toSpliced(place, 0, '"'.padEnd(70_000, 'x')),
    () => lines.toReversed(),
  ];
  return pick(random, changes)().join('\n');
}

function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new RangeError('Nothing to choose from.');
  return found;
}
