import { useState } from 'preact/hooks';
import { bringBack, lookInside } from '#app/copies.ts';
import { copyKeeping } from '#app/copy-notes.ts';
import type { CopyView } from '#app/copy-findings.ts';
import type { WorkProgress } from '#app/work.ts';
import type { CopyProblem } from '#domain/copy-problem.ts';
import { useDeps } from './use-deps.ts';
import { useTablet } from './use-device.ts';

/** How far the owner is with a copy that may be brought back. */
export type BringingBack =
  | { readonly state: 'nothing-chosen' }
  | { readonly state: 'looking'; readonly progress: WorkProgress }
  | { readonly state: 'looked'; readonly file: Blob; readonly view: CopyView }
  | { readonly state: 'bringing'; readonly progress: WorkProgress }
  | { readonly state: 'refused'; readonly problem: CopyProblem };

export interface BringBack {
  readonly bringing: BringingBack;
  readonly look: (file: Blob) => Promise<void>;
  readonly bring: (file: Blob, view: CopyView) => Promise<void>;
  readonly leave: () => void;
}

const atTheStart: WorkProgress = { done: 0, total: null };

/** Looks into a file, and makes it the shop when told to. */
export function useBringBack(): BringBack {
  const deps = useDeps();
  const { device, shops } = useTablet();
  const [bringing, setBringing] = useState<BringingBack>({ state: 'nothing-chosen' });
  return {
    bringing,
    async look(file) {
      setBringing({ state: 'looking', progress: atTheStart });
      const looked = await lookInside(deps, file, (progress) =>
        setBringing({ state: 'looking', progress }),
      );
      setBringing(
        looked.ok
          ? { state: 'looked', file, view: looked.value }
          : { state: 'refused', problem: looked.problem },
      );
    },
    async bring(file, view) {
      setBringing({ state: 'bringing', progress: atTheStart });
      const onProgress = (progress: WorkProgress): void =>
        setBringing({ state: 'bringing', progress });
      const brought = await bringBack(copyKeeping(device), deps, { file, view, onProgress });
      if (brought.ok) await shops.adopt(brought.value);
      else setBringing({ state: 'refused', problem: brought.problem });
    },
    leave: () => setBringing({ state: 'nothing-chosen' }),
  };
}
