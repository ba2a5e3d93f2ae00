// The shop's own server with an invented shop's sealed parcels on it, in the order in which a first
// tablet seals what it has: people, then visits from the oldest on. That tablet lives in this
// process, without the rows.
import { CarriedShop } from '../scripts/faults/depot/carried-shop.ts';
import { ServerProcess } from '../scripts/faults/depot/server-process.ts';
import { ParcelSealer } from '../src/app/tablets/parcel-sealer.ts';
import { pushParcels } from '../src/app/tablets/push-parcels.ts';
import { visitIdFrom, type Visit } from '../src/domain/visits/visit.ts';
import type { Day } from '../src/lib/day.ts';
import { generateParts, type ShopPart } from '../src/sample/generate-parts.ts';
import { mergeBatches } from '../src/schema/tables.ts';
import { measuredPlan } from '../test/support/shops/measured-plan.ts';
import type { ShopTablet } from '../test/support/tablets/shop-tablets.ts';

export interface FilledServer {
  readonly server: ServerProcess;
  /** The tablet that lets others in. */
  readonly first: ShopTablet;
  readonly visits: number;
  readonly parcels: number;
  readonly megabytes: number;
}

const rowsAtOnce = 2_000;

export async function fillServer(
  size: { readonly customers: number; readonly visits: number },
  endDay: Day,
): Promise<FilledServer> {
  const server = new ServerProcess();
  await server.start();
  const { tablets } = await CarriedShop.open(server, 1);
  const [first] = tablets;
  if (first === undefined) throw new Error('There is one');
  const visits = await sealShop(first, [...generateParts(measuredPlan(size, endDay))]);
  const pushed = await pushParcels(first, {});
  if (!pushed.ok) throw new Error(`Not taken: ${pushed.problem}`);
  const kept = await first.tablets.parcels.toArray();
  const bytes = kept.reduce((sum, parcel) => sum + parcel.bytes.length, 0);
  return { server, first, visits, parcels: kept.length, megabytes: bytes / 1e6 };
}

async function sealShop(first: ShopTablet, parts: readonly ShopPart[]): Promise<number> {
  const names = { tablet: first.id, shop: 'test-shop', device: first.id };
  const sealer = new ParcelSealer(first, names);
  const nothing = mergeBatches([]);
  const customers = parts.flatMap((part) => part.customers);
  for (let from = 0; from < customers.length; from += rowsAtOnce)
    await sealer.add({ ...nothing, customers: customers.slice(from, from + rowsAtOnce) });
  const visits = asLogged(parts.flatMap((part) => part.visits));
  for (let from = 0; from < visits.length; from += rowsAtOnce)
    await sealer.add({ ...nothing, visits: visits.slice(from, from + rowsAtOnce) });
  await sealer.finish({ tablets: [], emptied: [] });
  return visits.length;
}

// As each was logged when somebody came: later ones have later ids.
function asLogged(visits: readonly Visit[]): readonly Visit[] {
  return visits
    .toSorted((a, b) => a.at - b.at)
    .map((visit, index) => {
      const number = String(index).padStart(12, '0');
      return { ...visit, id: visitIdFrom(`00000000-0000-7009-8000-${number}`) };
    });
}
