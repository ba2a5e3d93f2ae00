// Tablets of one shop, each with a database of its own, as they are once they have been paired.
import type { Deps } from '#app/deps.ts';
import { takeMessage } from '#app/tablets/take-messages.ts';
import { mergeNextParcels, retryAside } from '#app/tablets/merge-parcels.ts';
import { pushEmptied, pushParcels } from '#app/tablets/push-parcels.ts';
import { sealChanges } from '#app/tablets/seal-changes.ts';
import { sweepParcels } from '#app/tablets/sweep-parcels.ts';
import { hashPass, putState } from '#app/pairing/found-tablets.ts';
import type { TabletContext } from '#app/tablets/tablet-context.ts';
import { inlineWorker } from '#app/worker/handlers.ts';
import { zeroRowCounts } from '#domain/shop/meta.ts';
import { defaultSettings } from '#domain/shop/settings.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import type {
  DepotContents,
  EmptiedMessage,
  ParcelMessage,
} from '#domain/tablets/depot-messages.ts';
import { countOf, type ParcelCounts } from '#domain/tablets/parcel-counts.ts';
import { newTablet, type Tablet } from '#domain/tablets/tablet.ts';
import { nextTimestamp } from '#lib/hlc.ts';
import { failed, ok } from '#lib/result.ts';
import { listShape, numberShape, recordShape, textShape } from '#lib/shape.ts';
import { newTabletKey } from '#platform/crypto/key-pairs.ts';
import { newSecret } from '#platform/crypto/sealing.ts';
import { newSigningPair } from '#platform/crypto/signatures.ts';
import type { DepotLine } from '#platform/network/depot-line.ts';
import { openDatabase } from '#storage/database.ts';
import { createShop } from '#storage/tables/settings.ts';
import { noteChanges } from '#storage/tablets/note-changes.ts';
import { readParcelCounts } from '#storage/tablets/parcels.ts';
import { openTabletsDatabase } from '#storage/tablets/tablets-database.ts';
import { countedIds, fixedClock, type TestClock } from '../shops/test-shop.ts';

export interface ShopTablet extends TabletContext {
  readonly deps: Deps & { readonly clock: TestClock };
  /** Other tablets know it by this. */
  readonly id: string;
}

/** `count` tablets of one shop without people; the first one's rows are still to be sealed. */
export async function openTablets(count: number, line: DepotLine): Promise<readonly ShopTablet[]> {
  const keys = { 1: newSecret() };
  const tablets = await Promise.all(
    Array.from({ length: count }, (_, number) => openTablet(number, { keys, line })),
  );
  const roster = tablets.map(({ row }) => row);
  for (const { tablet } of tablets) await tablet.tablets.roster.bulkPut(roster);
  return tablets.map(({ tablet }) => tablet);
}

interface SharedParts {
  readonly keys: Readonly<Record<string, string>>;
  readonly line: DepotLine;
}

async function openTablet(
  number: number,
  { keys, line }: SharedParts,
): Promise<{ readonly tablet: ShopTablet; readonly row: Tablet }> {
  const clock = fixedClock();
  const database = `regulars-test-${crypto.randomUUID()}`;
  const opened = await openDatabase(database, () => {});
  if (!opened.ok) throw new Error(`The test shop did not open: ${opened.problem.kind}`);
  const made = nextTimestamp({ last: null, now: 0, device: 'testtill' });
  const settings = withChanges(defaultSettings(made), { shopName: 'Pell & Daughter' }, made);
  const device = `tablet${number}`;
  const own = { deviceId: device, shopId: 'test-shop', lastStamp: made };
  const rest = { minWriter: 1, createdAt: 0, rows: zeroRowCounts, unsent: [], namedUpTo: made };
  await createShop(opened.value, { id: 'meta', ...own, ...rest }, settings);
  noteChanges(opened.value);
  const parts = { db: opened.value, clock, ids: countedIds((number + 1) * 1_000_000) };
  const deps = { ...parts, worker: inlineWorker(parts) };
  const tablets = await openTabletsDatabase(`tablets-of-${database}`);
  const { privateKey, publicKey } = await newTabletKey();
  const { signingKey, verifyKey } = await newSigningPair();
  const pass = newSecret();
  await putState(tablets, { tablet: device, pass, privateKey, signingKey, keys, database });
  const joined = newTablet({ id: device, name: `Tablet ${number}`, publicKey, verifyKey }, made);
  const row = { ...joined, passHash: await hashPass(pass) };
  return { tablet: { deps, tablets, line, id: device }, row };
}

/** The same tablet after its app was closed and opened again; what was not committed is gone. */
export async function restarted(tablet: ShopTablet): Promise<ShopTablet> {
  const { clock, ids, db } = tablet.deps;
  const beside = tablet.tablets.name;
  db.close();
  tablet.tablets.close();
  const opened = await openDatabase(db.name, () => {});
  if (!opened.ok) throw new Error(`The test shop did not open: ${opened.problem.kind}`);
  noteChanges(opened.value);
  const parts = { db: opened.value, clock, ids };
  const deps = { ...parts, worker: inlineWorker(parts) };
  return { ...tablet, deps, tablets: await openTabletsDatabase(beside) };
}

/** A server in memory: what it was given, it gives, as often and in whatever order it is asked. */
export class MemoryDepot {
  parcels = new Map<string, ParcelMessage[]>();
  #copy = new Map<string, ParcelMessage[]>();
  /** What the server says to a parcel; a line that breaks says nothing. */
  isBroken: () => boolean = () => false;

  readonly line: DepotLine = {
    ask: ({ path, body }) => {
      if (this.isBroken()) return Promise.resolve(failed('no-line'));
      if (path === 'emptied') this.#empty(emptiedShape(body));
      else for (const parcel of parcelsShape(body) ?? []) this.#add(parcel);
      // It may have taken them, and the answer be lost.
      return Promise.resolve(this.isBroken() ? failed('no-line') : ok({}));
    },
    listen: () => Promise.resolve('no-line'),
  };

  counts(): ParcelCounts {
    return Object.fromEntries([...this.parcels].map(([tablet, all]) => [tablet, all.length]));
  }

  contents(): DepotContents {
    const emptied = [...this.parcels].map(
      ([tablet, all]) => [tablet, all.filter(({ bytes }) => bytes === '').length] as const,
    );
    const counts = this.counts();
    return { counts, emptied: Object.fromEntries(emptied), tablets: {}, lastKey: 0 };
  }

  /** Its disk is copied, or goes back to the last copy. */
  copy(): void {
    this.#copy = new Map(this.parcels);
  }

  setBack(): void {
    this.parcels = new Map(this.#copy);
  }

  #add(parcel: ParcelMessage): void {
    const known = this.parcels.get(parcel.tablet) ?? [];
    if (parcel.number === known.length + 1) this.parcels.set(parcel.tablet, [...known, parcel]);
  }

  #empty(emptied: EmptiedMessage | undefined): void {
    const { tablet, numbers } = emptied ?? { tablet: '', numbers: [] };
    const all = this.parcels.get(tablet) ?? [];
    const gone = new Set(numbers);
    this.parcels.set(
      tablet,
      all.map((each) => (gone.has(each.number) ? { ...each, bytes: '' } : each)),
    );
  }
}

const parcelsShape = listShape(
  recordShape<ParcelMessage>({ tablet: textShape, number: numberShape, bytes: textShape }),
);
const emptiedShape = recordShape<EmptiedMessage>({
  tablet: textShape,
  numbers: listShape(numberShape),
});

/** What changed on the tablet is brought to the server, if the line holds. */
export async function bring(tablet: ShopTablet, depot: MemoryDepot): Promise<void> {
  await sealChanges(tablet);
  const pushed = await pushParcels(tablet, depot.counts());
  if (pushed.ok) await pushEmptied(tablet, depot.contents());
}

/** Takes out of old parcels whoever was erased, if it is time to. */
export async function sweep(tablet: ShopTablet): Promise<void> {
  while ((await sweepParcels(tablet)) === 'more');
}

/** Takes what the server has, by the messages that `choose` lets through. */
export async function fetchFrom(
  tablet: ShopTablet,
  depot: MemoryDepot,
  choose: (messages: readonly unknown[]) => readonly unknown[] = (all) => all,
): Promise<void> {
  const known = await readParcelCounts(tablet.tablets);
  const messages = [...depot.parcels].flatMap(([id, all]) => all.slice(countOf(known, id)));
  for (const parcel of choose(messages)) await takeMessage(tablet, { parcel });
  await mergeAll(tablet);
}

export async function mergeAll(tablet: ShopTablet): Promise<void> {
  await retryAside(tablet);
  for (;;) {
    const merged = await mergeNextParcels(tablet);
    if (!merged.ok) throw new Error(`Not merged: ${merged.problem.kind}`);
    if (!merged.value) return;
  }
}

/** Everybody brings and fetches until there is nothing new. */
export async function meet(tablets: readonly ShopTablet[], depot: MemoryDepot): Promise<void> {
  for (let before = ''; before !== (await everything(tablets, depot));) {
    before = await everything(tablets, depot);
    for (const tablet of tablets) {
      await bring(tablet, depot);
      await fetchFrom(tablet, depot);
      await sweep(tablet);
    }
  }
}

/** What lies on the server, and what each tablet has sealed and not brought yet. */
async function everything(tablets: readonly ShopTablet[], depot: MemoryDepot): Promise<string> {
  const sealed = await Promise.all(tablets.map((each) => each.tablets.parcels.count()));
  return JSON.stringify([depot.contents(), sealed]);
}
