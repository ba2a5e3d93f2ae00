import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { byFactTable, factTables } from '#schema/tables.ts';
import { isInVersion, schemaVersion } from '#schema/versions.ts';
import { rowRulesFor } from '#formats/backup/row-rules.ts';
import { backupReader, maxLineLength } from '#formats/backup/reader.ts';
import { backupFileName } from '#formats/backup/file-name.ts';
import { dayFrom } from '#lib/day.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import { sha256Stream } from '#platform/crypto/sha256-stream.ts';
import { backupText, readBackupText, type LooseFacts } from '../../support/files/backup-text.ts';
import { anyFacts } from '../../support/shops/fact-rows.ts';
import { runs } from '../../support/values/runs.ts';

const [facts] = fc.sample(anyFacts, { numRuns: 1, seed: 7 });
if (facts === undefined) throw new Error('nothing drawn');
const whole = backupText(facts);

describe('a backup', () => {
  it('is read as it was written, in chunks of any length', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 3000 }), (facts, length) => {
        const read = readBackupText(backupText(facts), length);
        expect(read.ok && read.value.facts).toEqual(facts);
        expect(read.ok && read.value.contents.skippedRows).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('is checked while it is written: whether a reader accepts it, and which rows it skips', () => {
    const anyDamage = fc.record({
      table: fc.constantFrom(...factTables),
      row: fc.constantFrom<unknown>(
        null,
        {},
        { id: 'x' },
        { id: [[[[[1]]]]] },
        { id: [[[[1]]]] },
        Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`name ${index}`, 1])),
        { note: 'x'.repeat(maxLineLength) },
      ),
      promised: fc.boolean(),
    });
    fc.assert(
      fc.property(anyFacts, fc.option(anyDamage), (facts, damage) => {
        const counts = byFactTable((table) => facts[table].length);
        const rows: LooseFacts =
          damage === null
            ? facts
            : { ...facts, [damage.table]: [...facts[damage.table], damage.row] };
        if (damage?.promised === true) counts[damage.table] += 1;
        const rowRules = rowRulesFor({ schema: schemaVersion, counts });
        for (const table of factTables)
          rowRules.check(
            table,
            rows[table],
            rows[table].map((row) => JSON.stringify(row)).join('\n'),
          );
        const read = readBackupText(backupText(rows, { counts }), 2_000_000);
        expect(rowRules.isAccepted()).toBe(read.ok);
        if (read.ok) expect(rowRules.skippedRows()).toBe(read.value.contents.skippedRows);
      }),
      { numRuns: runs(70, 200) },
    );
  });

  it.each([1, 2, 3, 4])('of version %i stays readable for ever', (version) => {
    const read = readBackupText(readFileSync(`test/fixtures/copy-v${version}.ndjson`, 'utf8'));
    expect(read.ok && read.value.contents.head.schema).toBe(version);
    expect(read.ok && read.value.contents.head.shop).toBe('test-shop');
    expect(read.ok && read.value.contents.skippedRows).toBe(0);
    expect(read.ok && read.value.facts.settings[0]).toMatchObject({
      shopName: 'Pell & Daughter',
      holdOut: false,
    });
    for (const table of factTables.filter((each) => isInVersion(each, version)))
      expect(read.ok && read.value.facts[table].length, table).toBeGreaterThan(0);
  });

  it('is refused wherever it is cut', () => {
    const random = seededRandom('cuts');
    for (let cut = 0; cut < 200; cut += 1) {
      const length = Math.floor(random() * (whole.length - 1));
      expect(readBackupText(whole.slice(0, length)).ok, `cut at ${length}`).toBe(false);
    }
  });

  it('is refused whichever letter is changed', () => {
    const random = seededRandom('flips');
    for (let flip = 0; flip < 200; flip += 1) {
      const place = Math.floor(random() * whole.length);
      const letter = whole.charCodeAt(place) ^ (1 << Math.floor(random() * 7));
      const changed = whole.slice(0, place) + String.fromCharCode(letter) + whole.slice(place + 1);
      expect(readBackupText(changed).ok, `changed at ${place}`).toBe(false);
    }
  });

  it.each([
    ['nothing', '', 'not-a-backup'],
    ['a table', 'name,amount\nTom,3\n', 'not-a-backup'],
    ['some other JSON', '{"t":"head","fmt":"other","v":1}\n', 'not-a-backup'],
    ['a list', '[1,2,3]\n', 'not-a-backup'],
    ['one endless line', 'x'.repeat(maxLineLength + 1), 'not-a-backup'],
    ['a backup of a later version', whole.replace('"v":1', '"v":2'), 'newer-backup'],
    ['a backup of later tables', whole.replace(/"schema":\d+/, '"schema":99'), 'newer-backup'],
    [
      'a backup without its end',
      whole.split('\n').slice(0, -2).join('\n') + '\n',
      'truncated-backup',
    ],
    ['a backup with something after it', `${whole}{}\n`, 'corrupt-backup'],
    ['a backup whose end has no line end', whole.trimEnd(), 'truncated-backup'],
    ['two backups in one', whole + whole, 'corrupt-backup'],
    ['a backup with another row', insert(whole, '{"t":"perks","r":{}}'), 'corrupt-backup'],
    ['a backup with an unknown table', insert(whole, '{"t":"cats","r":{}}'), 'corrupt-backup'],
    ['a backup with a deep line', insert(whole, '{"t":[[[[[[[1]]]]]]]}'), 'corrupt-backup'],
  ])('is refused with its reason: %s', (_what, text, kind) => {
    const read = readBackupText(text);
    expect(read.ok ? 'accepted' : read.problem.kind).toBe(kind);
  });

  it('is refused when its head promises other rows', () => {
    const read = readBackupText(backupText(facts, { counts: byFactTable(() => 1000) }));
    expect(read.ok ? 'accepted' : read.problem.kind).toBe('corrupt-backup');
  });

  it('is refused without a shop in it', () => {
    const read = readBackupText(backupText({ ...facts, settings: [] }));
    expect(read.ok ? 'accepted' : read.problem.kind).toBe('no-shop-in-backup');
  });

  it('skips a damaged row of a whole file and reports it', () => {
    const broken = { customerId: 'a', day: 'yesterday', marks: [] };
    const read = readBackupText(backupText({ ...facts, erasures: [broken] }));
    expect(read.ok && read.value.contents.skippedRows).toBe(1);
    expect(read.ok && read.value.contents.firstFault).toMatchObject({
      table: 'erasures',
      path: 'day',
    });
    expect(read.ok && read.value.facts.customers).toEqual(facts.customers);
  });

  it('never changes what every object has', () => {
    const line = '{"t":"perks","__proto__":{"polluted":1},"r":{"__proto__":{"polluted":1}}}';
    readBackupText(insert(whole, line));
    const reader = backupReader(sha256Stream());
    reader.push('{"__proto__":{"polluted":1},"t":"head","fmt":"regulars-copy","v":1,"schema":1}\n');
    expect('polluted' in {}).toBe(false);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('the name of the file', () => {
  const day = dayFrom('2026-11-21');
  if (day === undefined) throw new Error('a day');
  it.each([
    ['Pell & Daughter', 'regulars-pell-daughter-2026-11-21T1830.regulars'],
    ['Café Łoś', 'regulars-cafe-los-2026-11-21T1830.regulars'],
    ['../../etc', 'regulars-etc-2026-11-21T1830.regulars'],
    ['', 'regulars-shop-2026-11-21T1830.regulars'],
    ['肉屋', 'regulars-shop-2026-11-21T1830.regulars'],
  ])('says the shop and the minute: %s', (shop, name) => {
    expect(backupFileName(shop, { day, minute: 18 * 60 + 30 })).toBe(name);
  });
});

function insert(text: string, line: string): string {
  const lines = text.split('\n');
  return [...lines.slice(0, -2), line, ...lines.slice(-2)].join('\n');
}
