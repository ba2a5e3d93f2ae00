// What a list would bring, without a browser: the readers and the plan of the app, several files
// one after another into one shop. `npm run look-at -- FILE [FILE …] [--answers FILE.json]
// [--json]`.
import { openAsBlob, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { currencyCalled } from '../src/domain/shop/money.ts';
import { importProblemSentence, rowProblemSentence } from '../src/i18n/import-problems.ts';
import { dayFrom, type Day } from '../src/lib/day.ts';
import { toLocalTime } from '../src/lib/time-zone.ts';
import { answersFrom, type FileAnswers } from './look-at/answers.ts';
import { lookAtFile, type LookedAtFile } from './look-at/look-at-file.ts';
import { MemoryShop } from './look-at/memory-shop.ts';

const usage =
  'npm run look-at -- FILE [FILE …] [--answers FILE.json] [--json] [--zone ZONE] [--currency CODE] [--today DAY]';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      answers: { type: 'string' },
      json: { type: 'boolean' },
      zone: { type: 'string', default: 'Europe/London' },
      currency: { type: 'string' },
      today: { type: 'string' },
    },
  });
  if (positionals.length === 0) return refuse(usage);
  const answers = answersFrom(
    values.answers === undefined ? '{}' : readFileSync(values.answers, 'utf8'),
  );
  const shop = new MemoryShop({
    zone: values.zone,
    today: dayFrom(values.today ?? '') ?? todayIn(values.zone),
    currency: currencyCalled(values.currency ?? 'GBP'),
    isCurrencyFixed: values.currency !== undefined,
  });
  const files: LookedAtFile[] = [];
  for (const [place, path] of positionals.entries()) {
    const looked = await lookAt(path, answers(basename(path), place), shop);
    if (looked === null) return;
    files.push(looked);
  }
  const seen = { files, shop: shop.counts() };
  write(values.json === true ? JSON.stringify(seen, null, 2) : textOf(files, shop));
}

async function lookAt(
  path: string,
  answers: FileAnswers,
  shop: MemoryShop,
): Promise<LookedAtFile | null> {
  const file = new File([await openAsBlob(path)], basename(path));
  const looked = await lookAtFile(file, answers, shop);
  if (looked.ok) return looked.value;
  refuse(`${basename(path)}: ${importProblemSentence(looked.problem)}`);
  return null;
}

function todayIn(zone: string): Day {
  return toLocalTime(Date.now(), zone).day;
}

function textOf(files: readonly LookedAtFile[], shop: MemoryShop): string {
  const { people, visits, visitsWithoutName } = shop.counts();
  return [
    ...files.map(fileText),
    `Shop: ${people} people, ${visits} visits, ${visitsWithoutName} of them without a name`,
  ].join('\n\n');
}

function fileText(file: LookedAtFile): string {
  const { name, kind, encoding, headingRow, rows, people, visits, sum, problems } = file;
  const columns = file.columns
    .filter(({ meaning }) => meaning !== 'skip')
    .map(({ heading, meaning }) => `  ${heading} → ${meaning}`);
  return [
    `${name}: ${kind}, ${encoding ?? 'no encoding'}, headings in row ${headingRow ?? '–'}`,
    ...columns,
    `${rows} lines → ${people.length} people, ${visits.length} visits, sum ${sum}`,
    ...file.questions.map((question) => `Asked: ${JSON.stringify(question)}`),
    ...problems.map(rowProblemSentence),
  ].join('\n');
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
}

function write(text: string): void {
  process.stdout.write(`${text}\n`);
}

await main();
