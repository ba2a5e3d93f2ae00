import { useEffect, useState } from 'preact/hooks';
import { copyLock, type CopyLock } from '#app/backup/backup-protection.ts';
import { copyKeeping, onNoted } from '#app/backup/backup-history.ts';
import { useTablet } from './use-app.ts';

/** How copies of this tablet are locked, also after it was changed. */
export function useCopyLock(): CopyLock {
  const { notes } = copyKeeping(useTablet().device);
  const [, look] = useState(0);
  useEffect(() => onNoted(() => look((count) => count + 1)), []);
  return copyLock(notes);
}
