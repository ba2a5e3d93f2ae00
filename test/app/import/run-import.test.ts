import { beforeEach, describe, expect, test } from 'vitest';
import { changeCustomer } from '#app/customers/change-customer.ts';
import type { Deps } from '#app/deps.ts';
import { recoverImports } from '#app/import/recover-imports.ts';
import { listImports } from '#app/import/run-import.ts';
import { suggestChoices } from '#app/import/column-mapping.ts';
import type {
  MappedFile,
  ImportPreview,
  ImportRequest,
  ParsedList,
} from '#app/import/import-types.ts';
import { loadSettings } from '#app/shop/settings.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import { customerIdFrom, isPresent, type Customer } from '#domain/customers/customer.ts';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import { importIdFrom, type ImportId } from '#domain/import/shop-import.ts';
import { visitIdFrom } from '#domain/visits/visit.ts';
import { mondayOf } from '#lib/day.ts';
import { ok } from '#lib/result.ts';
import { putImport } from '#storage/tables/imports.ts';
import { stageVisits } from '#storage/bulk/staging.ts';
import { readCustomerRows } from '#storage/tables/customer-rows.ts';
import { readVisitsOn } from '#storage/tables/visits.ts';
import { write } from '#storage/transaction.ts';
import type { MatchAnswers } from '#formats/lists/resolve-list.ts';
import { guessMapping } from '#formats/lists/inspect-list.ts';
import { expectHistoryLaw } from '../../support/recount/history-law.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

const apart: MatchAnswers = { all: 'apart', each: [] };
const twoPeople = `Name,Phone,Date,Amount
Mrs Khan,020 7946 0018,2026-05-01 10:15,18.40
Mrs Khan,,2026-05-08 10:20,17.00
Tom Reed,,2026-05-02,3.20
Tom Reed,,not a day,3.20
,,2026-05-03,2.00
`;

let deps: Awaited<ReturnType<typeof openTestShop>>;
beforeEach(async () => {
  deps = await openTestShop();
});

/** The value of a result that must be there. */
function file(text: string | Uint8Array<ArrayBuffer>, name = 'list.csv'): File {
  return new File([text], name);
}

const undecided = { encoding: null, sheet: null } as const;

async function read(list: File): Promise<ParsedList> {
  return valueOf(await deps.worker.ask({ kind: 'parse-list', file: list, open: undecided }));
}

async function chosen(text: string, name?: string): Promise<MappedFile> {
  const list = file(text, name);
  const reading = await read(list);
  return { file: list, reading, choices: suggestChoices(reading) };
}

async function preview(text: string): Promise<ImportPreview> {
  return valueOf(await deps.worker.ask({ kind: 'preview-import', ...(await chosen(text)) }));
}

async function bringIn(text: string, answers: MatchAnswers = apart): Promise<ImportId> {
  const request: ImportRequest = { ...(await chosen(text)), answers };
  return valueOf(await deps.worker.ask({ kind: 'run-import', ...request })).id;
}

async function present(): Promise<readonly Customer[]> {
  return (await deps.db.customers.toArray()).filter(isPresent);
}

async function names(): Promise<readonly string[]> {
  return (await present()).map((customer) => customer.name).toSorted();
}

/** Everything in the shop's tables but what says when something was last written. */
async function everything({ db }: Deps): Promise<unknown> {
  const tables = db.tables.filter((table) => table.name !== 'meta');
  return Promise.all(tables.map(async (table) => [table.name, await table.toArray()]));
}

async function person(name: string): Promise<Customer> {
  const found = (await present()).find((customer) => customer.name === name);
  if (found === undefined) throw new Error(`Nobody is called ${name}`);
  return found;
}

describe('importing a file', () => {
  test('previews what it would add, and writes nothing', async () => {
    const before = await everything(deps);
    expect(await preview(twoPeople)).toMatchObject({
      people: 2,
      visits: 4,
      rows: 5,
      problemCount: 1,
      problems: [{ row: 5, column: 'Date', code: 'not-a-day', text: 'not a day' }],
      duplicates: [],
      knownPeople: 0,
      knownVisits: 0,
      firstDay: '2026-05-01',
      lastDay: '2026-05-08',
      sum: 4060,
      earlier: null,
    });
    expect(await everything(deps)).toEqual(before);
  });

  test('makes people, visits, histories and day rows that hold together', async () => {
    const id = await bringIn(twoPeople);
    expect(await names()).toEqual(['Mrs Khan', 'Tom Reed']);
    const visits = await deps.db.visits.toArray();
    expect(
      visits.map(({ day, minute, amount, importId }) => [day, minute, amount, importId]),
    ).toEqual([
      ['2026-05-01', 615, 1840, id],
      ['2026-05-08', 620, 1700, id],
      ['2026-05-02', null, 320, id],
      ['2026-05-03', null, 200, id],
    ]);
    expect(await person('Mrs Khan')).toMatchObject({
      phones: ['020 7946 0018'],
      addedOn: '2026-05-01',
    });
    await expectHistoryLaw(deps.db);
  });

  test('fixes the currency with the first amount', async () => {
    await bringIn(twoPeople);
    expect((await loadSettings(deps)).currencyFixed).toBe(true);
  });

  test('keeps a line of the import with its problems', async () => {
    await bringIn(twoPeople);
    expect(await listImports(deps)).toMatchObject([
      { fileName: 'list.csv', rows: 5, people: 2, visits: 4, problemCount: 1, undoneAt: null },
    ]);
  });

  test('reads other alphabets of bytes', async () => {
    const text = 'Name;Telefon\nFrau Groß;030 1\n';
    const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const wide = new Uint8Array(
      Uint16Array.from(`\uFEFF${text}`, (letter) => letter.charCodeAt(0)).buffer,
    );
    for (const bytes of [latin, wide, new TextEncoder().encode(`\uFEFF${text}`)]) {
      const list = file(bytes);
      const reading = await read(list);
      expect(guessMapping(reading.profile, true).columns[0]).toMatchObject({
        heading: 'Name',
        samples: ['Frau Groß'],
      });
    }
  });

  test('keeps numbers without names as names, keys and other names', async () => {
    await bringIn('customer,at,amount\n0007,2026-05-01T10:15,3\n');
    expect(await person('0007')).toMatchObject({ importKey: '0007', alsoCalled: ['0007'] });
  });

  test('stores names as they are, whatever they look like', async () => {
    const nasty = '<img src=x onerror=alert(1)>';
    await bringIn(`name,__proto__\n${nasty},{}\n=1+1,y\n`);
    expect(await names()).toEqual([nasty, '=1+1']);
  });
});

describe('the same file again', () => {
  test('is recognised, and refused while it is here', async () => {
    await bringIn(twoPeople);
    expect((await preview(twoPeople)).earlier).toMatchObject({ fileName: 'list.csv' });
    const again = await deps.worker.ask({
      kind: 'run-import',
      ...(await chosen(twoPeople, 'other name.csv')),
      answers: apart,
    });
    expect(again).toMatchObject({ ok: false, problem: { kind: 'already-imported' } });
    expect(await deps.db.visits.count()).toBe(4);
  });

  test('may be imported again once it was undone', async () => {
    const id = await bringIn(twoPeople);
    await deps.worker.ask({ kind: 'undo-import', id });
    await bringIn(twoPeople);
    expect(await names()).toEqual(['Mrs Khan', 'Tom Reed']);
    await expectHistoryLaw(deps.db);
  });
});

describe('undoing an import', () => {
  test('leaves nobody and nothing of it', async () => {
    const id = await bringIn(twoPeople);
    valueOf(await deps.worker.ask({ kind: 'undo-import', id }));
    expect(await names()).toEqual([]);
    expect((await deps.db.visits.toArray()).every((visit) => visit.voided)).toBe(true);
    expect(await deps.db.histories.count()).toBe(0);
    expect((await deps.db.days.toArray()).every((row) => row.bought === 0)).toBe(true);
    expect(await listImports(deps)).toMatchObject([{ undoneAt: deps.clock.now() }]);
    await expectHistoryLaw(deps.db);
  });

  test('keeps whoever visited since, without the visits of the file', async () => {
    const id = await bringIn(twoPeople);
    const tom = await person('Tom Reed');
    const tap = { customerId: tom.id, kind: 'bought', zone: 'Europe/London' } as const;
    valueOf(await recordVisit(deps, draftVisit(deps, tap)));
    valueOf(await deps.worker.ask({ kind: 'undo-import', id }));
    expect(await names()).toEqual(['Tom Reed']);
    const history = await deps.db.histories.get(tom.id);
    expect(history?.stamps).toHaveLength(1);
    await expectHistoryLaw(deps.db);
  });

  test('keeps whoever was edited since', async () => {
    const id = await bringIn(twoPeople);
    const khan = await person('Mrs Khan');
    valueOf(await changeCustomer(deps, khan.id, { cue: 'red bike' }));
    valueOf(await deps.worker.ask({ kind: 'undo-import', id }));
    expect(await names()).toEqual(['Mrs Khan']);
    await expectHistoryLaw(deps.db);
  });

  test('twice is once', async () => {
    const id = await bringIn(twoPeople);
    valueOf(await deps.worker.ask({ kind: 'undo-import', id }));
    const after = await everything(deps);
    valueOf(await deps.worker.ask({ kind: 'undo-import', id }));
    expect(await everything(deps)).toEqual(after);
  });
});

describe('people who might be one', () => {
  const second =
    'Customer ID,Name,Phone,Date\n9,Khan,+44 20 7946 0018,2026-06-01\n8,Tom Reed,,2026-06-02\n';

  test('are shown and stay two when the owner says so', async () => {
    await bringIn(twoPeople);
    const { duplicates } = await preview(second);
    expect(
      duplicates.map(({ imported, existing, fields }) => [imported.name, existing.name, fields]),
    ).toEqual([
      ['Khan', 'Mrs Khan', ['phone']],
      ['Tom Reed', 'Tom Reed', ['name']],
    ]);
    await bringIn(second);
    expect(await names()).toEqual(['Khan', 'Mrs Khan', 'Tom Reed', 'Tom Reed']);
  });

  test('become one when the owner says so, and two again when the import is undone', async () => {
    await bringIn(twoPeople);
    const before = await deps.db.histories.toArray();
    const [khan] = (await preview(second)).duplicates;
    if (khan === undefined) throw new Error('Nobody was offered');
    const id = await bringIn(second, {
      all: 'apart',
      each: [{ person: khan.person, answer: 'same' }],
    });
    expect(await names()).toEqual(['Mrs Khan', 'Tom Reed', 'Tom Reed']);
    const merged = await deps.db.histories.get((await person('Mrs Khan')).id);
    expect(merged?.stamps).toHaveLength(3);
    await expectHistoryLaw(deps.db);
    valueOf(await deps.worker.ask({ kind: 'undo-import', id }));
    expect(await deps.db.histories.toArray()).toEqual(before);
    await expectHistoryLaw(deps.db);
  });

  test('within one file are shown too', async () => {
    const twins = 'customer id,name\n1,Tom Reed\n2,tom reed\n';
    const [offer] = (await preview(twins)).duplicates;
    expect(offer).toMatchObject({ person: 1, other: { kind: 'listed', person: 0 } });
    if (offer === undefined) return;
    await bringIn(twins, { all: 'apart', each: [{ person: offer.person, answer: 'same' }] });
    expect(await names()).toEqual(['Tom Reed']);
    await expectHistoryLaw(deps.db);
  });

  test('numbers of the same till are the same people, unasked', async () => {
    const may = 'customer,at,amount\n1,2026-05-01,3\n2,2026-05-02,4\n';
    const june = 'customer,at,amount\n1,2026-05-01,3\n1,2026-06-01,5\n3,2026-06-02,4\n';
    await bringIn(may);
    expect(await preview(june)).toMatchObject({ knownPeople: 1, knownVisits: 1, duplicates: [] });
    const request: ImportRequest = { ...(await chosen(june)), answers: apart };
    const done = valueOf(await deps.worker.ask({ kind: 'run-import', ...request }));
    expect(done).toMatchObject({ people: 1, visits: 2, already: 1 });
    const history = await deps.db.histories.get((await person('1')).id);
    expect(history?.stamps).toHaveLength(2);
    await expectHistoryLaw(deps.db);
  });

  test('numbers of another till are other people, unless the owner says so', async () => {
    await bringIn('customer,at\n1,2026-05-01\n');
    const other = 'customer number,visit date\n1,2026-06-01\n';
    expect((await preview(other)).duplicates).toMatchObject([
      { fields: ['number'], answer: 'apart' },
    ]);
    await bringIn(other);
    expect(await names()).toEqual(['1', '1']);
  });
});

describe('an interrupted import', () => {
  const long = `customer,at\n${Array.from({ length: 4500 }, (_, index) => `${index % 50},2026-05-01T10:${String(index % 60).padStart(2, '0')}`).join('\n')}\n`;

  /** Lets the shop's storage fail after so many pieces of visits. */
  function failAfter(pieces: number): () => void {
    const { visits } = deps.db;
    let asked = 0;
    function plant(): void {
      asked += 1;
      if (asked > pieces) throw new DOMException('planted', 'QuotaExceededError');
    }
    visits.hook('creating', count);
    let rows = 0;
    function count(): void {
      rows += 1;
      if (rows % 2000 === 1) plant();
    }
    return () => visits.hook('creating').unsubscribe(count);
  }

  test('leaves the shop as it was when the storage is full', async () => {
    await bringIn(twoPeople);
    const before = await everything(deps);
    const request = { ...(await chosen(long)), answers: apart };
    const restore = failAfter(2);
    const outcome = await deps.worker.ask({ kind: 'run-import', ...request });
    restore();
    expect(outcome).toMatchObject({ ok: false });
    expect(await everything(deps)).toEqual(before);
  });

  test('is discarded at the next start', async () => {
    const id = await bringIn(twoPeople);
    const before = await everything(deps);
    const [row, visits] = [await deps.db.imports.get(id), await deps.db.visits.toArray()];
    if (row === undefined) throw new Error('Nothing was imported');
    // As a closed tab leaves it: the import started, some visits staged, nobody added and nothing
    // counted.
    const begun = importIdFrom('begun');
    await write(deps.db, deps.clock.now(), async (writer) => {
      await putImport(writer, { ...row, id: begun, finishedAt: null });
      const staged = visits.map((visit, index) => ({
        ...visit,
        id: visitIdFrom(`staged ${index}`),
        customerId: visit.customerId === null ? null : customerIdFrom('nobody yet'),
        importId: begun,
      }));
      await stageVisits(writer, staged);
      return ok(undefined);
    });
    expect(await listImports(deps)).toHaveLength(1);
    await recoverImports(deps);
    expect(await everything(deps)).toEqual(before);
  });

  test('is visible nowhere while it is staged, neither today nor on a customer’s page', async () => {
    const id = await bringIn('name,at\nMrs Khan,2026-05-01\n');
    const khan = (await person('Mrs Khan')).id;
    const [row, [visit]] = [await deps.db.imports.get(id), await deps.db.visits.toArray()];
    if (row === undefined || visit === undefined) throw new Error('Nothing was imported');
    const today = mondayOf(visit.day);
    const begun = { ...row, id: importIdFrom('begun'), finishedAt: null };
    const staged = { ...visit, id: visitIdFrom('staged'), day: today, importId: begun.id };
    await write(deps.db, deps.clock.now(), async (writer) => {
      await putImport(writer, begun);
      await stageVisits(writer, [staged]);
      return ok(undefined);
    });
    expect(await readVisitsOn(deps.db, today)).toEqual([]);
    expect((await readCustomerRows(deps.db, khan))?.visits).toEqual([visit]);
    await write(deps.db, deps.clock.now(), async (writer) => {
      await putImport(writer, { ...begun, finishedAt: deps.clock.now() });
      return ok(undefined);
    });
    expect(await readVisitsOn(deps.db, today)).toEqual([staged]);
    expect((await readCustomerRows(deps.db, khan))?.visits).toHaveLength(2);
  });

  test('an interrupted undo is finished at the next start', async () => {
    const id = await bringIn(long);
    const row = await deps.db.imports.get(id);
    valueOf(await deps.worker.ask({ kind: 'undo-import', id }));
    const visits = await deps.db.visits.toArray();
    await deps.db.visits.bulkPut(visits.slice(100).map((visit) => ({ ...visit, voided: false })));
    const undone = await deps.db.imports.get(id);
    if (row === undefined || undone === undefined) throw new Error('No import');
    await deps.db.imports.put({ ...undone, finishedAt: null });
    await recoverImports(deps);
    expect((await deps.db.visits.toArray()).every((visit) => visit.voided)).toBe(true);
    expect(await deps.db.imports.get(id)).toMatchObject({ finishedAt: deps.clock.now() });
  });
});

test('an import reports a problem when the storage does not answer', async () => {
  const list = await chosen(twoPeople);
  deps.db.close();
  const outcome = await deps.worker.ask({ kind: 'run-import', ...list, answers: apart });
  expect(outcome).toMatchObject({ ok: false, problem: { kind: 'storage-failed' } });
});

describe('what is no table', () => {
  const zeros = new Uint8Array(200_000_000);
  const cases: readonly (readonly [string, () => File, ImportProblem['kind']])[] = [
    ['an empty file', () => file(''), 'empty'],
    ['200 MB', () => file(zeros, 'big.csv'), 'too-big'],
    [
      'a broken workbook',
      () => file(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'list.xlsx'),
      'damaged-workbook',
    ],
    ['a picture', () => file(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0), 'list.csv'), 'picture'],
    ['bytes of anything', () => file(Uint8Array.of(65, 0, 7, 0, 0, 1, 2, 3), 'list.csv'), 'binary'],
    ['a card file without a card', () => file('BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n'), 'no-rows'],
    ['a web page', () => file('<!doctype html><table><tr><td>Tom</table>'), 'not-a-table'],
    ['a program’s data', () => file('[{"name":"Tom"}]'), 'json'],
    ['a letter', () => file('Dear Mrs Khan,\nthank you.\n\nYours\n'), 'not-a-table'],
    ['headings only', () => file('name,phone\n'), 'no-rows'],
  ];

  test.each(cases)('%s is refused and nothing is stored', async (_, make, kind) => {
    const before = await everything(deps);
    const outcome = await deps.worker.ask({ kind: 'parse-list', file: make(), open: undecided });
    expect(outcome).toMatchObject({ ok: false, problem: { kind } });
    expect(await everything(deps)).toEqual(before);
  });
});
