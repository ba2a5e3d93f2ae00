// Which shop this tablet opens. A shop is never guessed and never silently empty: databases without
// a current shop are a question, a current shop without a database is an alarm, and only an
// untouched tablet gets the first run.

import type { OpenProblem } from '#domain/shop/shop-problem.ts';
import { ownName } from '#platform/app-folder.ts';
import { tryWithLock } from '#platform/concurrency/exclusive-lock.ts';
import { withTimeout } from '#platform/concurrency/timeout.ts';
import { attempt } from '#storage/transaction.ts';
import {
  databaseNames,
  deleteDatabase,
  isMissing,
  openDatabase,
  type ShopDexie,
} from '#storage/database.ts';
import { readMeta, readSettings } from '#storage/tables/settings.ts';
import { snapshotBeforeUpgrade } from '#app/backup/snapshot-before-upgrade.ts';
import type { Deps } from '#app/deps.ts';
import type { Environment } from '#app/environment.ts';
import type { FoundShop } from './discover-shops.ts';

export type StartProblem = OpenProblem | { readonly kind: 'not-answering' };

export type StartResult =
  | { readonly kind: 'first-run' }
  | { readonly kind: 'open'; readonly deps: Deps; readonly isSample: boolean }
  /** There are shops, but none is the current one. */
  | { readonly kind: 'found'; readonly shops: readonly FoundShop[] }
  /** The current shop's database is missing, empty, or has lost rows. */
  | { readonly kind: 'lost'; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string; readonly problem: StartProblem };

/** `onSuperseded` is called when newer code or another tab takes the database away. */
export interface StartContext {
  readonly device: Environment;
  readonly onSuperseded: () => void;
  /** Called when a shop of an older version is being upgraded, which may take a while. */
  readonly onUpgrade?: () => void;
  /**
   * Called with how the start ended when the storage, reported as not answering, answers after all:
   * a slow tablet tidies up after it was switched off in the middle of something.
   */
  readonly onLate?: (start: StartResult) => void;
}

/** Storage that does not answer for so long is reported. */
const timeoutMs = 10_000;

/** What databases of sample shops are called. */
export const samplePrefix: string = ownName('sample-');

/** Finds and opens the current shop, or the sample shop while that is shown. */
export async function startShop(startContext: StartContext): Promise<StartResult> {
  const { shop, sample } = startContext.device.pointer.read();
  const upgrade = { isUnderWay: false };
  const watched: StartContext = {
    ...startContext,
    onUpgrade() {
      upgrade.isUnderWay = true;
      startContext.onUpgrade?.();
    },
  };
  const opening = sample === null ? startOwnShop(watched) : startSample(watched);
  const start = await withTimeout(timeoutMs, opening);
  if (start !== undefined) return start;
  // The snapshot of a large shop takes time, and is no sign that the storage does not answer.
  if (upgrade.isUnderWay) return opening;
  // A failure adds nothing to what is on the screen by then.
  void opening.then(startContext.onLate, () => {});
  return { kind: 'refused', name: sample ?? shop ?? '', problem: { kind: 'not-answering' } };
}

/** Opens the shop called `name` and makes it the current one, in the place of the one before. */
export async function switchTo(startContext: StartContext, name: string): Promise<StartResult> {
  const { device } = startContext;
  const { shop: from } = device.pointer.read();
  const { replaceShop } = await import('./successor.ts');
  if (from !== null && from !== name) await replaceShop(device, { from, to: name });
  device.pointer.write({ shop: name, sample: null });
  return startShop(startContext);
}

async function startOwnShop(startContext: StartContext): Promise<StartResult> {
  const { pointer } = startContext.device;
  await deleteStaleSamples(await databaseNames());
  const current = pointer.read().shop;
  // What is typed into such a tab may be lost within a week: no shop is opened there.
  if (startContext.device.install.state() === 'manual') return { kind: 'first-run' };
  if (current !== null) return openAndVerify(startContext, current);
  const { findShops, missingShop } = await import('./discover-shops.ts');
  const shops = await findShops(startContext);
  if (shops.length > 0) return { kind: 'found', shops };
  const name = await missingShop();
  return name === null ? { kind: 'first-run' } : { kind: 'lost', name };
}

async function startSample(startContext: StartContext): Promise<StartResult> {
  const { pointer } = startContext.device;
  const { shop, sample } = pointer.read();
  const start = sample === null ? undefined : await openAndVerify(startContext, sample);
  if (start?.kind === 'open') return { ...start, isSample: true };
  pointer.write({ shop, sample: null });
  return startOwnShop(startContext);
}

async function openAndVerify(
  startContext: StartContext,
  name: string,
  isLatest = false,
): Promise<StartResult> {
  if (await isMissing(name)) return { kind: 'lost', name };
  const { device, onSuperseded, onUpgrade } = startContext;
  const opened = await openDatabase(name, onSuperseded, snapshotBeforeUpgrade(device, onUpgrade));
  if (!opened.ok) return { kind: 'refused', name, problem: opened.problem };
  const found = await attempt(() => inspect(opened.value, device.pointer.lastTimestamp(name)));
  const latest =
    found.ok && found.value.isReplaced && !isLatest ? await follow(device, name) : null;
  if (found.ok && found.value.isIntact && latest === null)
    return { kind: 'open', deps: createDeps(device, opened.value), isSample: false };
  opened.value.close();
  if (latest !== null) return openAndVerify(startContext, latest, true);
  return found.ok ? { kind: 'lost', name } : { kind: 'refused', name, problem: found.problem };
}

// Needed by the one start after a tablet went down within seconds of a restore.
async function follow(device: Environment, name: string): Promise<string | null> {
  const { latestSuccessor } = await import('./successor.ts');
  return latestSuccessor(device, name);
}

// A sample that is half-made, or was left by closing the tablet, is deleted; one that another tab
// is creating stays.
async function deleteStaleSamples(names: readonly string[]): Promise<void> {
  const samples = names.filter((name) => name.startsWith(samplePrefix));
  await Promise.all(samples.map((name) => tryWithLock(name, () => deleteDatabase(name))));
}

// Every write has a greater timestamp than all before it, so a last one before the one seen means
// an older or emptied shop. Whether rows are missing is counted once the first screen is shown.
async function inspect(
  db: ShopDexie,
  seen: string | null,
): Promise<{ readonly isIntact: boolean; readonly isReplaced: boolean }> {
  const [meta, settings] = await Promise.all([readMeta(db), readSettings(db)]);
  // In a shop of several tablets alone: the others must learn what changes here.
  if (meta?.unsent) (await import('#storage/tablets/note-changes.ts')).noteChanges(db);
  const isIntact =
    meta !== undefined && settings !== undefined && (meta.lastStamp ?? '') >= (seen ?? '');
  return { isIntact, isReplaced: meta?.successor !== undefined };
}

export function createDeps(device: Environment, db: ShopDexie): Deps {
  const { clock, ids } = device;
  return { db, clock, ids, worker: device.workerFor(db) };
}
