// What the screen says of the shop's tablets. Read from what the carrier wrote; asks nobody.

import { presentTablets, type Tablet } from '#domain/tablets/tablet.ts';
import { groupBy } from '#lib/group-by.ts';
import type {
  AsideParcel,
  AsideReason,
  LineStatus,
  TabletsDexie,
} from '#storage/tablets/tablets-database.ts';
import { readTabletState } from '#storage/tablets/parcels.ts';
import type { Deps } from '#app/deps.ts';
import { watchBeside } from './watch-beside.ts';

export type { LineStatus } from '#storage/tablets/tablets-database.ts';

/** Before the carrier has looked, nothing is known of the line. */
const silent: LineStatus = {
  id: 'line',
  problem: null,
  waiting: 0,
  coming: 0,
  reachedAt: null,
  clocks: null,
  heldUntil: null,
};

/** Parcels of one tablet that cannot be read, all for one reason. */
export interface UnreadParcels {
  /** The name of the tablet; null where it is not known. */
  readonly from: string | null;
  readonly why: AsideReason;
}

export type TabletsView =
  | { readonly kind: 'alone' }
  | {
      readonly kind: 'several';
      readonly own: string;
      readonly tablets: readonly Tablet[];
      readonly line: LineStatus;
      /** Parcels that cannot be read, one for each tablet and reason. */
      readonly aside: readonly UnreadParcels[];
      /** Parcels of tablets that had been taken out. */
      readonly refused: number;
    };

/** Gives the view now and after each change of it, until the result is called. */
export function watchTablets(deps: Deps, onView: (view: TabletsView) => void): () => void {
  return watchBeside(deps, { alone: { kind: 'alone' }, read: readView }, onView);
}

async function readView(tablets: TabletsDexie): Promise<TabletsView> {
  const [state, roster, line, aside] = await Promise.all([
    readTabletState(tablets),
    tablets.roster.toArray(),
    tablets.line.get('line'),
    tablets.aside.toArray(),
  ]);
  if (state === undefined) return { kind: 'alone' };
  const refused = aside.filter(({ why }) => why === 'taken-out').length;
  const counts = { aside: unreadIn(aside, roster), refused };
  const shown = { tablets: presentTablets(roster), line: { ...silent, ...line }, ...counts };
  return { kind: 'several', own: state.tablet, ...shown };
}

function unreadIn(
  aside: readonly AsideParcel[],
  roster: readonly Tablet[],
): readonly UnreadParcels[] {
  const unread = aside.filter(({ why }) => why !== 'taken-out' && why !== 'said-again');
  const byReason = groupBy(unread, ({ tablet, why }) => `${why} ${tablet}`);
  return [...byReason.values()].flatMap(([first]) => {
    if (first === undefined) return [];
    const from = roster.find(({ id }) => id === first.tablet)?.name ?? null;
    return [{ from, why: first.why }];
  });
}
