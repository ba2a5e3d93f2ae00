// The tables of who writes in the shop, and of answers that fell to later ones.

import type { Knowledge } from '#domain/tablets/knowledge.ts';
import type { Overruled } from '#domain/tablets/overruled.ts';
import type { KnownWriter, TabletsDexie } from './tablets-database.ts';

/** What this tablet has of the others' changes to customers. */
export async function readKnowledge(db: TabletsDexie): Promise<Knowledge> {
  const writers = await db.writers.toArray();
  return Object.fromEntries(
    writers.flatMap(({ device, upTo }) => (upTo === null ? [] : [[device, upTo] as const])),
  );
}

export async function readWriters(db: TabletsDexie): Promise<ReadonlyMap<string, KnownWriter>> {
  return new Map((await db.writers.toArray()).map((each) => [each.device, each]));
}

export async function forgetOverruled(db: TabletsDexie, gone: readonly Overruled[]): Promise<void> {
  await db.overruled.bulkDelete(
    gone.map(({ customerId, field, at }): [string, string, string] => [customerId, field, at]),
  );
}
