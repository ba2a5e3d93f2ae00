import { useState } from 'preact/hooks';
import { bringBack, lookInsideLocked, putTogether } from '#app/backup/backups.ts';
import { lockingPhrase } from '#app/backup/backup-protection.ts';
import { copyKeeping } from '#app/backup/backup-history.ts';
import type { CopyView } from '#app/backup/backup-results.ts';
import type { CopyFile } from '#app/backup/backup-requests.ts';
import type { WorkProgress } from '#app/worker/protocol.ts';
import type { CopyProblem } from '#domain/backup/backup-problem.ts';
import { phrasesMeant } from '#domain/backup/passphrase.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';
import { useTablet } from '#ui/hooks/use-app.ts';

/** How far the owner is with a copy that may be brought back. */
export type BringingBack =
  | { readonly state: 'nothing-chosen' }
  | { readonly state: 'looking'; readonly progress: WorkProgress }
  /** It is locked, and not with the words of this tablet. */
  | { readonly state: 'locked'; readonly file: Blob; readonly isRefused: boolean }
  | { readonly state: 'looked'; readonly copy: CopyFile; readonly view: CopyView }
  | { readonly state: 'bringing'; readonly progress: WorkProgress }
  | { readonly state: 'refused'; readonly problem: CopyProblem };

export interface BringBack {
  readonly bringing: BringingBack;
  readonly look: (file: Blob) => Promise<void>;
  /** Tries the words somebody typed. */
  readonly unlock: (file: Blob, typed: string) => Promise<void>;
  readonly bring: (copy: CopyFile, view: CopyView) => Promise<void>;
  /** Puts it together with the shop as it is. */
  readonly join: (copy: CopyFile) => Promise<void>;
  readonly leave: () => void;
}

const atTheStart: WorkProgress = { done: 0, total: null };

/** Looks into a file, and makes it the shop, or a part of it, when told to. */
export function useBringBack(): BringBack {
  const deps = useDeps();
  const { device, shops } = useTablet();
  const keeping = copyKeeping(device);
  const [bringing, setBringing] = useState<BringingBack>({ state: 'nothing-chosen' });

  async function lookWith(file: Blob, phrases: readonly string[], isTyped: 'typed' | 'kept') {
    setBringing({ state: 'looking', progress: atTheStart });
    const copy = { file, phrases };
    const looked = await lookInsideLocked(deps, copy, (progress) =>
      setBringing({ state: 'looking', progress }),
    );
    if (looked.ok) setBringing({ state: 'looked', copy, view: looked.value });
    else if (isLocked(looked.problem))
      setBringing({ state: 'locked', file, isRefused: isTyped === 'typed' });
    else setBringing({ state: 'refused', problem: looked.problem });
  }
  async function make(
    making: (onProgress: (progress: WorkProgress) => void) => ReturnType<typeof bringBack>,
  ): Promise<void> {
    setBringing({ state: 'bringing', progress: atTheStart });
    const made = await making((progress) => setBringing({ state: 'bringing', progress }));
    if (made.ok) await shops.adopt(made.value);
    else setBringing({ state: 'refused', problem: made.problem });
  }

  const own = lockingPhrase(keeping.notes);
  return {
    bringing,
    look: (file) => lookWith(file, own === null ? [] : [own], 'kept'),
    unlock: (file, typed) => lookWith(file, phrasesMeant(typed), 'typed'),
    bring: (copy, view) =>
      make((onProgress) => bringBack(keeping, deps, { ...copy, view, onProgress })),
    join: (copy) => make((onProgress) => putTogether(keeping, deps, { ...copy, onProgress })),
    leave: () => setBringing({ state: 'nothing-chosen' }),
  };
}

function isLocked({ kind }: CopyProblem): boolean {
  return kind === 'locked-copy' || kind === 'wrong-phrase';
}
