// What people do on tablets, drawn at random: the app's own verbs on the tablet's own shop.
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { changeCustomer } from '#app/customers/change-customer.ts';
import { eraseNow, scheduleErasure } from '#app/customers/erasure.ts';
import { mergeCustomers, unmergeCustomer } from '#app/customers/merge-customers.ts';
import { draftMoment } from '#app/customers/moment-draft.ts';
import { noteMoment } from '#app/customers/moments.ts';
import {
  changeVisit,
  draftVisit,
  reassignVisit,
  recordVisit,
  voidVisit,
} from '#app/customers/visits.ts';
import { addMissedVisit } from '#app/customers/missed-visit.ts';
import { changeSettings } from '#app/shop/change-settings.ts';
import type { Deps } from '#app/deps.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { Random } from '#lib/seeded-random.ts';
import { day } from '../shops/shop-with.ts';

const zone = 'Europe/London';

/** Does one thing that `random` draws, to people and visits of the tablet's shop. */
export async function doSomething(deps: Deps, random: Random): Promise<void> {
  const [people, visits] = await Promise.all([
    deps.db.customers.toCollection().primaryKeys(),
    deps.db.visits.toCollection().primaryKeys(),
  ]);
  const one = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  const customerId = one(people) ?? null;
  const other = one(people) ?? null;
  const visit = one(visits);
  const text = `${Math.floor(random() * 1e6)}`;
  const today = day('2026-06-18');
  const actions: readonly (() => Promise<unknown>)[] = [
    () => addCustomer(deps, draftCustomer(deps, { name: `P${text}`, zone })),
    () => recordVisit(deps, draftVisit(deps, { customerId, kind: 'bought', zone })),
    () => recordVisit(deps, draftVisit(deps, { customerId, kind: 'browsed', zone })),
    () =>
      recordVisit(deps, {
        ...draftVisit(deps, { customerId, kind: 'bought', zone }),
        amount: 1250,
      }),
    () => addMissedVisit(deps, missed(customerId)),
    ...(visit === undefined
      ? []
      : [
          () => changeVisit(deps, visit, { note: text }),
          () => voidVisit(deps, visit),
          () => reassignVisit(deps, visit, customerId),
        ]),
    ...(customerId === null
      ? []
      : [
          () => changeCustomer(deps, customerId, { note: text }),
          () => changeCustomer(deps, customerId, { phones: [text], name: `Q${text}` }),
          () => mergeCustomers(deps, customerId, other ?? customerId),
          () => unmergeCustomer(deps, customerId),
          () => noteMoment(deps, draftMoment(deps, { ...moment, customerId })),
          () => changeSettings(deps, { budgetMoney: Number(text), bigKeys: random() < 0.5 }),
          async () => {
            await scheduleErasure(deps, customerId, today);
            if (random() < 0.6) await eraseNow(deps, customerId, today);
          },
        ]),
  ];
  await (one(actions) ?? (() => Promise.resolve()))();
}

const moment = { kind: 'praise', text: 'kind words', day: day('2026-06-18') } as const;

function missed(customerId: CustomerId | null) {
  const when = { day: day('2026-06-12'), minute: 615, amount: null };
  return { customerId, kind: 'bought', zone, ...when } as const;
}
