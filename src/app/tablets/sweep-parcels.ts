// Takes people who were erased out of the parcels that were sealed before, and empties those of
// tablets that were taken out. Such a parcel is emptied everywhere: what else was in it is sealed
// anew first, as it is now, and the same parcel tells the other tablets which ones are empty. Must
// empty nothing that was not merged here.

import type { CustomerId } from '#domain/customers/customer.ts';
import { countOf, type ParcelName } from '#domain/tablets/parcel-counts.ts';
import { goneTablets } from '#domain/tablets/tablet.ts';
import { factTables, keyOfFact } from '#schema/tables.ts';
import { namesErased, type ErasedPeople } from '#formats/parcel/names-erased.ts';
import type { ParcelContents } from '#formats/parcel/parcel-text.ts';
import type { ShopDexie } from '#storage/database.ts';
import { readErasures } from '#storage/tables/erasures.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { emptyParcels, readAllParcelsAfter, updateTabletState } from '#storage/tablets/parcels.ts';
import type { KeptParcel, Sweep, TabletsDexie } from '#storage/tablets/tablets-database.ts';
import { readChangedFacts } from '#storage/tablets/unsent-facts.ts';
import { ParcelSealer } from './parcel-sealer.ts';
import { readParcel } from './parcel-seal.ts';
import { requiredState, type TabletContext } from './tablet-context.ts';

/** Looked at between two looks for something new. */
const parcelsAtOnce = 50;

/** `cleared`: all were looked through, and some emptied, which the browser's own log has still. */
type Swept = 'nothing' | 'more' | 'cleared';

/** Looks through the next parcels, if it is time to. */
export async function sweepParcels(context: TabletContext): Promise<Swept> {
  const { deps, tablets } = context;
  const { sweep } = await requiredState(tablets);
  if (sweep === null || sweep.dueAt > deps.clock.now()) return 'nothing';
  const parcels = await readAllParcelsAfter(tablets, sweep.after, parcelsAtOnce);
  const last = parcels.at(-1);
  if (last === undefined) return endSweep(tablets, sweep);
  const found = await findToEmpty(context, parcels);
  if (found.length > 0) await emptyFound(context, found);
  const after = { tablet: last.tablet, number: last.number };
  const hasEmptied = sweep.hasEmptied || found.length > 0;
  await updateTabletState(tablets, () => ({ sweep: { ...sweep, after, hasEmptied } }));
  return 'more';
}

async function endSweep(tablets: TabletsDexie, { hasEmptied }: Sweep): Promise<Swept> {
  await updateTabletState(tablets, () => ({ sweep: null }));
  return hasEmptied ? 'cleared' : 'nothing';
}

interface OpenedParcel extends ParcelName {
  readonly contents: ParcelContents;
}

async function findToEmpty(
  context: TabletContext,
  parcels: readonly KeptParcel[],
): Promise<readonly OpenedParcel[]> {
  const { deps, tablets } = context;
  const people = await readErasedPeople(deps.db);
  const { merged } = await requiredState(tablets);
  const aside = new Set((await tablets.aside.toCollection().primaryKeys()).map(String));
  const gone = new Set(goneTablets(await tablets.roster.toArray()).map(({ id }) => id));
  const found: OpenedParcel[] = [];
  for (const parcel of parcels) {
    const { tablet, number } = parcel;
    const isMerged = number <= countOf(merged, tablet);
    if (!isMerged || aside.has(String([tablet, number]))) continue;
    const opened = await readParcel(context, parcel);
    if (opened.ok && (gone.has(tablet) || namesErased(opened.value.facts, people)))
      found.push({ tablet, number, contents: opened.value });
  }
  return found;
}

async function readErasedPeople(db: ShopDexie): Promise<ErasedPeople> {
  const [erasures, homes] = await Promise.all([readErasures(db), db.households.toArray()]);
  const nameless = homes.filter(({ name, letterName }) => name === '' && letterName === '');
  return {
    erased: new Set<CustomerId>(erasures.map(({ customerId }) => customerId)),
    nameless: new Set(nameless.map(({ id }) => id)),
  };
}

async function emptyFound(context: TabletContext, found: readonly OpenedParcel[]): Promise<void> {
  const { deps, tablets } = context;
  const meta = await readMeta(deps.db);
  const { tablet } = await requiredState(tablets);
  const names = new Set(found.flatMap(({ contents }) => namesOf(contents)));
  const { shopId: shop, deviceId: device } = meta ?? { shopId: '', deviceId: '' };
  const sealer = new ParcelSealer(context, { tablet, shop, device });
  const changed = { names: [...names], since: null, device };
  await readChangedFacts(deps.db, changed, (batch) => sealer.add(batch));
  const emptied = [
    ...found.map((each): ParcelName => ({ tablet: each.tablet, number: each.number })),
    ...found.flatMap(({ contents }) => contents.emptied),
  ];
  await sealer.finish({ tablets: await tablets.roster.toArray(), emptied });
  await emptyParcels(tablets, emptied);
}

function namesOf({ facts }: ParcelContents): readonly string[] {
  return factTables.flatMap((table) => facts[table].map((row) => `${table}/${keyOfFact(row)}`));
}
