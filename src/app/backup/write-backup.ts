// Worker: writes a backup into the folder, verifies it there, adds it to the manifest, then deletes
// expired backups. Must never touch a file that the manifest does not list for this shop.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import {
  readFile,
  deleteFile,
  createFile,
  overwriteFile,
  type Folder,
} from '#platform/files/file-system.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { retainedBackups } from '#formats/backup/retained-backups.ts';
import {
  manifestName,
  manifestText,
  parseManifest,
  type ManifestEntry,
} from '#formats/backup/manifest.ts';
import type { WrittenBackup, WriteBackupRequest } from './backup-types.ts';
import { verifyBackup, type BackupDigest } from './read-backup.ts';
import type { Deps } from '#app/deps.ts';
import { createUnverifiedBackup, type UnverifiedBackup } from './create-backup.ts';
import type { RequestContext } from '#app/worker/protocol.ts';

/** Writes a verified backup into the folder. After a problem all earlier ones are still there. */
export async function writeBackup(
  deps: Deps,
  { folder, phrase }: WriteBackupRequest,
  context: RequestContext,
): Promise<Result<WrittenBackup, BackupProblem>> {
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
    manifestEntryOf({ shop, database: deps.db.name }, { ...about, fileName }),
  );
  return listed.ok ? ok({ ...about, fileName }) : listed;
}

export async function listBackups(folder: Folder): Promise<readonly ManifestEntry[]> {
  const file = await readFile(folder, manifestName);
  return file === undefined ? [] : parseManifest(await file.text());
}

async function isWritten(
  { folder, phrase, signal }: WriteBackupRequest & Pick<RequestContext, 'signal'>,
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
  const text = manifestText([...retained, ...others]);
  const listed = await overwriteFile(folder, manifestName, new Blob([text]));
  if (!listed.ok) return failed({ kind: listed.problem });
  const names = new Set(retained.map((backup) => backup.name));
  for (const backup of ours) if (!names.has(backup.name)) await deleteFile(folder, backup.name);
  return ok(null);
}

function manifestEntryOf(
  from: Pick<ManifestEntry, 'shop' | 'database'>,
  backup: Omit<UnverifiedBackup, 'file' | 'digest'>,
): ManifestEntry {
  const { fileName, madeAt, day, stamp, size } = backup;
  const { people, visits } = size;
  return { name: fileName, at: madeAt, day, ...from, stamp, people, visits };
}
