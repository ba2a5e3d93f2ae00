/**
 * Waits for `work` as long as somebody sees what comes of it: until the returned function is called. After that neither its answer nor its
 * failure is heard, for the shop may have been closed under it.
 */
export function whileShown<T>(work: Promise<T>, take: (value: T) => void): () => void {
  let isShown = true;
  async function wait(): Promise<void> {
    try {
      const value = await work;
      if (isShown) take(value);
    } catch (error) {
      if (isShown) throw error;
    }
  }
  void wait();
  return () => {
    isShown = false;
  };
}

/** The same for work that begins only after `quietMs`. */
export function whileShownAfter<T>(
  quietMs: number,
  work: () => Promise<T>,
  take: (value: T) => void,
): () => void {
  let leave: (() => void) | null = null;
  const timer = setTimeout(() => {
    leave = whileShown(work(), take);
  }, quietMs);
  return () => {
    clearTimeout(timer);
    leave?.();
  };
}
