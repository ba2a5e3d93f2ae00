// What a tablet has of the other tablets of its shop: a database of its own, for it belongs to the
// tablet and not to the shop. It is in no backup, and a restored shop goes on with it.

import { Dexie, type Table, type Transaction } from 'dexie';
import type { ClockReadings } from '#domain/tablets/clocks.ts';
import type { Knowledge } from '#domain/tablets/knowledge.ts';
import type { Overruled } from '#domain/tablets/overruled.ts';
import type { ParcelCounts, ParcelName } from '#domain/tablets/parcel-counts.ts';
import type { Tablet } from '#domain/tablets/tablet.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';

/** Which tablet this is, and how far it has come. */
export interface TabletState {
  readonly id: 'state';
  readonly tablet: string;
  /** With which it may use the server. */
  readonly pass: string;
  /** Opens keys that are sealed to this tablet; the browser does not give it away. */
  readonly privateKey: CryptoKey;
  /** Signs this tablet's parcels; missing until it was made, in a shop of older code. */
  readonly signingKey?: CryptoKey;
  /** The shop's keys by number, as text; the last one seals. */
  readonly keys: Readonly<Record<string, string>>;
  /** The database of the shop that all this has gone into and come out of. */
  readonly database: string;
  /** All changes up to this one are sealed. */
  readonly sealedUpTo: HlcTimestamp | null;
  /** What has been merged into the shop. */
  readonly merged: ParcelCounts;
  /** The number of this tablet's last parcel that is on the server's disk. */
  readonly carried: number;
  /** Old parcels that are still to be looked through for people who were erased; null for none. */
  readonly sweep: Sweep | null;
  /** How often the roster was changed here, and up to which change it is sealed. */
  readonly rosterChanges: number;
  readonly rosterSealed: number;
  /**
   * Tablets that had been taken out before this one joined: others have heard them, and say again
   * what they said. Missing for none.
   */
  readonly leftToOthers?: readonly string[];
}

export interface Sweep {
  /**
   * Epoch ms. The tablet that erased begins at once, the others later, if anything is left then.
   */
  readonly dueAt: number;
  /** The last parcel that was looked at. */
  readonly after: ParcelName | null;
  /** Whether any parcel was emptied so far. */
  readonly hasEmptied: boolean;
}

/** A sealed parcel, kept so that every tablet can fill an emptied server again. */
export interface KeptParcel extends ParcelName {
  /** None where the parcel was emptied. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Why a parcel could not be merged. */
export type AsideReason =
  | 'key'
  | 'damaged'
  | 'newer'
  | 'ahead'
  /** It came empty, and no tablet has said why yet. */
  | 'missing'
  /** Of a tablet that nobody has spoken of yet. */
  | 'unknown-tablet'
  /** Not signed by the tablet whose it is said to be. */
  | 'forged'
  /** Of a tablet that had been taken out. */
  | 'taken-out'
  /** Of one that had been taken out before this one joined: who heard it says it again. */
  | 'said-again';

/** A parcel that could not be merged; it is tried again. */
export interface AsideParcel extends ParcelName {
  readonly why: AsideReason;
}

export type LineProblem = 'no-line' | 'taken-out' | 'unknown-here' | 'full' | 'tampered';

/** What the screen says of the line to the server. Written when it changes. */
export interface LineStatus {
  readonly id: 'line';
  readonly problem: LineProblem | null;
  /** Parcels of this tablet that are on no other disk yet. */
  readonly waiting: number;
  /** Parcels of others that are still to be merged. */
  readonly coming: number;
  /** When the server last answered, epoch ms; null before it ever did. */
  readonly reachedAt: number | null;
  /** What this tablet's clock and the server's said, where they do not agree. */
  readonly clocks: ClockReadings | null;
  /** Until then (epoch ms) the others lay aside what is noted here: the clock was ahead. */
  readonly heldUntil: number | null;
}

/** A database in which one of the shop's tablets writes, and what it last said that it knew. */
export interface KnownWriter {
  /** Its name in timestamps. */
  readonly device: string;
  readonly tablet: string;
  /** Its last change of a customer that was merged here. */
  readonly upTo: HlcTimestamp | null;
  readonly knows: Knowledge;
}

interface TabletTables {
  readonly state: Table<TabletState, string>;
  readonly line: Table<LineStatus, string>;
  readonly roster: Table<Tablet, string>;
  readonly parcels: Table<KeptParcel, [string, number]>;
  readonly aside: Table<AsideParcel, [string, number]>;
  /** Parcels that a tablet of the shop has emptied, also those that never came here. */
  readonly emptied: Table<ParcelName, [string, number]>;
  /** The last parcel kept of each tablet, so that nobody has to look for it. */
  readonly counts: Table<ParcelName, string>;
  readonly writers: Table<KnownWriter, string>;
  /** Answers that fell to later ones, until somebody has looked at them. */
  readonly overruled: Table<Overruled, [string, string, string]>;
}

export type TabletsDexie = Dexie & TabletTables;

/** Opens the tablets of a shop, making the database when it does not exist. */
export async function openTabletsDatabase(name: string): Promise<TabletsDexie> {
  const db: Dexie = new Dexie(name, {
    autoOpen: false,
    cache: 'disabled',
    chromeTransactionDurability: 'strict',
  });
  db.version(1).stores({
    state: 'id',
    line: 'id',
    roster: 'id',
    parcels: '[tablet+number]',
    aside: '[tablet+number]',
    emptied: '[tablet+number]',
  });
  db.version(2).stores({ writers: 'device', overruled: '[customerId+field+at]' });
  db.version(3).stores({ counts: 'tablet' }).upgrade(countParcels);
  // A newer app in another tab goes on with it; this one is reloaded with its shop.
  db.on('versionchange', () => db.close());
  await db.open();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Dexie adds a property for each table of `stores`
  return db as TabletsDexie;
}

// The keys come in order, so that the last one of each tablet stays.
async function countParcels(transaction: Transaction): Promise<void> {
  const keys = await transaction
    .table<KeptParcel, [string, number]>('parcels')
    .toCollection()
    .primaryKeys();
  const counts = new Map(keys.map(([tablet, number]) => [tablet, { tablet, number }]));
  await transaction.table<ParcelName>('counts').bulkPut([...counts.values()]);
}
