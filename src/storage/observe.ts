// Follows the database: queries run again when what they read changes, and changed histories, in
// any tab. Only what is committed is ever seen.

import { Dexie, liveQuery, RangeSet, type ObservabilitySet } from 'dexie';
import type { ShopDexie } from './database.ts';

/** Whose history changed: these ids, or possibly everybody's. */
export type HistoryChange =
  | { readonly kind: 'some'; readonly ids: readonly string[] }
  | { readonly kind: 'all' };

/** What to do with each answer to a question, and with its failure. */
export interface QueryHandlers<T> {
  readonly onResult: (result: T) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Runs `query` now and after each change of what it read, until the result is called. */
export function observeQuery<T>(
  query: () => Promise<T>,
  { onResult, onFailure }: QueryHandlers<T>,
): () => void {
  const subscription = liveQuery(query).subscribe({ next: onResult, error: onFailure });
  return () => subscription.unsubscribe();
}

/** Histories that changed and were not taken yet. */
export interface PendingChanges {
  readonly add: (change: HistoryChange) => void;
  /** All since the last time; null for none. */
  readonly take: () => HistoryChange | null;
  readonly stop: () => void;
}

/** Collects the changes of histories in any tab, for somebody who asks for them now and then. */
export function collectHistoryChanges(
  db: Pick<ShopDexie, 'name'>,
  onChange?: () => void,
): PendingChanges {
  let ids = new Set<string>();
  let isAll = false;
  function add(change: HistoryChange): void {
    if (change.kind === 'all') isAll = true;
    else for (const id of change.ids) ids.add(id);
  }
  const stop = observeHistories(db, (change) => {
    add(change);
    onChange?.();
  });
  return {
    add,
    stop,
    take() {
      const taken: HistoryChange | null = isAll
        ? { kind: 'all' }
        : ids.size === 0
          ? null
          : { kind: 'some', ids: [...ids] };
      ids = new Set();
      isAll = false;
      return taken;
    },
  };
}

/** Calls `onChange` after each committed change of histories, until the result is called. */
export function observeHistories(
  db: Pick<ShopDexie, 'name'>,
  onChange: (change: HistoryChange) => void,
): () => void {
  const part = `idb://${db.name}/histories/`;
  function onMutation(parts: ObservabilitySet): void {
    const changed = parts[part];
    if (changed !== undefined) onChange(changeIn(changed));
  }
  Dexie.on.storagemutated.subscribe(onMutation);
  return () => Dexie.on.storagemutated.unsubscribe(onMutation);
}

function changeIn(changed: ObservabilitySet[string]): HistoryChange {
  const ids: string[] = [];
  // Ranges from another tab are plain data: only a set of our own can be walked.
  for (const { from, to } of new RangeSet().add(changed)) {
    if (typeof from !== 'string' || from !== to) return { kind: 'all' };
    ids.push(from);
  }
  return { kind: 'some', ids };
}
