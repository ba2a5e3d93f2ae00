// Worker: takes whoever was erased out of the older backups in the folder. Each is read, written
// anew without them beside the old one, verified, and only then is the old one deleted. It can stop
// anywhere and go on later: the manifest says of each backup whom it is known not to hold.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { isPresent, type CustomerId, type Erasure } from '#domain/customers/customer.ts';
import type { HouseholdId } from '#domain/customers/household-id.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { appVersion } from '#platform/app-version.ts';
import { createFile, deleteFile, readFile, type Folder } from '#platform/files/file-system.ts';
import { byFactTable, factTables, type FactBatch, type FactTable } from '#schema/tables.ts';
import { schemaVersion } from '#schema/versions.ts';
import { readErasures } from '#storage/tables/erasures.ts';
import { readMeta } from '#storage/tables/settings.ts';
import type { BackupHeader } from '#formats/backup/format.ts';
import type { ManifestEntry } from '#formats/backup/manifest.ts';
import { mergeErasures, withoutErased } from '#formats/backup/merge-facts.ts';
import type {
  BackupFolder,
  CleanBackupsRequest,
  FolderTraces,
  WrittenBackup,
} from './backup-types.ts';
import { encryptWith, openBackupSink } from './create-backup.ts';
import { readBackup, verifyBackup } from './read-backup.ts';
import { erasureDigest, listBackups, saveManifest, writeBackup } from './write-backup.ts';
import type { Deps } from '#app/deps.ts';
import type { RequestContext } from '#app/worker/protocol.ts';

/** Older backups looked at after each new one: a locked one takes seconds. */
const cleanedPerBackup = 3;

/** Writes a backup and cleans a few of the older ones. That they cannot be is no problem of it. */
export async function writeAndClean(
  deps: Deps,
  place: BackupFolder,
  context: RequestContext,
): Promise<Result<WrittenBackup, BackupProblem>> {
  const written = await writeBackup(deps, place, context);
  if (!written.ok) return written;
  const cleaner = await readCleaner(deps, place, context);
  await cleanSome(cleaner, isWaiting, cleanedPerBackup);
  return written;
}

/** What older backups still hold of the erased, after what `work` says was done about it. */
export async function cleanBackups(
  deps: Deps,
  { work, ...place }: CleanBackupsRequest,
  context: RequestContext,
): Promise<Result<FolderTraces, BackupProblem>> {
  const cleaner = await readCleaner(deps, place, context);
  if (work === 'delete-unopened') {
    for (const backup of (await ourBackups(cleaner)).filter((each) => isUnopened(each, cleaner)))
      await replaceBackup(cleaner.place.folder, backup, []);
  }
  if (work === 'clean') {
    const cleaned = await cleanSome(cleaner, (each) => !isClean(each, cleaner), Infinity);
    if (!cleaned.ok) return cleaned;
  }
  const left = await ourBackups(cleaner);
  return ok({
    waiting: left.filter((each) => isWaiting(each, cleaner)).length,
    unopened: left.filter((each) => isUnopened(each, cleaner)).length,
  });
}

interface Cleaner {
  readonly place: BackupFolder;
  readonly context: RequestContext;
  readonly shop: string;
  readonly erasures: readonly Erasure[];
  readonly digest: string;
}

async function readCleaner(
  { db }: Deps,
  place: BackupFolder,
  context: RequestContext,
): Promise<Cleaner> {
  const [meta, erasures] = await Promise.all([readMeta(db), readErasures(db)]);
  return { place, context, erasures, shop: meta?.shopId ?? '', digest: erasureDigest(erasures) };
}

async function ourBackups({ place, shop }: Cleaner): Promise<readonly ManifestEntry[]> {
  return (await listBackups(place.folder)).filter((backup) => backup.shop === shop);
}

type Choice = (backup: ManifestEntry, cleaner: Cleaner) => boolean;

function isClean({ without }: ManifestEntry, { erasures, digest }: Cleaner): boolean {
  return erasures.length === 0 || without === digest;
}

function isUnopened(backup: ManifestEntry, cleaner: Cleaner): boolean {
  return !isClean(backup, cleaner) && backup.unopened === cleaner.digest;
}

function isWaiting(backup: ManifestEntry, cleaner: Cleaner): boolean {
  return !isClean(backup, cleaner) && backup.unopened !== cleaner.digest;
}

async function cleanSome(
  cleaner: Cleaner,
  choice: Choice,
  most: number,
): Promise<Result<null, BackupProblem>> {
  const waiting = (await ourBackups(cleaner)).filter((each) => choice(each, cleaner));
  const chosen = waiting.slice(0, most);
  for (const [done, backup] of chosen.entries()) {
    cleaner.context.onProgress({ done, total: chosen.length });
    const cleaned = await cleanBackup(cleaner, backup);
    if (!cleaned.ok) return cleaned;
  }
  return ok(null);
}

async function cleanBackup(
  cleaner: Cleaner,
  backup: ManifestEntry,
): Promise<Result<null, BackupProblem>> {
  const { digest, place } = cleaner;
  const file = await readFile(place.folder, backup.name);
  if (file === undefined) return replaceBackup(place.folder, backup, []);
  const outline = await readOutline(cleaner, file);
  if (!outline.ok) return noteInManifest(place.folder, { ...backup, unopened: digest });
  const { isClean: isCleanAlready, people } = outline.value;
  const known = { ...backup, people, without: digest, unopened: null };
  if (isCleanAlready) return noteInManifest(place.folder, known);
  const written = await writeWithout(cleaner, { file, name: backup.name, outline: outline.value });
  if (!written.ok) return written;
  return replaceBackup(place.folder, backup, [{ ...known, name: written.value }]);
}

/** What must be known of a backup before it can be written anew. */
interface Outline {
  readonly head: BackupHeader;
  /** Made after the last erasure. */
  readonly isClean: boolean;
  readonly people: number;
  readonly erasures: readonly Erasure[];
  readonly erased: ReadonlySet<CustomerId>;
  /** Where somebody still lives. */
  readonly homes: ReadonlySet<HouseholdId>;
}

async function readOutline(cleaner: Cleaner, file: Blob): Promise<Result<Outline, BackupProblem>> {
  const counts = byFactTable(() => 0);
  const homes = new Set<HouseholdId>();
  const [ours, theirs] = [cleaner.erasures, [] as Erasure[]];
  let erased = idsOf(ours);
  let people = 0;
  const read = await readBackup({
    ...sourceOf(cleaner, file),
    onBatch(batch) {
      // A backup lists erasures before the people.
      theirs.push(...batch.erasures);
      if (batch.erasures.length > 0) erased = idsOf([...ours, ...theirs]);
      const left = withoutErased(batch, erased);
      for (const table of factTables) counts[table] += left[table].length;
      people += left.customers.filter(isPresent).length;
      for (const { householdId } of left.customers)
        if (householdId !== null) homes.add(householdId);
      return Promise.resolve(ok(null));
    },
  });
  if (!read.ok) return read;
  const erasures = mergeErasures(ours, theirs);
  const { shop, made } = read.value.head;
  return ok({
    // Rows come migrated.
    head: {
      schema: schemaVersion,
      app: appVersion,
      shop,
      made,
      counts: { ...counts, erasures: erasures.length },
    },
    isClean: theirs.length === erasures.length,
    people,
    erasures,
    erased,
    homes,
  });
}

interface CleanTask {
  readonly file: Blob;
  readonly name: string;
  readonly outline: Outline;
}

async function writeWithout(
  cleaner: Cleaner,
  { file, name, outline }: CleanTask,
): Promise<Result<string, BackupProblem>> {
  const { folder, phrase } = cleaner.place;
  const transform = phrase === null ? undefined : await encryptWith(phrase);
  const sink = openBackupSink(outline.head, transform, quietly(cleaner.context));
  const tables = new Set<FactTable>();
  const read = await readBackup({
    ...sourceOf(cleaner, file),
    async onBatch(batch) {
      const left = cleanBatch(batch, outline);
      for (const table of factTables) {
        // The erasures of now are all of them, and go before the people.
        if (table === 'erasures' && !tables.has(table) && batch.settings.length > 0) {
          tables.add(table);
          sink.page(table, outline.erasures);
        } else if (table !== 'erasures' && left[table].length > 0) sink.page(table, left[table]);
      }
      await sink.flushed?.();
      return ok(null);
    },
  });
  const { file: packed, digest } = await sink.finish();
  if (!read.ok) return read;
  if (!sink.rowRules.isAccepted()) return failed({ kind: 'backup-not-verified' });
  const written = await createFile(folder, name, packed);
  if (!written.ok) return failed({ kind: written.problem });
  const stored = await readFile(folder, written.value);
  const isWritten = stored !== undefined && (await verifyBackup(sourceOf(cleaner, stored), digest));
  if (isWritten) return ok(written.value);
  await deleteFile(folder, written.value);
  return failed({ kind: 'backup-not-verified' });
}

// A home in which nobody is left keeps no name of theirs, as in the shop itself.
function cleanBatch(batch: FactBatch, { erased, homes }: Outline): FactBatch {
  const left = withoutErased(batch, erased);
  const households = left.households.map((home) =>
    homes.has(home.id) ? home : { ...home, name: '', letterName: '' },
  );
  return { ...left, households };
}

// The manifest names both while both are there: a crash in between leaves none that nobody knows.
async function replaceBackup(
  folder: Folder,
  old: ManifestEntry,
  by: readonly ManifestEntry[],
): Promise<Result<null, BackupProblem>> {
  if (by.length > 0) {
    const both = await changeManifest(folder, old, [old, ...by]);
    if (!both.ok) return both;
  }
  await deleteFile(folder, old.name);
  // Held by another program, perhaps: it is tried again.
  if ((await readFile(folder, old.name)) !== undefined) return failed({ kind: 'no-folder' });
  return changeManifest(folder, old, []);
}

async function noteInManifest(
  folder: Folder,
  entry: ManifestEntry,
): Promise<Result<null, BackupProblem>> {
  return changeManifest(folder, entry, [entry]);
}

async function changeManifest(
  folder: Folder,
  { name }: ManifestEntry,
  by: readonly ManifestEntry[],
): Promise<Result<null, BackupProblem>> {
  const known = await listBackups(folder);
  return saveManifest(
    folder,
    known.flatMap((backup) => (backup.name === name ? by : [backup])),
  );
}

function idsOf(erasures: readonly Erasure[]): ReadonlySet<CustomerId> {
  return new Set(erasures.map(({ customerId }) => customerId));
}

function sourceOf(
  { place, context }: Cleaner,
  file: Blob,
): { readonly file: Blob; readonly phrases: readonly string[]; readonly context: RequestContext } {
  return {
    file,
    phrases: place.phrase === null ? [] : [place.phrase],
    context: quietly(context),
  };
}

// Progress counts backups, not their rows.
function quietly({ signal }: RequestContext): RequestContext {
  return { signal, onProgress: () => {} };
}
