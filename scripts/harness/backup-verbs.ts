// What the harness does with backups: files are kept by name on the page, so that large ones need
// not travel.
import { restoreBackup, previewBackup, prepareBackup, mergeBackup } from '#app/backup/backups.ts';
import { createBackupContext } from '#app/backup/backup-history.ts';
import type { BackupPreview } from '#app/backup/backup-types.ts';
import type { Deps } from '#app/deps.ts';
import type { Environment } from '#app/environment.ts';
import type { Result } from '#lib/result.ts';
import { seededRandom } from '#lib/seeded-random.ts';

/**
 * What came of many broken files. `same`: nothing that matters was hit, and the file reads exactly
 * as before.
 */
export interface MangleFindings {
  readonly tries: number;
  readonly refused: number;
  readonly same: number;
  readonly broken: readonly string[];
}

type Problem = { readonly kind: string };

/** What is done with the kept files alone. */
function fileVerbs(files: Map<string, File>, fileNamed: (name: string) => File) {
  return {
    /** The bytes of the file `name`. */
    async packedBytes(name: string): Promise<string> {
      const bytes = new Uint8Array(await fileNamed(name).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    /** Keeps a file of the campaign's own making under `name`. */
    addFile(name: string, base64: string): void {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      files.set(name, new File([bytes], name));
    },
  };
}

/** The verbs, on whatever shop `open` gives. */
export function backupVerbs(device: Environment, open: () => Deps) {
  const files = new Map<string, File>();
  let progressReports = 0;
  const onProgress = (): void => void (progressReports += 1);

  function fileNamed(name: string): File {
    const file = files.get(name);
    if (file === undefined) throw new Error(`No file ${name}`);
    return file;
  }

  async function look(
    file: File,
    phrases: readonly string[],
  ): Promise<Result<BackupPreview, Problem>> {
    return previewBackup(open(), { file, phrases }, () => {});
  }

  return {
    /** How often packing and restoring told how far they were, so far. */
    progressReports: (): number => progressReports,
    /**
     * Packs the open shop and keeps the file under `name`, locked with `phrase` or open. Gives its
     * size in bytes.
     */
    async pack(name: string, phrase: string | null = null): Promise<Result<number, Problem>> {
      const { signal } = new AbortController();
      const ready = await prepareBackup(open(), phrase, { onProgress, signal });
      if (!ready.ok) return ready;
      files.set(name, ready.value.file);
      return { ok: true, value: ready.value.file.size };
    },
    ...fileVerbs(files, fileNamed),
    /** The problem that looking inside finds, or null. */
    async lookInside(name: string, phrases: readonly string[] = []): Promise<string | null> {
      const looked = await look(fileNamed(name), phrases);
      return looked.ok ? null : looked.problem.kind;
    },
    /** Restores the file `name` beside the open shop; gives the name of the new database. */
    async restore(name: string, phrases: readonly string[] = []): Promise<Result<string, Problem>> {
      const preview = { backupSize: { people: 0, visits: 0, lastDay: null }, madeAt: null };
      const order = { file: fileNamed(name), phrases, preview, onProgress };
      return restoreBackup(createBackupContext(device), open(), order);
    },
    /** Makes one shop of the open one and the file `name`; gives the name of the new database. */
    async merge(name: string, phrases: readonly string[] = []): Promise<Result<string, Problem>> {
      const order = { file: fileNamed(name), phrases, onProgress: () => {} };
      return mergeBackup(createBackupContext(device), open(), order);
    },
    /**
     * Cuts the file `name` or turns one bit of it, at random, again and again; each must be
     * refused.
     */
    async mangle(
      name: string,
      phrases: readonly string[],
      order: { readonly tries: number; readonly seed: string },
    ): Promise<MangleFindings> {
      const file = fileNamed(name);
      const readable = {
        look: async (each: File) => JSON.stringify(await look(each, phrases)),
        restore: async (each: File) => {
          files.set('mangled', each);
          return (await this.restore('mangled', phrases)).ok;
        },
      };
      return readMangled(new Uint8Array(await file.arrayBuffer()), readable, order);
    },
  };
}

/** How the app reads a file: what it says of it, and whether it makes a shop of it. */
interface Reading {
  readonly look: (file: File) => Promise<string>;
  readonly restore: (file: File) => Promise<boolean>;
}

// Every tenth goes on to be restored.
async function readMangled(
  whole: Uint8Array<ArrayBuffer>,
  { look, restore }: Reading,
  order: { readonly tries: number; readonly seed: string },
): Promise<MangleFindings> {
  const random = seededRandom(order.seed);
  const view = await look(new File([whole], 'whole'));
  const findings = { tries: 0, refused: 0, same: 0, broken: [] as string[] };
  for (let turn = 0; turn < order.tries; turn += 1) {
    const place = Math.floor(random() * whole.length);
    const bytes = turn % 3 === 0 ? whole.slice(0, place) : whole.slice();
    if (turn % 3 !== 0) bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8));
    const file = new File([bytes], 'mangled');
    const looked = await look(file);
    findings.tries += 1;
    if (looked === view) findings.same += 1;
    else if (looked.startsWith('{"ok":false')) findings.refused += 1;
    else findings.broken.push(`${turn % 3 === 0 ? 'cut' : 'flipped'} at ${place}: read`);
    if (turn % 10 === 0 && looked !== view && (await restore(file)))
      findings.broken.push(`at ${place}: restored`);
  }
  return findings;
}
