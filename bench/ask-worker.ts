// Questions to the worker that the app itself has started.
import type { Page } from 'playwright-core';

/** A request, and whose history changed before it as the page would tell. */
export interface Asked {
  readonly request: object;
  readonly changed?: { readonly kind: 'all' } | null;
}

/** Asks the app's worker as the app does. Milliseconds. */
export async function askWorker(
  page: Page,
  database: string,
  { request, changed = null }: Asked,
): Promise<number> {
  return page.evaluate(
    ([name, asked, told]) =>
      new Promise<number>((resolve, reject) => {
        const worker = notes.workers.at(-1);
        if (worker === undefined) throw new Error('no worker');
        const call = 1_000_000 + Math.floor(performance.now());
        const begun = performance.now();
        function onMessage({ data }: MessageEvent): void {
          if (data.call !== call || 'progress' in data) return;
          worker?.removeEventListener('message', onMessage);
          if ('bug' in data) reject(new Error(data.bug.message));
          else resolve(performance.now() - begun);
        }
        worker.addEventListener('message', onMessage);
        const input = { database: name, now: Date.now(), changed: told, request: asked };
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
        worker.postMessage({ call, input });
      }),
    [database, request, changed] as const,
  );
}
