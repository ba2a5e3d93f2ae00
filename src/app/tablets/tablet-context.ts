// What everything about the tablets of a shop needs: the shop, what this tablet has of the others,
// and the line to the server.

import { appFolder } from '#platform/app-folder.ts';
import { depotLine, type DepotLine } from '#platform/network/depot-line.ts';
import { readMeta } from '#storage/tables/settings.ts';
import {
  openTabletsDatabase,
  type TabletsDexie,
  type TabletState,
} from '#storage/tablets/tablets-database.ts';
import { readTabletState } from '#storage/tablets/parcels.ts';
import type { Deps } from '#app/deps.ts';
import { tabletsName } from './tablets-name.ts';

export interface TabletContext {
  readonly deps: Deps;
  readonly tablets: TabletsDexie;
  readonly line: DepotLine;
}

/** The server has the address that the app was loaded from. */
export function ownLine(): DepotLine {
  return depotLine(`${location.origin}${appFolder}depot/`);
}

/** What the tablet of the shop `deps` needs, on the line to the server of this app. */
export async function tabletContext(deps: Deps): Promise<TabletContext> {
  return { deps, tablets: await openTablets(deps), line: ownLine() };
}

const opened = new Map<string, Promise<TabletsDexie>>();

/** Opened once in each thread. */
async function openTablets(deps: Pick<Deps, 'db'>): Promise<TabletsDexie> {
  const meta = await readMeta(deps.db);
  const name = tabletsName(meta?.shopId ?? '');
  const known = await opened.get(name);
  if (known?.isOpen() === true) return known;
  const opening = openTabletsDatabase(name);
  opened.set(name, opening);
  return opening;
}

/** The state of a tablet that belongs to a shop of several; it was seen to do so before. */
export async function requiredState(tablets: TabletsDexie): Promise<TabletState> {
  const state = await readTabletState(tablets);
  if (state === undefined) throw new Error('This tablet belongs to no shop of several');
  return state;
}
