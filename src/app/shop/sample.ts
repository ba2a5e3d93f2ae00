// The sample shop: nobody in it is real. It has a database of its own, never asks for persistent
// storage, and leaves no trace.

import type { OpenProblem } from '#domain/shop/shop-problem.ts';
import type { Result } from '#lib/result.ts';
import { failed } from '#lib/result.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { withLock } from '#platform/concurrency/exclusive-lock.ts';
import { sampleSettings } from '#sample/sample-settings.ts';
import { deviceCurrency } from './currencies.ts';
import type { Deps } from '#app/deps.ts';
import { closeSample, createShopDatabase, newSampleName } from './create-shop.ts';
import type { StartContext } from './open-shop.ts';
import type { WorkerProgress } from '#app/worker/protocol.ts';

/** Creates a sample shop whose last day is today, and makes it current once it is complete. */
export async function openSample(
  startContext: StartContext,
  onProgress: (progress: WorkerProgress) => void,
): Promise<Result<Deps, OpenProblem>> {
  const { device } = startContext;
  const { zone, pointer, clock } = device;
  const wall = toLocalTime(clock.now(), zone);
  const currency = deviceCurrency(device.language);
  const language = device.screenLanguage;
  const name = newSampleName(device);
  // Locked so that another tab does not delete this database as half-made.
  return withLock(name, async () => {
    const made = await createShopDatabase(
      startContext,
      name,
      sampleSettings(wall.day, { zone, currency, language }),
    );
    if (!made.ok) return made;
    const filled = await made.value.worker.ask(
      { kind: 'sample', endDay: wall.day, endMinute: wall.minute, zone, currency, language },
      onProgress,
    );
    if (!filled.ok) {
      await closeSample(device, made.value.db);
      return failed({ kind: 'storage-failed', name: filled.problem.kind });
    }
    pointer.write({ ...pointer.read(), sample: name });
    return made;
  });
}
