// Keeps the screen on at the counter. The browser releases the lock whenever the page is hidden, so
// it is requested again on every return; where that fails, the screen dims as always.

export function acquireWakeLock(): () => void {
  let isReleased = false;
  let lock: WakeLockSentinel | null = null;

  async function acquire(): Promise<void> {
    if (isReleased || lock !== null || document.visibilityState !== 'visible') return;
    const acquired = await requestWakeLock();
    if (acquired === null) return;
    if (isReleased) {
      await acquired.release();
      return;
    }
    lock = acquired;
    acquired.addEventListener('release', () => {
      lock = null;
    });
  }
  function reacquire(): void {
    void acquire();
  }

  // Some browsers grant it only in answer to a touch.
  document.addEventListener('visibilitychange', reacquire);
  document.addEventListener('pointerup', reacquire);
  reacquire();
  return () => {
    isReleased = true;
    document.removeEventListener('visibilitychange', reacquire);
    document.removeEventListener('pointerup', reacquire);
    void lock?.release();
  };
}

async function requestWakeLock(): Promise<WakeLockSentinel | null> {
  if (!('wakeLock' in navigator)) return null;
  try {
    return await navigator.wakeLock.request('screen');
  } catch {
    return null;
  }
}
