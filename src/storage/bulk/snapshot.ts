// Reads all facts of a shop as they were at one moment, page by page, for a backup. Must neither
// miss nor double a row while staff go on logging, nor make them wait for their "saved".

import {
  byFactTable,
  factTables,
  keyOfFact,
  type FactRows,
  type FactTable,
} from '#schema/tables.ts';
import type { ShopDexie } from '#storage/database.ts';

/** Takes the pages of one read. Must not wait: the read may be one transaction. */
export interface SnapshotSink {
  readonly page: <Name extends FactTable>(table: Name, rows: readonly FactRows[Name][]) => void;
  /** Awaited between pages outside of a transaction, so that a large shop is never in memory. */
  readonly flushed?: () => Promise<void>;
}

export type FactRowCounts = { readonly [Name in FactTable]: number };

const pageRows = 5_000;

/** Reads tried beside a busy Counter before one that makes it wait. */
const maxOptimisticReads = 3;

/**
 * Reads all facts into the sink that `open` makes. When something was written meanwhile, it starts
 * again with a fresh sink; after a few tries it reads in one transaction, for which writers wait.
 */
export async function readSnapshot<Sink extends SnapshotSink>(
  db: ShopDexie,
  open: (counts: FactRowCounts) => Sink,
): Promise<Sink> {
  for (let reading = 0; reading < maxOptimisticReads; reading += 1) {
    const before = await db.meta.get('meta');
    const sink = await readAll(db, open, (read) => read.flushed?.() ?? Promise.resolve());
    const after = await db.meta.get('meta');
    if (before?.lastStamp === after?.lastStamp) return sink;
  }
  // Dexie keeps a transaction alive over awaits only inside a function that is itself async.
  return db.transaction('r', db.tables, async () => {
    const sink = await readAll(db, open, undefined);
    return sink;
  });
}

async function countFacts(db: ShopDexie): Promise<FactRowCounts> {
  const counts = await Promise.all(
    tablesIn(db).map(async (name): Promise<[FactTable, number]> => [name, await db[name].count()]),
  );
  const found = new Map(counts);
  return byFactTable((name) => found.get(name) ?? 0);
}

// A shop that older code left is read before its upgrade, and has not all tables of today.
function tablesIn(db: ShopDexie): readonly FactTable[] {
  const there = new Set(db.tables.map((table) => table.name));
  return factTables.filter((name) => there.has(name));
}

async function readAll<Sink extends SnapshotSink>(
  db: ShopDexie,
  open: (counts: FactRowCounts) => Sink,
  rest: ((sink: Sink) => Promise<void>) | undefined,
): Promise<Sink> {
  const sink = open(await countFacts(db));
  for (const name of tablesIn(db)) {
    await readPages(db, name, (rows) => {
      sink.page(name, rows);
      return rest?.(sink);
    });
  }
  return sink;
}

/** Gives all rows of a table by key, reading one page ahead: never more than two in memory. */
export async function readPages<Name extends FactTable>(
  db: ShopDexie,
  name: Name,
  onPage: (rows: readonly FactRows[Name][]) => Promise<void> | undefined,
): Promise<void> {
  let nextPage: Promise<Page<Name>> | undefined = pageAfter(db, name, '');
  while (nextPage !== undefined) {
    const { rows, last }: Page<Name> = await nextPage;
    nextPage = last === undefined ? undefined : pageAfter(db, name, last);
    // Should this page be the last one wanted, nobody asks what became of the next.
    nextPage?.catch(() => undefined);
    const rest = onPage(rows);
    // Inside a transaction nothing but the storage may be waited for.
    if (rest !== undefined) await rest;
  }
}

interface Page<Name extends FactTable> {
  readonly rows: readonly FactRows[Name][];
  /** The key to go on after; undefined when this was the last page. */
  readonly last: string | undefined;
}

async function pageAfter<Name extends FactTable>(
  db: ShopDexie,
  name: Name,
  last: string,
): Promise<Page<Name>> {
  const table = db.table<FactRows[Name], string>(name);
  const rows = await table.where(':id').above(last).limit(pageRows).toArray();
  const final = rows.length < pageRows ? undefined : rows.at(-1);
  return { rows, last: final === undefined ? undefined : keyOfFact(final) };
}

/** Gives the page after the key `last` to `onPage`; returns its last key, undefined at the end. */
export async function readPage<Name extends FactTable>(
  db: ShopDexie,
  { name, last }: { readonly name: Name; readonly last: string },
  onPage: (rows: readonly FactRows[Name][]) => void,
): Promise<string | undefined> {
  const page = await pageAfter(db, name, last);
  onPage(page.rows);
  return page.last;
}
