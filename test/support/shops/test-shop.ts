import { loadSettings } from '#app/shop/settings.ts';
import type { Deps } from '#app/deps.ts';
import { inlineWorker } from '#app/worker/handlers.ts';
import { zeroRowCounts } from '#domain/shop/meta.ts';
import { defaultSettings, type SettingsValues } from '#domain/shop/settings.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { nextTimestamp } from '#lib/hlc.ts';
import { openDatabase, type ShopDexie } from '#storage/database.ts';
import { createShop } from '#storage/tables/settings.ts';

/** A clock that stands still until it is moved. */
export interface TestClock {
  now: () => number;
  /** Epoch ms. */
  set: (at: number) => void;
  advance: (ms: number) => void;
}

/** A clock that stands at `at` (epoch ms), by default Thursday 18 June 2026, 10:42 in London. */
export function fixedClock(at: number = Date.UTC(2026, 5, 18, 9, 42)): TestClock {
  let current = at;
  return {
    now: () => current,
    set: (next) => {
      current = next;
    },
    advance: (ms) => {
      current += ms;
    },
  };
}

/** Ids that count, shaped like real ones: later ids are greater. */
export function countedIds(start = 0): { readonly next: () => string } {
  let count = start;
  return {
    next() {
      count += 1;
      return `01900000-0000-7000-8000-${String(count).padStart(12, '0')}`;
    },
  };
}

/** A shop of its own for one test, empty, on the real storage of where the test runs. */
export async function openTestShop(
  changes: Partial<SettingsValues> = {},
): Promise<Deps & { readonly clock: TestClock; readonly db: ShopDexie }> {
  const clock = fixedClock();
  // Files that run side by side in one browser share its databases.
  const opened = await openDatabase(`regulars-test-${crypto.randomUUID()}`, () => {});
  if (!opened.ok) throw new Error(`The test shop did not open: ${opened.problem.kind}`);
  const timestamp = nextTimestamp({ last: null, now: 0, device: 'testtill' });
  await createShop(
    opened.value,
    {
      id: 'meta',
      deviceId: 'testtill',
      shopId: 'test-shop',
      lastStamp: null,
      minWriter: 1,
      createdAt: 0,
      rows: zeroRowCounts,
    },
    withChanges(defaultSettings(timestamp), { shopName: 'Pell & Daughter', ...changes }, timestamp),
  );
  const parts = { db: opened.value, clock, ids: countedIds() };
  const deps = { ...parts, worker: inlineWorker(parts) };
  await loadSettings(deps);
  return deps;
}
