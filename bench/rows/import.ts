import type { ImportChoices } from '#formats/lists/list-choices.ts';
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
    const brought = await page.evaluate(bringIn, { database, csv: listText(index) });
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
    page.evaluate(bringIn, { database, csv: listText(times) }),
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

/** Runs in the page: the requests of the import screens, one after the other. */
async function bringIn({
  database,
  csv,
}: {
  readonly database: string;
  readonly csv: string;
}): Promise<{
  readonly id: string;
  readonly importMs: number;
  readonly snapshotMs: number;
  readonly readMs: number;
}> {
  const file = new File([csv], 'visits.csv', { type: 'text/csv' });
  const open = { encoding: null, sheet: null };
  const parsed = await notes.ask({ database, request: { kind: 'parse-list', file, open } });
  const choices: ImportChoices = {
    firstIsHeadings: true,
    meanings: ['name', 'visit-day', 'amount'],
    order: null,
    currency: null,
    standIns: {},
  };
  const mapped = { file, reading: parsed.value, choices };
  const previewed = await notes.ask({ database, request: { kind: 'preview-import', ...mapped } });
  // As the screen does while the list is looked over.
  const snapshot = await notes.ask({ database, request: { kind: 'take-snapshot' } });
  const answers = { all: null, each: [] };
  const imported = await notes.ask({
    database,
    request: { kind: 'run-import', ...mapped, answers },
  });
  return {
    id: imported.value.id,
    importMs: imported.ms,
    snapshotMs: snapshot.ms,
    readMs: parsed.ms + previewed.ms,
  };
}
