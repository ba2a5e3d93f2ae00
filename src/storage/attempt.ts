// Storage work outside of a business action, where a failure of the storage becomes a value.

import { Dexie } from 'dexie';
import type { StorageProblem } from '#domain/shop/shop-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { problemOf } from './transaction.ts';

/** What `action` gives, or the storage's problem. Bugs are thrown on. */
export async function attempt<T>(action: () => Promise<T>): Promise<Result<T, StorageProblem>> {
  try {
    return ok(await action());
  } catch (error) {
    if (error instanceof Dexie.DexieError || error instanceof DOMException)
      return failed(problemOf(error));
    throw error;
  }
}
