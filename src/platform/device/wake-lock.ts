// Keeps the screen on while somebody works at the counter. The browser lets go whenever the page is hidden, so it is asked again on
// every return; where it cannot or will not, the screen dims as it always did and nobody is told.

/** Keeps the screen on until the returned function is called. */
export function keepScreenOn(): () => void {
  let over = false;
  let lock: WakeLockSentinel | null = null;

  async function take(): Promise<void> {
    if (over || lock !== null || document.visibilityState !== 'visible') return;
    const taken = await requested();
    if (taken === null) return;
    if (over) {
      await taken.release();
      return;
    }
    lock = taken;
    taken.addEventListener('release', () => {
      lock = null;
    });
  }
  function takeAgain(): void {
    void take();
  }

  // Some browsers grant it only in answer to a touch.
  document.addEventListener('visibilitychange', takeAgain);
  document.addEventListener('pointerup', takeAgain);
  takeAgain();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', takeAgain);
    document.removeEventListener('pointerup', takeAgain);
    void lock?.release();
  };
}

async function requested(): Promise<WakeLockSentinel | null> {
  if (!('wakeLock' in navigator)) return null;
  try {
    return await navigator.wakeLock.request('screen');
  } catch {
    return null;
  }
}
