/** Waits until the result is called; then no failure matters, for the shop may be closed. */
export function untilCancelled<T>(promise: Promise<T>, onValue: (value: T) => void): () => void {
  let isActive = true;
  async function wait(): Promise<void> {
    try {
      const value = await promise;
      if (isActive) onValue(value);
    } catch (error) {
      if (isActive) throw error;
    }
  }
  void wait();
  return () => {
    isActive = false;
  };
}

/** The same for work that begins only after `delayMs`. */
export function untilCancelledAfter<T>(
  delayMs: number,
  promise: () => Promise<T>,
  onValue: (value: T) => void,
): () => void {
  let cancel: (() => void) | null = null;
  const timer = setTimeout(() => {
    cancel = untilCancelled(promise(), onValue);
  }, delayMs);
  return () => {
    clearTimeout(timer);
    cancel?.();
  };
}
