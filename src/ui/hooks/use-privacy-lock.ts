import { useEffect } from 'preact/hooks';
import { getPrivacyLock, type PrivacyLock, type Typing } from '#app/privacy/privacy-lock.ts';
import { isAnyFormDirty } from './use-dirty-form.ts';
import { useApp } from './use-shop.ts';
import { useObservable } from './use-observable.ts';

/** The privacy lock, drawn again as it opens and closes, here and in other tabs. */
export function usePrivacyLock(): PrivacyLock {
  const lock = getPrivacyLock(useApp().device);
  useObservable(lock, () => lock.version);
  useEffect(() => {
    function onStorage(event: StorageEvent): void {
      lock.onStorageChange(event.key);
    }
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }, [lock]);
  return lock;
}

/** While one of them is open they lock after a time without a touch, not counting the Counter's. */
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
  // No timer runs while a tablet sleeps: it is checked when it wakes.
  function check(): void {
    lock.closeIfIdle(typing());
  }
  touched();
  const timer = setInterval(check, checkEveryMs);
  document.addEventListener('visibilitychange', check);
  for (const name of touches) addEventListener(name, touched, { passive: true });
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', check);
    for (const name of touches) removeEventListener(name, touched);
  };
}

function typing(): Typing {
  return isAnyFormDirty() ? 'half-typed' : 'none';
}

const touches = ['pointerdown', 'keydown', 'wheel'] as const;
const checkEveryMs = 1_000;
