import { useEffect, useState } from 'preact/hooks';
import { copyLock, type CopyLock } from '#app/copy-lock.ts';
import { copyKeeping, onNoted } from '#app/copy-notes.ts';
import { useTablet } from './use-device.ts';

/** How copies of this tablet are locked, also after it was changed. */
export function useCopyLock(): CopyLock {
  const { notes } = copyKeeping(useTablet().device);
  const [, look] = useState(0);
  useEffect(() => onNoted(() => look((count) => count + 1)), []);
  return copyLock(notes);
}
