// Fills the sample shop's database. Runs in the worker; only here invented customers are written.

import { ok } from '#lib/result.ts';
import { sumOf } from '#lib/statistics.ts';
import { generateParts } from '#sample/generate-parts.ts';
import { sampleCalendar, sampleSeed, sampleSize } from '#sample/sample-settings.ts';
import { putBulk } from '#storage/bulk/bulk.ts';
import { write } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';
import type { RequestContext, WorkerResponse, WorkerRequest } from '#app/worker/protocol.ts';

/** Writes the 60 customers and their year in one transaction: all of it or nothing. */
export async function seedSampleShop(
  { db, clock }: Deps,
  { endDay, endMinute, zone, currency, language }: WorkerRequest<'sample'>,
  { onProgress }: RequestContext,
): Promise<WorkerResponse<'sample'>> {
  onProgress({ done: 0, total: 2 });
  const plan = {
    ...sampleSize,
    seed: sampleSeed,
    endDay,
    endMinute,
    zone,
    digits: currency.digits,
    language,
    calendar: sampleCalendar(endDay),
  };
  const parts = [...generateParts(plan)];
  onProgress({ done: 1, total: 2 });
  return write(db, clock.now(), async (writer) => {
    for (const part of parts) await putBulk(writer, part);
    return ok({
      people: sumOf(parts.map((part) => part.customers.length)),
      visits: sumOf(parts.map((part) => part.visits.length)),
    });
  });
}
