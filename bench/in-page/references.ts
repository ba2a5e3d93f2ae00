// What the app is compared with, in the same page: raw IndexedDB, other search libraries over the
// same names, and bare arithmetic.

import uFuzzy from '@leeoniya/ufuzzy';
import MiniSearch from 'minisearch';
import type { Customer } from '#domain/customers/customer.ts';
import { historyOf, type History } from '#domain/visits/history.ts';
import { nameSearch } from '#domain/customers/name-search.ts';
import { fitVisitModel } from '#engine/forecast/visit-model.ts';
import { distributionsOf } from '../../scripts/evaluation/models/distributions.ts';
import { logGamma } from '../../scripts/evaluation/models/log-gamma.ts';
import { dayFrom } from '#lib/day.ts';
import { groupBy } from '#lib/group-by.ts';
import { measuredPlan } from '../../test/support/shops/measured-plan.ts';
import { generateParts } from '#sample/generate-parts.ts';
import type { NotedTransaction } from './counted-storage.ts';

/** Milliseconds that each way of finding took, letter by letter. */
export interface SearchTimes {
  readonly ours: readonly number[];
  readonly includes: readonly number[];
  readonly ufuzzy: readonly number[];
  readonly minisearch: readonly number[];
}

export interface References {
  /**
   * The same reads, all at once, then the same writes, all at once, in one strict transaction.
   * Milliseconds.
   */
  readonly rawWrite: (database: string, noted: NotedTransaction) => Promise<number>;
  /** Reads the visits of one person by their index. Milliseconds, and how many. */
  readonly rawVisitsOf: (
    database: string,
    id: string,
  ) => Promise<{ readonly ms: number; readonly rows: number }>;
  readonly rawHistories: (database: string) => Promise<number>;
  /**
   * Inserts the rows that an import ended in, into a database of its own with the same indexes.
   * Milliseconds.
   */
  readonly rawImport: (database: string, importId: string) => Promise<number>;
  readonly searches: (database: string, queries: readonly string[]) => Promise<SearchTimes>;
  readonly refit: (database: string, people: number) => Promise<RefitTimes>;
}

export interface RefitTimes {
  readonly people: number;
  readonly fitMs: number;
  readonly outlooksMs: number;
  /** 2,000 × 1,000 log-gammas. */
  readonly logGammasMs: number;
}

declare global {
  var references: References;
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error(request.error?.message)));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(new Error(transaction.error?.message)));
  });
}

const connections = new Map<string, Promise<IDBDatabase>>();

function opened(database: string): Promise<IDBDatabase> {
  const known = connections.get(database) ?? asked(indexedDB.open(database));
  connections.set(database, known);
  return known;
}

const writing = new Set(['put', 'add', 'delete', 'clear']);

async function rawWrite(database: string, { requests }: NotedTransaction): Promise<number> {
  const db = await opened(database);
  const begun = performance.now();
  const stores = [...new Set(requests.map(({ store }) => store))];
  const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
  const ask = ({ store, index, method, words }: (typeof requests)[number]): IDBRequest => {
    const table = transaction.objectStore(store);
    const place = index === null ? table : table.index(index);
    const request: unknown = Reflect.apply(Reflect.get(place, method), place, [...words]);
    if (!(request instanceof IDBRequest)) throw new Error(`no request: ${method}`);
    return request;
  };
  await Promise.all(
    requests.filter(({ method }) => !writing.has(method)).map((each) => asked(ask(each))),
  );
  for (const each of requests) if (writing.has(each.method)) ask(each);
  await finished(transaction);
  return performance.now() - begun;
}

async function rawVisitsOf(
  database: string,
  id: string,
): Promise<{ readonly ms: number; readonly rows: number }> {
  const db = await opened(database);
  const begun = performance.now();
  const range = IDBKeyRange.bound([id, -Infinity], [id, Infinity]);
  const index = db.transaction('visits').objectStore('visits').index('[customerId+at]');
  const rows = await asked(index.getAll(range));
  return { ms: performance.now() - begun, rows: rows.length };
}

async function rawHistories(database: string): Promise<number> {
  const db = await opened(database);
  const begun = performance.now();
  await asked(db.transaction('histories').objectStore('histories').getAll());
  return performance.now() - begun;
}

async function allOf<Row>(
  database: string,
  table: string,
  count?: number,
): Promise<readonly Row[]> {
  const db = await opened(database);
  return asked<Row[]>(db.transaction(table).objectStore(table).getAll(null, count));
}

async function rawImport(database: string, importId: string): Promise<number> {
  const db = await opened(database);
  const reading = db.transaction(['visits', 'customers', 'histories', 'days', 'imports']);
  const ofImport = (table: string): Promise<readonly Record<string, unknown>[]> =>
    asked<Record<string, unknown>[]>(reading.objectStore(table).index('importId').getAll(importId));
  const [visits, customers] = await Promise.all([ofImport('visits'), ofImport('customers')]);
  const imports = await asked(reading.objectStore('imports').getAll(importId));
  const days = new Set(visits.map(({ day }) => String(day)));
  const [histories, dayRows] = await Promise.all([
    Promise.all(customers.map(({ id }) => asked(reading.objectStore('histories').get(String(id))))),
    Promise.all([...days].map((day) => asked(reading.objectStore('days').get(day)))),
  ]);
  const scratch = await scratchLike(db, ['visits', 'customers', 'histories', 'days', 'imports']);
  const begun = performance.now();
  const transaction = scratch.transaction(scratch.objectStoreNames, 'readwrite', {
    durability: 'strict',
  });
  const rows = { visits, customers, histories, days: dayRows, imports };
  for (const [table, each] of Object.entries(rows))
    for (const row of each) transaction.objectStore(table).put(row);
  await finished(transaction);
  const took = performance.now() - begun;
  scratch.close();
  await asked(indexedDB.deleteDatabase('raw-import'));
  return took;
}

async function scratchLike(db: IDBDatabase, names: readonly string[]): Promise<IDBDatabase> {
  const like = db.transaction([...names]);
  const tables = names.map((name) => {
    const table = like.objectStore(name);
    const indexes = [...table.indexNames].map((index) => table.index(index));
    return {
      name,
      key: table.keyPath,
      indexes: indexes.map(({ name: of, keyPath }) => ({ of, keyPath })),
    };
  });
  const request = indexedDB.open('raw-import', 1);
  request.addEventListener('upgradeneeded', () => {
    for (const { name, key, indexes } of tables) {
      const table = request.result.createObjectStore(name, { keyPath: key });
      for (const { of, keyPath } of indexes) table.createIndex(of, keyPath);
    }
  });
  return asked(request);
}

const tiles = 12;
/**
 * The page's clock is coarse: each look lasts so many steps of it that the steps no longer matter.
 */
const lookMs = 4;
const rounds = 6;
const wayNames = ['ours', 'includes', 'ufuzzy', 'minisearch'] as const;

async function searches(database: string, queries: readonly string[]): Promise<SearchTimes> {
  const customers = await allOf<Customer>(database, 'customers');
  const weights = new Map(customers.map(({ id }, index) => [id, Math.abs(Math.sin(index * 7.1))]));
  const weightOf = (id: Customer['id']): number => weights.get(id) ?? 0;
  const names = customers.map(({ name }) => name.toLowerCase());
  const best = (places: Iterable<number>): readonly number[] => {
    const ranked = [...places].toSorted((a, b) => weightAt(b) - weightAt(a));
    return ranked.slice(0, tiles);
  };
  const weightAt = (place: number): number => {
    const customer = customers[place];
    return customer === undefined ? 0 : weightOf(customer.id);
  };
  const ours = nameSearch(() => []);
  for (const customer of customers) ours.put(customer);
  const fuzzy = new uFuzzy();
  const mini = new MiniSearch<{ readonly id: number; readonly name: string }>({ fields: ['name'] });
  mini.addAll(names.map((name, id) => ({ id, name })));
  const ways = {
    ours: (typed: string) => ours.find(typed, { limit: tiles, weightOf }),
    includes: (typed: string) =>
      best(names.flatMap((name, place) => (name.includes(typed.toLowerCase()) ? [place] : []))),
    ufuzzy: (typed: string) => best(fuzzy.filter(names, typed.toLowerCase()) ?? []),
    minisearch: (typed: string) =>
      best(mini.search(typed, { prefix: true }).map(({ id }) => Number(id))),
  };
  const times: Record<keyof SearchTimes, number[]> = {
    ours: [],
    includes: [],
    ufuzzy: [],
    minisearch: [],
  };
  for (const { round, query, way } of shuffledLooks(queries)) {
    const ms = timeOf(() => ways[way](query));
    // The first round is not timed: all of them are as warm as they get.
    if (round > 0) times[way].push(ms);
  }
  return times;
}

interface Look {
  readonly round: number;
  readonly query: string;
  readonly way: (typeof wayNames)[number];
}

/**
 * Round by round every query asked of everybody, in an order that favours nobody and is the same in
 * each run.
 */
function shuffledLooks(queries: readonly string[]): readonly Look[] {
  return Array.from({ length: rounds }, (_, round) =>
    queries
      .flatMap((query) => wayNames.map((way) => ({ round, query, way })))
      .map((look, place) => ({ look, turn: Math.sin((place + 1) * (round + 1) * 12.9898) }))
      .toSorted((a, b) => a.turn - b.turn)
      .map(({ look }) => look),
  ).flat();
}

function timeOf(step: () => unknown): number {
  const begun = performance.now();
  for (let times = 1; ; times += 1) {
    step();
    const took = performance.now() - begun;
    if (took >= lookMs) return took / times;
  }
}

async function refit(database: string, people: number): Promise<RefitTimes> {
  const known = await allOf<History>(database, 'histories', people);
  const histories = known.length < people ? madeHistories(people) : known;
  const comings = histories.map(({ stamps }) =>
    Float64Array.from(new Set(Array.from(stamps, (stamp) => Math.floor(stamp / 1440) / 7))),
  );
  const now = Math.max(...comings.map((times) => times.at(-1) ?? 0));
  const begun = performance.now();
  const model = fitVisitModel(comings, { now, weeks: 52, rangeWeeks: 52 });
  const fitted = performance.now();
  distributionsOf(model, comings, { now, weeks: 52 });
  const looked = performance.now();
  let sum = 0;
  for (let index = 0; index < 2_000_000; index += 1) sum += logGamma(1 + (index % 1_000) / 10);
  const done = performance.now();
  if (!Number.isFinite(sum)) throw new Error('no number');
  return {
    people: comings.length,
    fitMs: fitted - begun,
    outlooksMs: looked - fitted,
    logGammasMs: done - looked,
  };
}

const made = new Map<number, readonly History[]>();

/** The people of a shop made like the measured ones, for where those are fewer. */
function madeHistories(people: number): readonly History[] {
  const known = made.get(people);
  if (known !== undefined) return known;
  const endDay = dayFrom('2026-06-17');
  if (endDay === undefined) throw new Error('not a day');
  const plan = measuredPlan({ customers: people, visits: 50 * people }, endDay);
  const histories = [...generateParts(plan)].flatMap(({ customers, visits }) => {
    const byPerson = groupBy(visits, ({ customerId }) => customerId);
    return customers.map((customer) =>
      historyOf({
        customer,
        joined: [],
        visits: byPerson.get(customer.id) ?? [],
        moments: [],
        gestures: [],
      }),
    );
  });
  made.set(people, histories);
  return histories;
}

globalThis.references = {
  rawWrite,
  rawVisitsOf,
  rawHistories,
  rawImport,
  searches,
  refit,
};
