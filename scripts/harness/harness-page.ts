// A page of the built app's own verbs and questions, for campaigns and measurements:
// `window.harness`. Built with the app's configuration, served beside it under the same address,
// and never part of the app.
import '#platform/trusted-types.ts';
import { markerStores } from '#app/integrity/integrity-marker.ts';
import { monitorIntegrity } from '#app/integrity/monitor-integrity.ts';
import { createBackupContext } from '#app/backup/backup-history.ts';
import type { Deps } from '#app/deps.ts';
import type { Environment } from '#app/environment.ts';
import { createShopDatabase } from '#app/shop/create-shop.ts';
import { createDeps, startShop, switchTo } from '#app/shop/open-shop.ts';
import { renewLog } from '#app/integrity/renew-log.ts';
import { runMaintenance } from '#app/shop/maintenance.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { inlineWorker } from '#app/worker/handlers.ts';
import { workerClient } from '#app/worker/client.ts';
import type { WorkerResponse, WorkerMessage, WorkerProgress } from '#app/worker/protocol.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import { dayFrom, type Day } from '#lib/day.ts';
import { failed, type Result } from '#lib/result.ts';
import { deviceZone, systemClock, type Clock } from '#platform/device/clock.ts';
import { randomIds, type Ids } from '#platform/crypto/ids.ts';
import { browserInstall } from '#platform/lifecycle/install.ts';
import { browserPersistence } from '#platform/browser-storage/persistence.ts';
import { localCurrentShop } from '#platform/browser-storage/current-shop.ts';
import { applyTheme } from '#platform/device/theme.ts';
import { watchUpdates } from '#platform/lifecycle/updates.ts';
import { createCaller } from '#platform/concurrency/worker-rpc.ts';
import { openDatabase } from '#storage/database.ts';
import { backupVerbs } from './backup-verbs.ts';
import { canaryVerbs } from './canary-verbs.ts';
import { paperVerbs } from './paper-verbs.ts';
import { textOf, inconsistenciesIn, type ShopContent } from './derived-rows.ts';
import { valueOf } from './expected.ts';
import { remainingFacts, type RemainingFacts } from './remaining-facts.ts';
import { fillShop, type FillOptions } from './fill-shop.ts';
import { longActionNames, type LongActionName } from './long-actions.ts';
import { noteUntilRefused, type NoteOptions, type NotesWritten } from './note-until-refused.ts';
import { ageOf, makeOld } from './old-shops.ts';
import {
  failConnection,
  failRequests,
  requestCount,
  watchStorage,
  type ConnectionFault,
  type RequestFault,
} from './planted-faults.ts';
import { failEachRequest, type RequestFindings } from './request-by-request.ts';
import * as raw from './raw-storage.ts';
import { compareRows } from './compare-rows.ts';
import { actionNames, prepareAction, type ActionName, type Written } from './shop-actions.ts';

watchStorage();

/** Where the open shop's long work is done; `currentSize` is reached by planted faults. */
export type Workplace = 'worker' | 'here';

const time = { fixed: null as number | null };
const clock: Clock = { now: () => time.fixed ?? systemClock.now() };
let ids: Ids = randomIds(clock.now);

const caller = createCaller<WorkerMessage, WorkerResponse, WorkerProgress>(
  () => new Worker(new URL('../../src/worker.ts', import.meta.url), { type: 'module' }),
);

const device: Environment = {
  clock,
  ids: { next: () => ids.next() },
  pointer: localCurrentShop(),
  persistence: browserPersistence,
  install: browserInstall(),
  updates: watchUpdates(),
  showTheme: applyTheme,
  changeLanguage: () => {},
  showRegion: () => {},
  workerFor: (db) => workerClient(async () => caller, { db, clock }),
  zone: deviceZone(),
  screenLanguage: 'en',
  language: navigator.language,
};

/** A Thursday morning in summer, for what must come out the same each time. */
const thursday = Date.UTC(2026, 5, 18, 9, 42);
let scene: raw.Content = {};
let superseded = 0;
const startContext = { device, onSuperseded: () => (superseded += 1) };
let shop: Deps | null = null;

function open(): Deps {
  if (shop === null) throw new Error('No shop is open.');
  return shop;
}

function adopt(deps: Deps, workplace: Workplace): void {
  shop = workplace === 'worker' ? deps : { ...deps, worker: inlineWorker(deps) };
}

/**
 * What a campaign or a measurement may ask of the page. Everything that goes in and out is plain
 * data.
 */
const harness = {
  /**
   * The clock stands still at `now` (epoch ms) and ids count from `ids`; null for the real ones.
   */
  fix(now: number | null, from = 0): void {
    time.fixed = now;
    let count = from;
    const next = (): string => {
      count += 1;
      return `01900000-0000-7000-8000-${String(count).padStart(12, '0')}`;
    };
    ids = now === null ? randomIds(clock.now) : { next };
  },
  /** Makes an empty shop in a database called `name` and leaves it open. */
  async create(name: string, values: Partial<SettingsValues> = {}): Promise<void> {
    adopt(
      valueOf(
        await createShopDatabase(startContext, name, { shopName: 'Pell & Daughter', ...values }),
      ),
      'worker',
    );
  },
  /** Makes the tablet point to the database called `name`. */
  point(name: string): void {
    device.pointer.write({ shop: name, sample: null });
  },
  /** Opens the shop in the database called `name`. */
  async open(
    name: string,
    workplace: Workplace = 'worker',
  ): Promise<Result<null, { kind: string }>> {
    const opened = await openDatabase(name, startContext.onSuperseded);
    if (!opened.ok) return failed(opened.problem);
    adopt(createDeps(device, opened.value), workplace);
    return { ok: true, value: null };
  },
  /** Starts as the app starts: what the tablet holds, and what was made of it. */
  async start(): Promise<{ readonly kind: string; readonly problem: string | null }> {
    const start = await startShop(startContext);
    if (start.kind === 'open') adopt(start.deps, 'worker');
    return { kind: start.kind, problem: start.kind === 'refused' ? start.problem.kind : null };
  },
  /** What the app does some seconds after each start. */
  async maintain(): Promise<void> {
    await runMaintenance(device, open(), toLocalTime(clock.now(), deviceZone()).day);
  },
  /** The first of that, alone. */
  renewLog: async (): Promise<boolean> => renewLog(open()),
  /** Goes to the shop in the database called `name`, as the app does after a restore. */
  async switchTo(name: string): Promise<string> {
    shop?.db.close();
    const start = await switchTo(startContext, name);
    if (start.kind === 'open') adopt(start.deps, 'worker');
    return start.kind;
  },
  /** The name of the database that is open; null for none. */
  openName: (): string | null => shop?.db.name ?? null,
  close(): void {
    shop?.db.close();
    shop = null;
  },
  superseded: (): number => superseded,
  actionNames: (): readonly ActionName[] => actionNames,
  longActionNames: (): readonly LongActionName[] => longActionNames,
  /** Does one business action. */
  async act(
    name: ActionName,
    turn: number,
  ): Promise<Result<readonly Written[], { readonly kind: string }>> {
    const ready = await prepareAction(name, { deps: open(), turn });
    return ready();
  },
  /**
   * Prepares undisturbed, then does the action with the fault planted. `asked`: storage requests
   * that it came to.
   */
  async actUnderFault(
    { action, turn }: { readonly action: ActionName; readonly turn: number },
    fault: RequestFault | ConnectionFault | null,
  ): Promise<{ readonly problem: string | null; readonly asked: number }> {
    const ready = await prepareAction(action, { deps: open(), turn });
    if (fault !== null && 'name' in fault) failConnection(fault);
    else failRequests(fault);
    try {
      const done = await ready();
      return { problem: done.ok ? null : done.problem.kind, asked: requestCount() };
    } catch (error) {
      return { problem: `thrown: ${String(error)}`, asked: requestCount() };
    } finally {
      failRequests(null);
      failConnection(null);
    }
  },
  /** Remembers the open shop as it is now, to begin from again and again. */
  async saveScene(): Promise<void> {
    scene = await raw.contentOf(open().db.name);
  },
  /**
   * Does one action on the remembered shop once for each storage request that it comes to, with
   * that request failing.
   */
  failEveryRequest: (
    action: ActionName | LongActionName,
    fault: Omit<RequestFault, 'first'>,
  ): Promise<RequestFindings> =>
    failEachRequest({ deps: open(), scene, rewind: () => harness.fix(thursday, 1) }, action, fault),
  /**
   * Does actions at random, one after another, and tells `acknowledged` of each one that was
   * promised. Gives how many.
   */
  async runRandomActions(order: {
    readonly turns: number;
    readonly from: number;
    readonly only?: readonly ActionName[];
  }): Promise<number> {
    const names = order.only ?? actionNames;
    let done = 0;
    for (let turn = order.from; turn < order.from + order.turns; turn += 1) {
      const name = names[Math.floor(Math.random() * names.length)] ?? 'tap';
      const result = await harness.act(name, turn);
      if (!result.ok) throw new Error(`${name}: ${result.problem.kind}`);
      done += 1;
      Reflect.get(globalThis, 'acknowledged')?.(JSON.stringify(result.value));
    }
    return done;
  },
  /** Notes long notes until one is refused. */
  noteUntilRefused: (order: NoteOptions): Promise<NotesWritten> => noteUntilRefused(open(), order),
  /**
   * Which of the acknowledged rows are not there any more, or are there with something older in
   * them.
   */
  async lost(written: readonly Written[]): Promise<readonly string[]> {
    const { db } = open();
    const missing: string[] = [];
    for (const table of ['customers', 'visits', 'moments', 'gestures', 'settings'] as const) {
      const wanted = written.filter((each) => each.table === table);
      const rows = new Map((await db.table(table).toArray()).map((row) => [row.id, row]));
      for (const { key, made, edits } of wanted) {
        const row = rows.get(key);
        const isThere =
          row?.made === made &&
          Object.entries(edits).every(
            ([field, timestamp]) => (row.edits[field] ?? '') >= timestamp,
          );
        if (!isThere) missing.push(`${table}/${key}`);
      }
    }
    return missing;
  },
  /** Each history and day row that is not what the visits say. */
  async torn(): Promise<readonly string[]> {
    const { customers, visits, moments, gestures, histories, days } = open().db;
    const content: ShopContent = {
      customers: await customers.toArray(),
      visits: await visits.toArray(),
      moments: await moments.toArray(),
      gestures: await gestures.toArray(),
      histories: await histories.toArray(),
      days: await days.toArray(),
    };
    return inconsistenciesIn(content);
  },
  /** Rows of each table of the open shop. */
  counts: (): Promise<Readonly<Record<string, number>>> => raw.countsOf(open().db.name),
  /**
   * Everything that the open shop's facts and derived rows are, as one text; what a database knows
   * of itself is left out. Visits of before version 3 are not rewritten: one without a receipt is
   * one whose receipt is null.
   */
  async contentText(): Promise<string> {
    const { meta: _, visits = [], ...content } = await raw.contentOf(open().db.name);
    return textOf({
      ...content,
      visits: visits.map((visit) => withReceipt(visit)),
    });
  },
  /** What is left of the facts in the database called `name`: see `remainingFacts`. */
  factsLeft: async (name: string): Promise<RemainingFacts> =>
    remainingFacts(await raw.contentLeft(name)),
  /**
   * Keeps a verified snapshot of the open shop inside the browser, as the app does by itself each
   * day.
   */
  snapshot: async (): Promise<boolean> => (await open().worker.ask({ kind: 'take-snapshot' })).ok,
  /** Opens another shop's database without making it the open one. */
  async openBeside(name: string): Promise<boolean> {
    const opened = await openDatabase(name, () => {});
    if (opened.ok) opened.value.close();
    return opened.ok;
  },
  /** An invented shop of any size in the open shop. */
  fill: (filling: FillOptions): Promise<{ readonly people: number; readonly visits: number }> =>
    fillShop(open(), filling),
  suggest: async (today: string): Promise<WeekSuggestions> =>
    valueOf(await open().worker.ask({ kind: 'suggest', today: dayOf(today) })),
  /**
   * Notes from now on, outside of the database, how far the open shop has come, as the app does.
   */
  guard(): void {
    const backupContext = createBackupContext(device);
    const places = markerStores();
    monitorIntegrity({
      deps: open(),
      backupContext,
      stores: places,
      onDataLoss: () => {},
      onWritten: () => {},
    });
  },
  makeOld,
  ageOf,
  compareRows,
  ...backupVerbs(device, open),
  ...canaryVerbs(open),
  ...paperVerbs,
  raw,
};

function dayOf(text: string): Day {
  const day = dayFrom(text);
  if (day === undefined) throw new Error(`No day: ${text}`);
  return day;
}

export type Harness = typeof harness;

declare global {
  interface Window {
    harness: Harness;
  }
}

window.harness = harness;

// In the same order of fields, whether the row has one or not.
function withReceipt(visit: unknown): unknown {
  const { receipt = null, ...others } = Object(visit);
  return { ...others, receipt };
}
