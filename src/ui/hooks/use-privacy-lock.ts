import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { privacyLockOf, type PrivacyLock, type Typing } from '#app/privacy/privacy-lock.ts';
import { isAnyFormDirty } from './use-dirty-form.ts';
import { useTablet } from './use-app.ts';

/** The privacy screen of this page, followed as it opens and closes, here and in other tabs. */
export function usePrivacyLock(): PrivacyLock {
  const lock = privacyLockOf(useTablet().device);
  const [, look] = useState(0);
  useLayoutEffect(() => lock.subscribe(() => look((count) => count + 1)), [lock]);
  useEffect(() => {
    function hear(event: StorageEvent): void {
      lock.hear(event.key);
    }
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  }, [lock]);
  return lock;
}

/** Whether an owner's place is closed; while it is open, nobody's touch for so long closes it. Touches of the Counter do not count. */
export function useOwnerPlace(): boolean {
  const lock = usePrivacyLock();
  const isLocked = lock.isLocked(typing());
  useEffect(() => (lock.hasPin() && !isLocked ? keepLooking(lock) : undefined), [lock, isLocked]);
  return isLocked;
}

function keepLooking(lock: PrivacyLock): () => void {
  function touched(): void {
    lock.touch(typing());
  }
  // A tablet that slept hears of no timer: it looks when it wakes.
  function look(): void {
    lock.look(typing());
  }
  touched();
  const timer = setInterval(look, lookEveryMs);
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
const lookEveryMs = 1_000;
