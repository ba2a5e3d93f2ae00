import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { getPrivacyLock, type PrivacyLock, type Typing } from '#app/privacy/privacy-lock.ts';
import { isAnyFormDirty } from './use-dirty-form.ts';
import { useApp } from './use-app.ts';

/** The privacy screen of this page, followed as it opens and closes, here and in other tabs. */
export function usePrivacyLock(): PrivacyLock {
  const lock = getPrivacyLock(useApp().device);
  const [, look] = useState(0);
  useLayoutEffect(() => lock.subscribe(() => look((count) => count + 1)), [lock]);
  useEffect(() => {
    function hear(event: StorageEvent): void {
      lock.onStorageChange(event.key);
    }
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  }, [lock]);
  return lock;
}

/**
 * Whether an owner's place is closed; while it is open, nobody's touch for so long closes it.
 * Touches of the Counter do not count.
 */
export function useOwnerLock(): boolean {
  const lock = usePrivacyLock();
  const isLocked = lock.isLocked(typing());
  useEffect(() => (lock.hasPin() && !isLocked ? watchIdleness(lock) : undefined), [lock, isLocked]);
  return isLocked;
}

function watchIdleness(lock: PrivacyLock): () => void {
  function touched(): void {
    lock.touch(typing());
  }
  // A tablet that slept hears of no timer: it looks when it wakes.
  function look(): void {
    lock.closeIfIdle(typing());
  }
  touched();
  const timer = setInterval(look, checkEveryMs);
  document.addEventListener('visibilitychange', look);
  for (const name of touches) addEventListener(name, touched, { passive: true });
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    for (const name of touches) removeEventListener(name, touched);
  };
}

function typing(): Typing {
  return isAnyFormDirty() ? 'half-typed' : 'none';
}

const touches = ['pointerdown', 'keydown', 'wheel'] as const;
const checkEveryMs = 1_000;
