// Carries out the recipe "Add a text field to a customer" of CONTRIBUTING.md in a copy of the code,
// and has the copy checked and tested: what the page says is enough, or this fails.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { versions } from '../src/schema/versions.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const copy = join(root, '.cache/recipe');

/** One edit: `line` goes before or after the only place in `file` where `at` stands. */
interface Edit {
  readonly file: string;
  readonly at: string;
  readonly line: string;
  readonly where: 'before' | 'after';
}

const indexes = 'reachIndexes';

const edits: readonly Edit[] = [
  {
    file: 'src/domain/customers/customer.ts',
    at: '  note: paragraphs,\n',
    line: '  workplace: text,\n',
    where: 'after',
  },
  {
    file: 'src/schema/rows/customer-row.ts',
    at: '  note: text,\n',
    line: '  workplace: text,\n',
    where: 'after',
  },
  {
    file: 'src/schema/migrate-row.ts',
    at: "  { to: 5, table: 'settings', migrate: withOffers },\n",
    line: "  { to: 6, table: 'customers', migrate: addFields({ workplace: '' }) },\n",
    where: 'after',
  },
  {
    file: 'src/schema/versions.ts',
    at: '];\n',
    line: `  // Customers have a workplace.\n  { number: 6, indexes: ${indexes} },\n`,
    where: 'before',
  },
  {
    file: 'test/house/schema-fingerprints.json',
    at: '"\n}',
    line: `",\n  "6": "${fingerprint()}`,
    where: 'before',
  },
  {
    file: 'src/app/customers/form/customer-form.ts',
    at: "'cue', 'note'",
    line: ", 'workplace'",
    where: 'after',
  },
  {
    file: 'src/i18n/messages/en/people.json',
    at: '  "people_title": "People",\n',
    line: '  "customer_workplace": "Works at",\n',
    where: 'after',
  },
  {
    file: 'src/ui/screens/edit-customer/customer-fields.tsx',
    at: "          {...text('cue')}\n        />\n",
    line: "        <TextField label={m.customer_workplace()} maxLength={120} {...text('workplace')} />\n",
    where: 'after',
  },
  {
    file: 'src/ui/screens/held/person-lines.ts',
    at: '    cue: text(m.customer_form_cue),\n',
    line: '    workplace: text(m.customer_workplace),\n',
    where: 'after',
  },
];

const tests = ['test/schema', 'test/domain', 'test/formats/backup', 'test/app/backup'];

function main(): void {
  checkPage();
  copyTree();
  for (const edit of edits) carryOut(edit);
  run('tsx', 'scripts/messages.ts');
  run('tsc');
  run('vitest', 'run', '--maxWorkers=2', '--project', 'pure', '--project', 'app', ...tests);
  run('vitest', 'run', '--project', 'house', 'test/house/versions.test.ts');
  rmSync(copy, { recursive: true });
  process.stdout.write(`The recipe holds: ${edits.length} edits.\n`);
}

/** The page names the files of these edits, in this order, and no other. */
function checkPage(): void {
  const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const named = [...page.matchAll(/^\d\. `((?:src|test)\/[^`]+)`/gm)].map(([, file]) => file);
  const wanted = edits.map(({ file }) => file);
  if (named.join() !== wanted.join())
    throw new Error(
      `CONTRIBUTING.md says\n${named.join('\n')}\nbut it takes\n${wanted.join('\n')}`,
    );
}

function copyTree(): void {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim();
  for (const file of files.split('\n')) cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
}

function carryOut({ file, at, line, where }: Edit): void {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  const [before, after, ...more] = text.split(at);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${file} does not have ${JSON.stringify(at)} once`);
  const [first, second] = where === 'before' ? [line, at] : [at, line];
  writeFileSync(path, before + first + second + after);
}

/** What `test/house/versions.test.ts` prints for a version 6 with the indexes of version 5. */
function fingerprint(): string {
  const latest = versions.at(-1)?.indexes ?? {};
  const tables = Object.entries(latest).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([6, tables]))
    .digest('hex');
}

function run(program: string, ...words: readonly string[]): void {
  execFileSync(join(root, 'node_modules/.bin', program), words, { cwd: copy, stdio: 'inherit' });
}

main();
