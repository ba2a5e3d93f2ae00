// The worker's part of the folder: a copy written beside the others, read again from there, named in the folder's list, and only then are
// copies let go that nobody needs any more. Must never touch a file that the list does not name as a copy of this shop.

import type { CopyProblem } from '#domain/backup/backup-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import {
  readFrom,
  removeFrom,
  writeNew,
  writeOver,
  type Folder,
} from '#platform/files/file-system.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { copiesToKeep } from '#formats/backup/retention.ts';
import {
  folderListName,
  folderListText,
  listedCopies,
  type ListedCopy,
} from '#formats/backup/manifest.ts';
import type { WrittenCopy } from './backup-results.ts';
import { isProven, type CopyProof } from './read-backup.ts';
import type { WriteOrder } from './backup-requests.ts';
import type { Deps } from '#app/deps.ts';
import { packUnread, type UnreadCopy } from './create-backup.ts';
import type { Job } from '#app/worker/protocol.ts';

/** Writes a copy of the open shop into the folder and verifies it there. After a problem the copies before it are all still there. */
export async function writeCopy(
  deps: Deps,
  { folder, phrase }: WriteOrder,
  job: Job,
): Promise<Result<WrittenCopy, CopyProblem>> {
  const packed = await packUnread(deps, { phrase }, job);
  if (!packed.ok) return packed;
  const { file, proof, ...about } = packed.value;
  const written = await writeNew(folder, about.fileName, file);
  if (!written.ok) return failed({ kind: written.problem });
  const fileName = written.value;
  const { signal } = job;
  if (!(await isThere({ folder, phrase, signal }, fileName, proof))) {
    await removeFrom(folder, fileName);
    return failed({ kind: 'copy-not-verified' });
  }
  const shop = (await readMeta(deps.db))?.shopId ?? '';
  const listed = await listAndTidy(
    folder,
    listedOf({ shop, database: deps.db.name }, { ...about, fileName }),
  );
  return listed.ok ? ok({ ...about, fileName }) : listed;
}

/** The copies that the folder's list names, of this and other shops. */
export async function copiesIn(folder: Folder): Promise<readonly ListedCopy[]> {
  const file = await readFrom(folder, folderListName);
  return file === undefined ? [] : listedCopies(await file.text());
}

async function isThere(
  { folder, phrase, signal }: WriteOrder & Pick<Job, 'signal'>,
  name: string,
  proof: CopyProof,
): Promise<boolean> {
  const file = await readFrom(folder, name);
  if (file === undefined) return false;
  const phrases = phrase === null ? [] : [phrase];
  return isProven({ file, phrases, job: { signal, onProgress: () => {} } }, proof);
}

// The list first: should the tablet be switched off in between, a file too many is left, never a name without its file.
async function listAndTidy(folder: Folder, latest: ListedCopy): Promise<Result<null, CopyProblem>> {
  const known = await copiesIn(folder);
  const others = known.filter((copy) => copy.shop !== latest.shop);
  const ours = known.filter((copy) => copy.shop === latest.shop);
  const staying = copiesToKeep(ours, latest);
  const text = folderListText([...staying, ...others]);
  const listed = await writeOver(folder, folderListName, new Blob([text]));
  if (!listed.ok) return failed({ kind: listed.problem });
  const names = new Set(staying.map((copy) => copy.name));
  for (const copy of ours) if (!names.has(copy.name)) await removeFrom(folder, copy.name);
  return ok(null);
}

function listedOf(
  from: Pick<ListedCopy, 'shop' | 'database'>,
  copy: Omit<UnreadCopy, 'file' | 'proof'>,
): ListedCopy {
  const { fileName, madeAt, day, stamp, size } = copy;
  const { people, visits } = size;
  return { name: fileName, at: madeAt, day, ...from, stamp, people, visits };
}
