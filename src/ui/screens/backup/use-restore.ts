import { useState } from 'preact/hooks';
import { restoreBackup, previewBackup, mergeBackup } from '#app/backup/backups.ts';
import { encryptionPhrase } from '#app/backup/backup-protection.ts';
import { createBackupContext } from '#app/backup/backup-history.ts';
import type { BackupPreview, BackupFile } from '#app/backup/backup-types.ts';
import type { WorkerProgress } from '#app/worker/protocol.ts';
import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { passphraseCandidates } from '#domain/backup/passphrase.ts';
import { useDeps, useApp } from '#ui/hooks/use-shop.ts';

export type RestoreState =
  | { readonly state: 'nothing-chosen' }
  | { readonly state: 'loading'; readonly progress: WorkerProgress }
  /** It is locked, and not with the words of this tablet. */
  | { readonly state: 'locked'; readonly file: Blob; readonly isRefused: boolean }
  | { readonly state: 'previewed'; readonly backup: BackupFile; readonly preview: BackupPreview }
  | { readonly state: 'restoring'; readonly progress: WorkerProgress }
  | { readonly state: 'refused'; readonly problem: BackupProblem };

export interface RestoreFlow {
  readonly restoreState: RestoreState;
  readonly preview: (file: Blob) => Promise<void>;
  readonly unlock: (file: Blob, typed: string) => Promise<void>;
  readonly restore: (backup: BackupFile, preview: BackupPreview) => Promise<void>;
  readonly merge: (backup: BackupFile) => Promise<void>;
  readonly reset: () => void;
}

const noProgress: WorkerProgress = { done: 0, total: null };

export function useRestore(): RestoreFlow {
  const deps = useDeps();
  const { device, shops } = useApp();
  const backupContext = createBackupContext(device);
  const [restoreState, setRestoreState] = useState<RestoreState>({ state: 'nothing-chosen' });

  async function previewWith(file: Blob, phrases: readonly string[], isTyped: 'typed' | 'stored') {
    setRestoreState({ state: 'loading', progress: noProgress });
    const backup = { file, phrases };
    const previewed = await previewBackup(deps, backup, (progress) =>
      setRestoreState({ state: 'loading', progress }),
    );
    if (previewed.ok) setRestoreState({ state: 'previewed', backup, preview: previewed.value });
    else if (isLocked(previewed.problem))
      setRestoreState({ state: 'locked', file, isRefused: isTyped === 'typed' });
    else setRestoreState({ state: 'refused', problem: previewed.problem });
  }
  async function runOperation(
    operation: (onProgress: (progress: WorkerProgress) => void) => ReturnType<typeof restoreBackup>,
  ): Promise<void> {
    setRestoreState({ state: 'restoring', progress: noProgress });
    const result = await operation((progress) => setRestoreState({ state: 'restoring', progress }));
    if (result.ok) await shops.switchShop(result.value);
    else setRestoreState({ state: 'refused', problem: result.problem });
  }

  const own = encryptionPhrase(backupContext.store);
  return {
    restoreState,
    preview: (file) => previewWith(file, own === null ? [] : [own], 'stored'),
    unlock: (file, typed) => previewWith(file, passphraseCandidates(typed), 'typed'),
    restore: (backup, preview) =>
      runOperation((onProgress) =>
        restoreBackup(backupContext, deps, { ...backup, preview, onProgress }),
      ),
    merge: (backup) =>
      runOperation((onProgress) => mergeBackup(backupContext, deps, { ...backup, onProgress })),
    reset: () => setRestoreState({ state: 'nothing-chosen' }),
  };
}

function isLocked({ kind }: BackupProblem): boolean {
  return kind === 'encrypted-backup' || kind === 'wrong-passphrase';
}
