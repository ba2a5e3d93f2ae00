// What the device stores about backups outside of the shop's database, so that it survives
// switching shops: the last backup, and which shops were replaced by a restored one.

import { Emitter } from '#lib/observable.ts';
import {
  listShape,
  numberShape,
  oneOfShape,
  recordShape,
  textShape,
  withDefault,
} from '#lib/shape.ts';
import {
  loadStored,
  localStore,
  saveStored,
  type LocalStore,
} from '#platform/browser-storage/local-store.ts';
import type { CurrentShopStore } from '#platform/browser-storage/current-shop.ts';
import type { Environment } from '#app/environment.ts';

export interface BackupContext {
  readonly pointer: CurrentShopStore;
  readonly store: LocalStore;
}

/** The last verified backup: when it was made (epoch ms) and what it holds. */
export interface BackupRecord {
  readonly at: number;
  readonly people: number;
  readonly visits: number;
  /** The last stamp in it; null when unknown. */
  readonly stamp: string | null;
  /** The shop's day it was made on, its visits until then, all visit rows; null when unknown. */
  readonly day: string | null;
  readonly visitsThatDay: number;
  readonly visitRows: number | null;
  /** Only a file in a folder can be read again; one that was downloaded was verified before. */
  readonly place: 'folder' | 'file';
}

/** A replaced shop, its database retained since `at` (epoch ms). */
interface ReplacedShop {
  readonly database: string;
  readonly at: number;
}

/** Days for which a replaced shop is retained. */
export const retentionDays = 30;

// Records of the app's first version have only the time and the counts.
const recordedBackup = recordShape<BackupRecord>({
  at: numberShape,
  people: numberShape,
  visits: numberShape,
  stamp: withDefault(textShape, null),
  day: withDefault(textShape, null),
  visitsThatDay: withDefault(numberShape, 0),
  visitRows: withDefault(numberShape, null),
  place: withDefault(oneOfShape(['folder', 'file']), 'file'),
});
const replacedShop = recordShape<ReplacedShop>({ database: textShape, at: numberShape });

const replacedKey = 'regulars.kept';

export function createBackupContext(device: Environment): BackupContext {
  return { pointer: device.pointer, store: localStore() };
}

export function lastBackup(store: LocalStore, database: string): BackupRecord | null {
  return loadStored(store, recordKey(database), recordedBackup) ?? null;
}

export function recordBackup(store: LocalStore, database: string, note: BackupRecord): void {
  saveStored(store, recordKey(database), note);
  backupChanges.emit();
}

/** Emits in this tab when a backup was recorded, or the way backups are made has changed. */
export const backupChanges = new Emitter();

/** Held by the tab that writes to the folder. */
export const folderLock = 'regulars-copy-to-folder';

/** The replaced shops, latest first; never the current one. */
export function replacedShops({ store, pointer }: BackupContext): readonly ReplacedShop[] {
  const current = pointer.read().shop;
  const replaced = loadStored(store, replacedKey, listShape(replacedShop)) ?? [];
  return replaced
    .filter((replaced) => replaced.database !== current)
    .toSorted((a, b) => b.at - a.at);
}

export function rememberReplaced(backupContext: BackupContext, replaced: ReplacedShop): void {
  const others = replacedShops(backupContext).filter((each) => each.database !== replaced.database);
  saveReplaced(backupContext, [...others, replaced]);
}

export function forgetReplaced(backupContext: BackupContext, database: string): void {
  saveReplaced(
    backupContext,
    replacedShops(backupContext).filter((each) => each.database !== database),
  );
}

function saveReplaced({ store }: BackupContext, list: readonly ReplacedShop[]): void {
  saveStored(store, replacedKey, list);
}

function recordKey(database: string): string {
  return `${database}/last-copy`;
}
