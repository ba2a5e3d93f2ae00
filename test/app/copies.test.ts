import { afterEach, describe, expect, it } from 'vitest';
import {
  bringBack,
  goBack,
  lookInside,
  prepareCopy,
  type BringingBack,
  type ReadyCopy,
} from '#app/copies.ts';
import { keptShops, lastCopy, type CopyKeeping } from '#app/copy-notes.ts';
import { restoredPrefix, tidyCopies } from '#app/copy-tidying.ts';
import { packBroken } from '#app/broken-copy.ts';
import { addCustomer, draftCustomer } from '#app/customers.ts';
import { finishForgetting, forgetCustomer } from '#app/forgetting.ts';
import { joinCustomers } from '#app/joins.ts';
import { draftVisit, recordVisit } from '#app/visits.ts';
import type { CopyProblem } from '#domain/copy-problem.ts';
import type { Customer } from '#domain/customer.ts';
import { addDays, dayFrom } from '#lib/day.ts';
import { byFactTable } from '#schema/tables.ts';
import { databaseNames, deleteDatabase, openDatabase, type ShopDexie } from '#storage/database.ts';
import type { Deps } from '#app/deps.ts';
import { copyTextOf } from '../support/copy-text.ts';
import { openTestShop, type TestClock } from '../support/test-shop.ts';
import { valueOf } from '../support/value-of.ts';

const zone = 'Europe/London';
const opened: ShopDexie[] = [];

afterEach(async () => {
  for (const db of opened.splice(0)) db.close();
  for (const name of await databaseNames()) await deleteDatabase(name);
});

describe('a copy of the shop', () => {
  it('holds everything: brought back, each row is as it was, also the derived ones', async () => {
    const shop = await busyShop();
    const keeping = keepingOf(shop);
    const before = await rowsOf(shop.db);
    const name = valueOf(await bringBack(keeping, shop, orderOf(await copyOf(shop))));
    const after = await rowsOf(await openShop(name));
    const { meta: metaBefore, ...factsBefore } = before;
    const { meta: metaAfter, ...factsAfter } = after;
    expect(factsAfter).toEqual(factsBefore);
    expect(before['histories']?.length).toBe(3);
    expect(before['days']?.length).toBe(2);
    expect(metaBefore).toMatchObject([{ deviceId: 'testtill', shopId: 'test-shop' }]);
    expect(metaAfter).toMatchObject([{ deviceId: 'testtill', shopId: 'test-shop' }]);
  });

  it('of a shop in which nothing ever happened is a copy too', async () => {
    const shop = await openTestShop();
    opened.push(shop.db);
    const name = valueOf(await bringBack(keepingOf(shop), shop, orderOf(await copyOf(shop))));
    const there = await openShop(name);
    expect(await there.settings.toArray()).toEqual(await shop.db.settings.toArray());
    expect(await there.visits.count()).toBe(0);
  });

  it('leaves the open shop as it was, down to the last row', async () => {
    const shop = await busyShop();
    const before = await rowsOf(shop.db);
    const copy = await copyOf(shop);
    await bringBack(keepingOf(shop), shop, orderOf(copy));
    expect(await rowsOf(shop.db)).toEqual(before);
  });

  it('gives stamps that come after all it has seen', async () => {
    const shop = await busyShop();
    const name = valueOf(await bringBack(keepingOf(shop), shop, orderOf(await copyOf(shop))));
    const here = await shop.db.meta.get('meta');
    const there = await (await openShop(name)).meta.get('meta');
    expect((there?.lastStamp ?? '') > (here?.lastStamp ?? '')).toBe(true);
  });

  it('says what is in it beside what is here', async () => {
    const shop = await busyShop();
    const copy = await copyOf(shop);
    shop.clock.advance(24 * 60 * 60 * 1000);
    const ben = valueOf(await addPerson(shop, 'Ben'));
    await visit(shop, ben);
    const view = valueOf(await lookInside(shop, copy.file, ignored));
    expect(view).toEqual({
      shopName: 'Pell & Daughter',
      madeAt: copy.madeAt,
      inside: { people: 3, visits: 4, lastDay: '2026-06-19' },
      here: { people: 4, visits: 5, lastDay: '2026-06-20' },
      onlyHere: { people: 1, visits: 1 },
      onlyThere: { people: 0, visits: 0 },
      lines: { fresh: 0, same: 9, changed: 0, conflict: 0 },
      isThisShop: true,
      leftOut: 0,
    });
  });

  it('never brings back somebody who was forgotten since', async () => {
    const shop = await busyShop();
    const copy = await copyOf(shop);
    const [tom] = await shop.db.customers.filter((card) => card.name === 'Tom R.').toArray();
    if (tom === undefined) throw new Error('Tom is a customer');
    const today = dayFrom('2026-06-19');
    if (today === undefined) throw new Error('a day');
    await forgetCustomer(shop, tom.id, today);
    await finishForgetting(shop, addDays(today, 31));
    const name = valueOf(await bringBack(keepingOf(shop), shop, orderOf(copy)));
    const back = await openShop(name);
    const rows = await rowsOf(back);
    expect(JSON.stringify(rows)).not.toContain('Tom R.');
    expect(await back.visits.count()).toBe(4);
    expect(await back.visits.filter((row) => row.customerId === tom.id).count()).toBe(0);
    expect(rows['erasures']).toEqual(await shop.db.erasures.toArray());
    expect((await back.days.toArray()).map((day) => day.unnamed)).toEqual([1, 1]);
  });

  it('leaves out visits of a list that was still being brought in', async () => {
    const shop = await busyShop();
    const visits = await shop.db.visits.toArray();
    const [first] = visits;
    if (first === undefined) throw new Error('a visit');
    const settings = await shop.db.settings.toArray();
    const importRow = {
      id: 'list',
      fileName: 'a.csv',
      fileHash: '',
      at: 0,
      rows: 1,
      people: 0,
      visits: 1,
      problems: [],
      problemCount: 0,
      finishedAt: null,
      undoneAt: null,
      made: first.made,
      edits: {},
    };
    const text = copyTextOf({
      ...noFacts,
      settings,
      imports: [importRow],
      visits: [{ ...first, importId: 'list' }, ...visits.slice(1)],
    });
    const name = valueOf(
      await bringBack(keepingOf(shop), shop, orderOf({ file: new Blob([text]) })),
    );
    const back = await openShop(name);
    expect(await back.visits.count()).toBe(visits.length - 1);
    expect(await back.imports.count()).toBe(0);
  });
});

describe('a bad file', () => {
  const zeros = new Uint8Array(1_000_000);
  const cases: readonly (readonly [string, CopyProblem['kind'], () => Promise<Blob> | Blob])[] = [
    ['an empty one', 'empty-copy', () => new Blob([])],
    ['a picture', 'not-a-copy', () => new Blob([new Uint8Array([137, 80, 78, 71, 0, 255, 254])])],
    ['a table', 'not-a-copy', () => new Blob(['name,amount\nTom,3\n'])],
    ['a packed table', 'not-a-copy', () => gzipped(new Blob(['name,amount\nTom,3\n']))],
    ['one that ends early', 'damaged-copy', async () => (await packedText()).slice(0, 400)],
    [
      '200 MB of nothing in 200 kB',
      'not-a-copy',
      () => gzipped(new Blob(Array.from({ length: 200 }, () => zeros))),
    ],
    [
      'lines without end',
      'swollen-copy',
      async () => gzipped(new Blob([await headOnly(), ...Array(1500).fill(longLine)])),
    ],
    [
      'one from a newer app',
      'newer-copy',
      async () => new Blob([(await plainText()).replace('"v":1', '"v":9')]),
    ],
    [
      'one with a changed letter',
      'damaged-copy',
      async () => new Blob([(await plainText()).replace('Tom R.', 'Tim R.')]),
    ],
    [
      'one without its end',
      'cut-copy',
      async () => new Blob([(await plainText()).split('\n').slice(0, -2).join('\n'), '\n']),
    ],
    ['200 MB', 'too-big-copy', hugeFile],
  ];

  it.each(cases)('is refused and changes nothing: %s', async (_what, kind, file) => {
    const shop = await busyShop();
    const keeping = keepingOf(shop);
    const before = await rowsOf(shop.db);
    const bad = await file();
    const names = await databaseNames();
    const looked = await lookInside(shop, bad, ignored);
    expect(looked.ok ? 'accepted' : looked.problem.kind).toBe(kind);
    const brought = await bringBack(keeping, shop, orderOf({ file: bad }));
    expect(brought.ok ? 'accepted' : brought.problem.kind).toBe(kind);
    expect(await rowsOf(shop.db)).toEqual(before);
    expect(await databaseNames()).toEqual(names);
    expect(keptShops(keeping)).toEqual([]);
  });
});

describe('bringing back', () => {
  it('that breaks off in the storage leaves the shop and nothing else', async () => {
    const shop = await busyShop();
    const before = await rowsOf(shop.db);
    const names = await databaseNames();
    const copy = await copyOf(shop);
    const put = IDBObjectStore.prototype.put;
    let puts = 0;
    IDBObjectStore.prototype.put = function failing(...args: Parameters<typeof put>) {
      puts += 1;
      if (puts > 5) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    };
    const brought = await bringBack(keepingOf(shop), shop, orderOf(copy)).finally(() => {
      IDBObjectStore.prototype.put = put;
    });
    expect(brought).toEqual({ ok: false, problem: { kind: 'storage-full' } });
    expect(await rowsOf(shop.db)).toEqual(before);
    expect(await databaseNames()).toEqual(names);
  });

  it('keeps the shop as it was, and goes back to it', async () => {
    const shop = await busyShop();
    const keeping = keepingOf(shop);
    const copy = await copyOf(shop);
    await addPerson(shop, 'Ben');
    const before = await rowsOf(shop.db);
    const name = valueOf(await bringBack(keeping, shop, orderOf(copy)));
    keeping.pointer.write({ shop: name, sample: null });
    expect(keptShops(keeping)).toEqual([{ database: shop.db.name, at: shop.clock.now() }]);
    expect(lastCopy(keeping.notes, name)).toMatchObject({
      at: 5,
      people: 1,
      visits: 2,
      stamp: expect.any(String),
    });

    const restored = { ...shop, db: await openShop(name) };
    shop.clock.advance(1000);
    valueOf(await goBack(keeping, restored, shop.db.name));
    keeping.pointer.write({ shop: shop.db.name, sample: null });
    expect(await rowsOf(shop.db)).toEqual(before);
    expect(keptShops(keeping)).toEqual([{ database: name, at: shop.clock.now() }]);
  });

  it('goes back without whoever was forgotten meanwhile', async () => {
    const shop = await busyShop();
    const keeping = keepingOf(shop);
    const name = valueOf(await bringBack(keeping, shop, orderOf(await copyOf(shop))));
    const restored = { ...shop, db: await openShop(name) };
    const [tom] = await restored.db.customers.filter((card) => card.name === 'Tom R.').toArray();
    const today = dayFrom('2026-06-19');
    if (tom === undefined || today === undefined) throw new Error('Tom is a customer');
    await forgetCustomer(restored, tom.id, today);
    await finishForgetting(restored, addDays(today, 31));
    valueOf(await goBack(keeping, restored, shop.db.name));
    expect(JSON.stringify(await rowsOf(shop.db))).not.toContain('Tom R.');
    expect(await shop.db.visits.count()).toBe(4);
    expect(await shop.db.erasures.toArray()).toEqual(await restored.db.erasures.toArray());
  });

  it('lets the replaced shop go after thirty days, never the current one', async () => {
    const shop = await busyShop();
    const keeping = keepingOf(shop);
    const name = valueOf(await bringBack(keeping, shop, orderOf(await copyOf(shop))));
    keeping.pointer.write({ shop: name, sample: null });
    shop.db.close();
    const days = (count: number): number => shop.clock.now() + count * 24 * 60 * 60 * 1000;
    await tidyCopies(keeping, days(29));
    expect(await databaseNames()).toContain(shop.db.name);
    await tidyCopies(keeping, days(30));
    expect(await databaseNames()).not.toContain(shop.db.name);
    expect(await databaseNames()).toContain(name);
    expect(keptShops(keeping)).toEqual([]);
  });

  it('that never ended is cleared away at the next start; a finished one and other shops stay', async () => {
    const shop = await busyShop();
    const keeping = keepingOf(shop);
    const finished = valueOf(await bringBack(keeping, shop, orderOf(await copyOf(shop))));
    const half = await openShop(`${restoredPrefix}half`);
    await half.settings.bulkPut(await shop.db.settings.toArray());
    half.close();
    (await openShop('regulars-just-made')).close();
    await tidyCopies(keeping, shop.clock.now());
    const names = await databaseNames();
    expect(names).not.toContain(`${restoredPrefix}half`);
    expect(names).toEqual(expect.arrayContaining([shop.db.name, finished, 'regulars-just-made']));
  });
});

describe('a copy saved while the app is broken', () => {
  it('holds whatever can be read, without the app opening the shop', async () => {
    const shop = await busyShop();
    const before = await rowsOf(shop.db);
    await shop.db.erasures.put(JSON.parse('{"customerId":"x","day":"broken"}'));
    shop.db.close();
    const rescued = valueOf(await packBroken(shop.db.name, shop.clock.now()));
    const fresh = await openTestShop();
    opened.push(fresh.db);
    const view = valueOf(await lookInside(fresh, rescued.file, ignored));
    expect(view).toMatchObject({
      shopName: 'Pell & Daughter',
      inside: { people: 3, visits: 4 },
      leftOut: 1,
    });
    const name = valueOf(await bringBack(keepingOf(fresh), fresh, orderOf(rescued)));
    const after = await rowsOf(await openShop(name));
    expect(after['visits']).toEqual(before['visits']);
    expect(after['histories']).toEqual(before['histories']);
  });

  it('is told apart from a shop that is not there, and makes none', async () => {
    const rescued = await packBroken('regulars-nowhere', 0);
    expect(rescued.ok).toBe(false);
    expect(await databaseNames()).not.toContain('regulars-nowhere');
  });
});

const longLine = `{"t":"perks","r":{"gives":"${'nothing at all '.repeat(700)}"}}\n`;

const noFacts = byFactTable(() => []);

type Shop = Deps & { readonly clock: TestClock };

/** Four people, two of them joined, four visits on two days. */
async function busyShop(): Promise<Shop> {
  const shop = await openTestShop();
  opened.push(shop.db);
  const tom = valueOf(await addPerson(shop, 'Tom R.'));
  const khan = valueOf(await addPerson(shop, 'Mrs Khan'));
  const older = valueOf(await addPerson(shop, 'Hana'));
  const newer = valueOf(await addPerson(shop, 'Hana (blue coat)'));
  await visit(shop, tom);
  await visit(shop, older);
  shop.clock.advance(24 * 60 * 60 * 1000);
  await visit(shop, newer);
  await visit(shop, null);
  valueOf(await joinCustomers(shop, older.id, newer.id));
  expect(khan.name).toBe('Mrs Khan');
  return shop;
}

function addPerson(shop: Shop, name: string): ReturnType<typeof addCustomer> {
  return addCustomer(shop, draftCustomer(shop, { name, zone }));
}

async function visit(shop: Shop, customer: Customer | null): Promise<void> {
  shop.clock.advance(60_000);
  const draft = draftVisit(shop, { customerId: customer?.id ?? null, kind: 'bought', zone });
  valueOf(await recordVisit(shop, draft));
}

function keepingOf(shop: Shop): CopyKeeping {
  const kept = new Map<string, string>();
  let pointer = { shop: shop.db.name as string | null, sample: null as string | null };
  return {
    pointer: {
      read: () => pointer,
      write(next) {
        pointer = { ...next };
      },
      seen: () => null,
      see: () => {},
      subscribe: () => () => {},
    },
    notes: {
      get: (key) => kept.get(key) ?? null,
      set: (key, text) => void kept.set(key, text),
      remove: (key) => void kept.delete(key),
      keys: () => [...kept.keys()],
    },
  };
}

async function copyOf(shop: Shop): Promise<ReadyCopy> {
  return valueOf(await prepareCopy(shop, ignored, new AbortController().signal));
}

function orderOf({ file }: { readonly file: Blob }): BringingBack {
  const view = { madeAt: 5, inside: { people: 1, visits: 2, lastDay: null } };
  return { file, view, onProgress: ignored };
}

function ignored(): void {}

async function openShop(name: string): Promise<ShopDexie> {
  const shop = await openDatabase(name, () => {});
  if (!shop.ok) throw new Error(shop.problem.kind);
  opened.push(shop.value);
  return shop.value;
}

async function rowsOf(db: ShopDexie): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = await Promise.all(
    db.tables.map(async (table): Promise<[string, readonly unknown[]]> => [
      table.name,
      await table.toArray(),
    ]),
  );
  return Object.fromEntries(tables);
}

async function packedText(): Promise<Blob> {
  return (await copyOf(await busyShop())).file;
}

async function plainText(): Promise<string> {
  const { file } = await copyOf(await busyShop());
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

async function headOnly(): Promise<string> {
  return `${(await plainText()).split('\n')[0] ?? ''}\n`;
}

function gzipped(blob: Blob): Promise<Blob> {
  return new Response(blob.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

function hugeFile(): Blob {
  const file = new Blob(['x']);
  Object.defineProperty(file, 'size', { value: 200_000_001 });
  return file;
}
