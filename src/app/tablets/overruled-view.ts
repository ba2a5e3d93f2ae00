// Answers that fell to later ones which did not know of them, for the screens, and choosing one.

import { isPresent, type Customer, type CustomerId } from '#domain/customers/customer.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { deviceOf } from '#domain/tablets/knowledge.ts';
import { isSettled, typedOf, type Overruled, type TypedFields } from '#domain/tablets/overruled.ts';
import { timestampMs, type HlcTimestamp } from '#lib/hlc.ts';
import type { Result } from '#lib/result.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { forgetOverruled, readWriters } from '#storage/tablets/known-writers.ts';
import { readTabletState } from '#storage/tablets/parcels.ts';
import type { TabletsDexie } from '#storage/tablets/tablets-database.ts';
import type { Deps } from '#app/deps.ts';
import { changeCustomer } from '#app/customers/change-customer.ts';
import type { TabletContext } from './tablet-context.ts';
import { watchBeside } from './watch-beside.ts';

/** An earlier answer that can be chosen still, beside the one that stands. */
export interface OverruledAnswer {
  readonly overruled: Overruled;
  readonly customer: Pick<Customer, 'id' | 'name'>;
  /** What stands, of this one field. */
  readonly stands: TypedFields;
  /** The tablets on which both were noted, by name; null where it is not known. */
  readonly earlierOn: string | null;
  readonly laterOn: string | null;
  /** When they were, epoch ms. */
  readonly earlierAt: number;
  readonly laterAt: number;
}

/** Those of the customer `of`, or of everybody; now and after each change, until stopped. */
export function watchOverruled(
  deps: Deps,
  of: CustomerId | null,
  onAnswers: (answers: readonly OverruledAnswer[]) => void,
): () => void {
  const read = (tablets: TabletsDexie) => readOverruled({ deps, tablets }, of);
  return watchBeside(deps, { alone: [], read }, onAnswers);
}

export async function readOverruled(
  { deps: { db, clock }, tablets }: Pick<TabletContext, 'deps' | 'tablets'>,
  of: CustomerId | null,
): Promise<readonly OverruledAnswer[]> {
  const all = await tablets.overruled.toArray();
  const wanted = all.filter(({ customerId }) => of === null || customerId === of);
  if (wanted.length === 0) return [];
  const people = await db.customers.bulkGet(wanted.map(({ customerId }) => customerId));
  const nameOf = await readTabletNames(db, tablets);
  return wanted.flatMap((overruled, place) => {
    const customer = people[place];
    if (customer === undefined || !isPresent(customer)) return [];
    if (isSettled(overruled, customer, clock.now())) return [];
    const { at, over, field } = overruled;
    return [
      {
        overruled,
        customer: { id: customer.id, name: customer.name },
        stands: typedOf(customer, field),
        earlierOn: nameOf(at),
        laterOn: nameOf(over),
        earlierAt: timestampMs(at),
        laterAt: timestampMs(over),
      },
    ];
  });
}

async function readTabletNames(
  db: Deps['db'],
  tablets: TabletsDexie,
): Promise<(timestamp: HlcTimestamp) => string | null> {
  const [writers, roster, state, meta] = await Promise.all([
    readWriters(tablets),
    tablets.roster.toArray(),
    readTabletState(tablets),
    readMeta(db),
  ]);
  return (timestamp) => {
    const device = deviceOf(timestamp);
    const id = device === meta?.deviceId ? state?.tablet : writers.get(device)?.tablet;
    return roster.find((each) => each.id === id)?.name ?? null;
  };
}

/** The earlier answer stands from now on, on all tablets: a change like any other. */
export async function takeEarlier(
  deps: Deps,
  { customerId, said }: Overruled,
): Promise<Result<unknown, WriteProblem>> {
  return changeCustomer(deps, customerId, said);
}

/** What stands is right: the earlier answer is not offered here any more. */
export async function leaveLater(
  { tablets }: Pick<TabletContext, 'tablets'>,
  overruled: Overruled,
): Promise<void> {
  await forgetOverruled(tablets, [overruled]);
}
