/** Runs `step` once the page is idle; the returned function cancels it. */
export function whenIdle(step: () => void): () => void {
  // Safari does not say when it is idle.
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(step, fallbackMs);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(step, { timeout: maxWaitMs });
  return () => cancelIdleCallback(asked);
}

const fallbackMs = 200;
const maxWaitMs = 2_000;
