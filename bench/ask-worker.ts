// Questions to the worker that the app itself has started.
import type { Page } from 'playwright-core';

/** Asks the app's worker as the app does. Milliseconds. */
export async function askWorker(page: Page, database: string, request: object): Promise<number> {
  return page.evaluate(
    ([name, asked]) =>
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
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
        worker.postMessage({ call, question: { database: name, now: Date.now(), request: asked } });
      }),
    [database, request] as const,
  );
}
