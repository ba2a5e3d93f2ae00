import type { TabletsDexie } from '#storage/tablets/tablets-database.ts';
import type { Deps } from '#app/deps.ts';
import { watchQuery, type QueryState } from '#app/watch-query.ts';
import { hasTablets } from './has-tablets.ts';

export interface BesideQuery<T> {
  /** The answer in a shop of one tablet. */
  readonly alone: T;
  readonly read: (tablets: TabletsDexie) => Promise<T>;
}

/** Answers now and after each change of what lies beside the shop, until the result is called. */
export function watchBeside<T>(
  deps: Deps,
  { alone, read }: BesideQuery<T>,
  onAnswer: (answer: T) => void,
): () => void {
  const watch = { stop: (): void => {}, isOver: false };
  async function begin(): Promise<void> {
    // What is waited for inside a watched query, and is no storage, ends the watching.
    const tablets = (await hasTablets(deps)) ? await loadTablets(deps) : null;
    if (watch.isOver) return;
    if (tablets === null) onAnswer(alone);
    else watch.stop = watchQuery(() => read(tablets), showReady);
  }
  function showReady(live: QueryState<T>): void {
    if (live.state === 'ready') onAnswer(live.value);
  }
  void begin();
  return () => {
    watch.isOver = true;
    watch.stop();
  };
}

// A shop of one tablet does not even load how.
async function loadTablets(deps: Deps): Promise<TabletsDexie> {
  const { tabletContext } = await import('./tablet-context.ts');
  return (await tabletContext(deps)).tablets;
}
