// Monitors the open shop in the background: counts its rows once, then writes the integrity marker
// after each commit. Must never write the marker of a shop with rows missing.

import type { Meta } from '#domain/shop/meta.ts';
import { attempt } from '#storage/transaction.ts';
import { observeQuery } from '#storage/observe.ts';
import { readMeta } from '#storage/tables/settings.ts';
import {
  checkRowCounts,
  hasFewerRows,
  saveRowCounts,
  inspectDatabase,
} from '#storage/integrity/row-counts.ts';
import {
  markerText,
  latestMarker,
  type IntegrityMarker,
  type MarkerStore,
} from './integrity-marker.ts';
import { lastBackup, type BackupContext } from '#app/backup/backup-history.ts';
import type { Deps } from '#app/deps.ts';

export interface MonitorOptions {
  readonly deps: Deps;
  readonly backupContext: BackupContext;
  /** The first is written at once, the others a second later. */
  readonly stores: readonly MarkerStore[];
  /** The shop is less than it was, or cannot be read: nothing more may be written. */
  readonly onDataLoss: () => void;
  /** Called after each commit. */
  readonly onWritten: (lastStamp: string) => void;
}

/** Taps come in bursts; the other stores are written once for each. */
const writeAfterMs = 1_000;
/** A lost connection is reopened by the next tap; until then nothing can be counted. */
const recountAfterMs = 10_000;

/** Monitors the shop until the returned function is called. */
export function monitorIntegrity(options: MonitorOptions): () => void {
  let stop = doNothing;
  let isStopped = false;
  async function begin(): Promise<void> {
    const state = await readState(options);
    if (isStopped) return;
    if (state === 'short') options.onDataLoss();
    else if (state === 'whole') stop = watchCommits(options);
    else stop = startTimer(() => void begin());
  }
  void begin();
  return () => {
    isStopped = true;
    stop();
  };
}

function doNothing(): void {}

function startTimer(step: () => void): () => void {
  const timer = setTimeout(step, recountAfterMs);
  return () => clearTimeout(timer);
}

// A connection that fails while another one reads the same rows was only lost.
async function readState(options: MonitorOptions): Promise<'whole' | 'short' | 'unknown'> {
  const found = await attempt(() => hasLostData(options));
  if (found.ok) return found.value ? 'short' : 'whole';
  return (await inspectDatabase(options.deps.db.name)).isReadable ? 'unknown' : 'short';
}

/** Whether the database is older than its marker, or rows are missing. */
export async function hasLostData({ deps, stores }: MonitorOptions): Promise<boolean> {
  const { db } = deps;
  const marker = await latestMarker(stores, db.name);
  const meta = await readMeta(db);
  if ((meta?.lastStamp ?? '') < (marker?.lastStamp ?? '')) return true;
  const { expected, actual } = await checkRowCounts(db);
  if (expected !== null && hasFewerRows(actual, expected)) return true;
  if (expected === null || hasFewerRows(expected, actual)) await saveRowCounts(db);
  return false;
}

function watchCommits(options: MonitorOptions): () => void {
  const { deps, backupContext, stores } = options;
  const { name } = deps.db;
  const [first, ...others] = stores;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let text = '';
  function writeOthers(): void {
    timer = null;
    for (const store of others) void store.write(text);
  }
  function writeMarker(meta: Meta | undefined): void {
    const lastStamp = meta?.lastStamp ?? null;
    // Another shop may have become the current one meanwhile.
    if (meta === undefined || lastStamp === null || backupContext.pointer.read().shop !== name)
      return;
    text = markerText(currentMarker(options, { ...meta, lastStamp }));
    backupContext.pointer.setLastTimestamp(name, lastStamp);
    void first?.write(text);
    timer ??= setTimeout(writeOthers, writeAfterMs);
    options.onWritten(lastStamp);
  }
  const unobserve = observeQuery(() => readMeta(deps.db), {
    onResult: writeMarker,
    // Whoever reads the shop for the screen reports the same failure.
    onFailure: () => {},
  });
  return () => {
    unobserve();
    if (timer !== null) clearTimeout(timer);
  };
}

function currentMarker(
  { deps, backupContext }: MonitorOptions,
  { shopId, lastStamp, rows }: Meta & { readonly lastStamp: string },
): IntegrityMarker {
  const { name } = deps.db;
  return {
    database: name,
    shopId,
    lastStamp,
    rows: rows ?? null,
    at: deps.clock.now(),
    lastCopyAt: lastBackup(backupContext.store, name)?.at ?? null,
  };
}
