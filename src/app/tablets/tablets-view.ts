// What the screen says of the shop's tablets. Read from what the carrier wrote; asks nobody.

import { presentTablets, type Tablet } from '#domain/tablets/tablet.ts';
import type { LineStatus, TabletsDexie } from '#storage/tablets/tablets-database.ts';
import { readTabletState } from '#storage/tablets/parcels.ts';
import type { Deps } from '#app/deps.ts';
import { watchQuery, type QueryState } from '#app/watch-query.ts';
import { hasTablets } from './start-carrier.ts';
import { tabletContext } from './tablet-context.ts';

export type { LineStatus } from '#storage/tablets/tablets-database.ts';

/** Before the carrier has looked, nothing is known of the line. */
const silent: LineStatus = { id: 'line', problem: null, waiting: 0, coming: 0, reachedAt: null };

export type TabletsView =
  | { readonly kind: 'alone' }
  | {
      readonly kind: 'several';
      readonly own: string;
      readonly tablets: readonly Tablet[];
      readonly line: LineStatus;
      /** Parcels that cannot be read: of a newer app, with a wrong clock, or broken. */
      readonly aside: number;
    };

/** Gives the view now and after each change of it, until the result is called. */
export function watchTablets(deps: Deps, onView: (view: TabletsView) => void): () => void {
  const watch = { stop: (): void => {}, isOver: false };
  async function begin(): Promise<void> {
    // What is waited for inside a watched query, and is no storage, ends the watching.
    const tablets = (await hasTablets(deps)) ? (await tabletContext(deps)).tablets : null;
    if (watch.isOver) return;
    if (tablets === null) onView({ kind: 'alone' });
    else watch.stop = watchQuery(() => readView(tablets), showReady);
  }
  function showReady(live: QueryState<TabletsView>): void {
    if (live.state === 'ready') onView(live.value);
  }
  void begin();
  return () => {
    watch.isOver = true;
    watch.stop();
  };
}

async function readView(tablets: TabletsDexie): Promise<TabletsView> {
  const [state, roster, line, aside] = await Promise.all([
    readTabletState(tablets),
    tablets.roster.toArray(),
    tablets.line.get('line'),
    tablets.aside.count(),
  ]);
  if (state === undefined) return { kind: 'alone' };
  const shown = { tablets: presentTablets(roster), line: line ?? silent, aside };
  return { kind: 'several', own: state.tablet, ...shown };
}
