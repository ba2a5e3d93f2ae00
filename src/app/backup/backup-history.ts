// What the tablet remembers about copies, outside of the shop's database, so that it outlives a
// change of it: when the last one was saved, and which shops were replaced by one that was brought
// back.

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

/** What verbs about copies need beside the open shop. */
export interface BackupContext {
  readonly pointer: CurrentShopStore;
  /** The browser's own small store. */
  readonly store: LocalStore;
}

/**
 * The last verified copy: when it was made (epoch ms), what was in it, and up to where it holds the
 * shop.
 */
export interface BackupRecord {
  readonly at: number;
  readonly people: number;
  readonly visits: number;
  /** The last stamp in it; null when it is not known. */
  readonly stamp: string | null;
  /**
   * The shop's day it was made on, how many came that day until then, and all rows of visits; null
   * when it is not known.
   */
  readonly day: string | null;
  readonly visitsThatDay: number;
  readonly visitRows: number | null;
  /** A file can be read again only in a folder; one that was handed over was verified before. */
  readonly place: 'folder' | 'file';
}

/** A shop that was replaced, kept in its database since `at` (epoch ms). */
export interface ReplacedShop {
  readonly database: string;
  readonly at: number;
}

/** Days for which a replaced shop is kept. */
export const retentionDays = 30;

// Notes of the first version of the app know only when and how much.
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

/** What this device remembers about copies. */
export function createBackupContext(device: Environment): BackupContext {
  return { pointer: device.pointer, store: localStore() };
}

/** The last copy of the shop in `database`, or null when none was ever saved here. */
export function lastBackup(store: LocalStore, database: string): BackupRecord | null {
  return loadStored(store, recordKey(database), recordedBackup) ?? null;
}

/** Remembers a verified copy of the shop in `database`. */
export function recordBackup(store: LocalStore, database: string, note: BackupRecord): void {
  saveStored(store, recordKey(database), note);
  backupChanges.emit();
}

/** Emits in this tab when a backup was recorded, or how backups are made was changed. */
export const backupChanges = new Emitter();

/** The replaced shops, latest first; never the one that is current. */
export function replacedShops({ store, pointer }: BackupContext): readonly ReplacedShop[] {
  const current = pointer.read().shop;
  const replaced = loadStored(store, replacedKey, listShape(replacedShop)) ?? [];
  return replaced
    .filter((replaced) => replaced.database !== current)
    .toSorted((a, b) => b.at - a.at);
}

/** Remembers that the shop in `kept.database` is being replaced. */
export function rememberReplaced(backupContext: BackupContext, replaced: ReplacedShop): void {
  const others = replacedShops(backupContext).filter((each) => each.database !== replaced.database);
  saveReplaced(backupContext, [...others, replaced]);
}

/** Forgets that the shop in `database` was replaced: it is current again, or gone. */
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
