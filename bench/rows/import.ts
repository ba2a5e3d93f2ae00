import { database } from '../shop-browser.ts';
import { measured, median, type Measured } from '../measured.ts';
import { waitUntilIdle, waitUntilReady } from '../steps.ts';
import type { RowContext } from './rows.ts';

const rowsOfList = 20_000;
const times = 5;

/**
 * A list of 20,000 visits brought in by the app's worker, beside the bare insertion of the rows it
 * ends in.
 */
export async function importRow({
  size,
  throttle,
  shop,
}: RowContext): Promise<readonly Measured[]> {
  const { page, measureWorker, close } = await shop.open({ throttle });
  await waitUntilReady(page);
  await page.waitForFunction(() => notes.workers.length > 0);
  const took: number[] = [];
  const raw: number[] = [];
  const before: { read: number; snapshot: number } = { read: 0, snapshot: 0 };
  for (let index = 0; index < times; index += 1) {
    const brought = await page.evaluate(bringIn, { name: database, csv: listText(index) });
    raw.push(
      await page.evaluate(([name, id]) => references.rawImport(name, id), [
        database,
        brought.id,
      ] as const),
    );
    took.push(brought.importMs);
    before.read = brought.readMs;
    before.snapshot = brought.snapshotMs;
    await waitUntilIdle(page);
  }
  const work = await measureWorker(() =>
    page.evaluate(bringIn, { name: database, csv: listText(times) }),
  );
  await close();
  return [
    measured({
      row: 'import of 20,000 visit rows',
      size,
      values: took,
      references: { 'raw insertion of its rows': median(raw) },
      goal: 'ratio ≤ 2',
      isMet: median(took) / median(raw) <= 2,
      work,
      note: `before it: read and looked over in ${Math.round(before.read)} ms, a snapshot taken in ${Math.round(before.snapshot)} ms`,
    }),
  ];
}

function listText(run: number): string {
  const lines = Array.from({ length: rowsOfList }, (_, index) => {
    const person = index % 800;
    const day = new Date(Date.UTC(2024, 0, 1) + Math.floor(index / 25) * 86_400_000);
    const time = `${String(9 + (index % 8)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
    return `Imported Person ${run}-${person},${day.toISOString().slice(0, 10)} ${time},${(3 + (index % 40)).toFixed(2)}`;
  });
  return `Name,Visit,Amount\n${lines.join('\n')}\n`;
}

/** Runs in the page: the three questions of the Bring in screen, one after the other. */
async function bringIn({ name, csv }: { readonly name: string; readonly csv: string }): Promise<{
  readonly id: string;
  readonly importMs: number;
  readonly snapshotMs: number;
  readonly readMs: number;
}> {
  const file = new File([csv], 'visits.csv', { type: 'text/csv' });
  const ask = <Answer>(request: object): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const worker = notes.workers.at(-1);
      const call = 2_000_000 + Math.floor(performance.now() * 1_000);
      worker?.addEventListener('message', ({ data }: MessageEvent) => {
        if (data.call !== call || 'progress' in data) return;
        if ('bug' in data) reject(new Error(data.bug.message));
        else if (!data.answer.ok) reject(new Error(JSON.stringify(data.answer.problem)));
        else resolve(data.answer.value);
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      worker?.postMessage({ call, question: { database: name, now: Date.now(), request } });
    });
  const begun = performance.now();
  const reading = await ask<object>({ kind: 'parse-file', file });
  const choices = { firstIsHeadings: true, meanings: ['name', 'visit-day', 'amount'], order: null };
  await ask({ kind: 'preview-import', file, reading, choices });
  const snapped = performance.now();
  // As the screen does while the list is looked over.
  await ask({ kind: 'take-snapshot' });
  const looked = performance.now();
  const answers = { numbers: 'apart', same: [] };
  const done = await ask<{ readonly id: string }>({
    kind: 'run-import',
    file,
    reading,
    choices,
    answers,
  });
  const end = performance.now();
  return {
    id: done.id,
    importMs: end - looked,
    snapshotMs: looked - snapped,
    readMs: snapped - begun,
  };
}
