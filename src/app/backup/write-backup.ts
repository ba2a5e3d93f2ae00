// Worker: writes a backup into the folder, verifies it there, adds it to the manifest, then deletes
// expired backups. Must never touch a file that the manifest does not list for this shop.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import type { Erasure } from '#domain/customers/customer.ts';
import { compareCodePoints } from '#lib/compare.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { sha256Stream } from '#platform/crypto/sha256-stream.ts';
import {
  readFile,
  deleteFile,
  createFile,
  overwriteFile,
  type Folder,
} from '#platform/files/file-system.ts';
import { readErasures } from '#storage/tables/erasures.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { retainedBackups } from '#formats/backup/retained-backups.ts';
import {
  manifestName,
  manifestText,
  parseManifest,
  type ManifestEntry,
} from '#formats/backup/manifest.ts';
import type { BackupFolder, WrittenBackup } from './backup-types.ts';
import { verifyBackup, type BackupDigest } from './read-backup.ts';
import type { Deps } from '#app/deps.ts';
import { createUnverifiedBackup, type UnverifiedBackup } from './create-backup.ts';
import type { RequestContext } from '#app/worker/protocol.ts';

/** Writes a verified backup into the folder. After a problem all earlier ones are still there. */
export async function writeBackup(
  deps: Deps,
  { folder, phrase }: BackupFolder,
  context: RequestContext,
): Promise<Result<WrittenBackup, BackupProblem>> {
  // Before the rows are: it must not claim more than the file keeps.
  const without = erasureDigest(await readErasures(deps.db));
  const packed = await createUnverifiedBackup(deps, { phrase }, context);
  if (!packed.ok) return packed;
  const { file, digest, ...about } = packed.value;
  const written = await createFile(folder, about.fileName, file);
  if (!written.ok) return failed({ kind: written.problem });
  const fileName = written.value;
  const { signal } = context;
  if (!(await isWritten({ folder, phrase, signal }, fileName, digest))) {
    await deleteFile(folder, fileName);
    return failed({ kind: 'backup-not-verified' });
  }
  const shop = (await readMeta(deps.db))?.shopId ?? '';
  const listed = await updateManifest(
    folder,
    manifestEntryOf({ shop, database: deps.db.name, without }, { ...about, fileName }),
  );
  return listed.ok ? ok({ ...about, fileName }) : listed;
}

export async function listBackups(folder: Folder): Promise<readonly ManifestEntry[]> {
  const file = await readFile(folder, manifestName);
  return file === undefined ? [] : parseManifest(await file.text());
}

export async function saveManifest(
  folder: Folder,
  backups: readonly ManifestEntry[],
): Promise<Result<null, BackupProblem>> {
  const listed = await overwriteFile(folder, manifestName, new Blob([manifestText(backups)]));
  return listed.ok ? ok(null) : failed({ kind: listed.problem });
}

/** One word for who was erased. Not their ids: the manifest is not locked. */
export function erasureDigest(erasures: readonly Erasure[]): string {
  const hash = sha256Stream();
  hash.update(
    erasures
      .map(({ customerId }) => customerId)
      .toSorted(compareCodePoints)
      .join(' '),
  );
  return hash.hex();
}

async function isWritten(
  { folder, phrase, signal }: BackupFolder & Pick<RequestContext, 'signal'>,
  name: string,
  digest: BackupDigest,
): Promise<boolean> {
  const file = await readFile(folder, name);
  if (file === undefined) return false;
  const phrases = phrase === null ? [] : [phrase];
  return verifyBackup({ file, phrases, context: { signal, onProgress: () => {} } }, digest);
}

// The manifest first: a crash in between leaves a file too many, never an entry without a file.
async function updateManifest(
  folder: Folder,
  latest: ManifestEntry,
): Promise<Result<null, BackupProblem>> {
  const known = await listBackups(folder);
  const others = known.filter((backup) => backup.shop !== latest.shop);
  const ours = known.filter((backup) => backup.shop === latest.shop);
  const retained = retainedBackups(ours, latest);
  const listed = await saveManifest(folder, [...retained, ...others]);
  if (!listed.ok) return listed;
  const names = new Set(retained.map((backup) => backup.name));
  for (const backup of ours) if (!names.has(backup.name)) await deleteFile(folder, backup.name);
  return ok(null);
}

function manifestEntryOf(
  from: Pick<ManifestEntry, 'shop' | 'database' | 'without'>,
  backup: Omit<UnverifiedBackup, 'file' | 'digest'>,
): ManifestEntry {
  const { fileName, madeAt, day, stamp, size } = backup;
  const { people, visits } = size;
  return { name: fileName, at: madeAt, day, ...from, unopened: null, stamp, people, visits };
}
