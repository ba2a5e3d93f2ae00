/** Runs `step` once the page has nothing else to do, and gives back how to call it off. */
export function whenIdle(step: () => void): () => void {
  // Not every browser of ours tells when it is idle; a moment later will do.
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(step, fallbackMs);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(step, { timeout: maxWaitMs });
  return () => cancelIdleCallback(asked);
}

const fallbackMs = 200;
const maxWaitMs = 2_000;
