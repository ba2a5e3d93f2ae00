import { describe, expect, test } from 'vitest';
import { draftCustomer, addCustomerWithVisit } from '#app/customers/customers.ts';
import { changeCustomer } from '#app/customers/change-customer.ts';
import type { Deps } from '#app/deps.ts';
import { openRoster, type Roster, type RosterChange } from '#app/customers/roster.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { foldVersion } from '#domain/visits/history.ts';
import { ok } from '#lib/result.ts';
import { nextTimestamp } from '#lib/hlc.ts';
import { deriveBulk } from '#storage/bulk/bulk.ts';
import { openDatabase } from '#storage/database.ts';
import { removeCustomers, commitStaged } from '#storage/bulk/staging.ts';
import { write } from '#storage/transaction.ts';
import { openTestShop } from '../support/shops/test-shop.ts';

const zone = 'Europe/London';

async function welcome(deps: Deps, name: string): Promise<CustomerId> {
  const welcomed = await addCustomerWithVisit(
    deps,
    draftCustomer(deps, { name, zone }),
    draftVisit(deps, { customerId: null, kind: 'bought', zone }),
  );
  if (!welcomed.ok) throw new Error(welcomed.problem.kind);
  return welcomed.value.customer.id;
}

/** Waits until the roster has heard of a change. */
function nextChange(roster: Roster): Promise<void> {
  return new Promise((resolve) => {
    const stop = roster.subscribe(() => {
      stop();
      resolve();
    });
  });
}

describe('the roster', () => {
  test('follows visits, cards and joins of this tab and of another one', async () => {
    const deps = await openTestShop();
    const other = await openDatabase(deps.db.name, () => {});
    if (!other.ok) throw new Error(other.problem.kind);
    const otherTab: Deps = { ...deps, db: other.value };
    const khan = await welcome(deps, 'Mrs Khan');
    const roster = await openRoster(deps);
    expect(roster.person(khan)?.history.stamps.length).toBe(1);

    let heard = nextChange(roster);
    const tom = await welcome(otherTab, 'Tom R.');
    await heard;
    expect(roster.person(tom)?.customer.name).toBe('Tom R.');

    heard = nextChange(roster);
    await recordVisit(otherTab, draftVisit(otherTab, { customerId: khan, kind: 'bought', zone }));
    await heard;
    expect(roster.person(khan)?.history.stamps.length).toBe(2);

    heard = nextChange(roster);
    await changeCustomer(deps, tom, { mergedInto: khan });
    await heard;
    expect(roster.person(tom)).toBeUndefined();
    expect(roster.person(khan)?.customer.alsoCalled).toEqual(['Tom R.']);
    expect(roster.person(khan)?.history.stamps.length).toBe(3);

    roster.close();
    deps.db.close();
    other.value.close();
  });

  test('folds histories of another fold version, or missing ones, anew at the start', async () => {
    const deps = await openTestShop();
    const khan = await welcome(deps, 'Mrs Khan');
    const tom = await welcome(deps, 'Tom R.');
    await deps.db.histories.update(khan, { foldVersion: 0, visitIds: [] });
    await deps.db.histories.delete(tom);
    const roster = await openRoster(deps);
    expect(roster.person(khan)?.history.visitIds.length).toBe(1);
    expect(roster.person(tom)?.history.stamps.length).toBe(1);
    expect((await deps.db.histories.get(khan))?.foldVersion).toBe(foldVersion);
    roster.close();
    deps.db.close();
  });

  test('hears once of a whole list that comes into another tab or goes from it', async () => {
    const deps = await openTestShop();
    const other = await openDatabase(deps.db.name, () => {});
    if (!other.ok) throw new Error(other.problem.kind);
    const roster = await openRoster(deps);
    const told: RosterChange[] = [];
    roster.subscribe((change) => told.push(change));
    const made = nextTimestamp({ last: null, now: 1, device: 'other' });
    const customers = Array.from({ length: 600 }, (_, index): Customer => {
      return { ...draftCustomer(deps, { name: `Person ${index}`, zone }), made, edits: {} };
    });

    let heard = nextChange(roster);
    await write(other.value, deps.clock.now(), async (writer) => {
      await commitStaged(writer, customers, deriveBulk(customers, []));
      return ok(undefined);
    });
    await heard;
    expect(roster.people().size).toBe(600);

    heard = nextChange(roster);
    await write(other.value, deps.clock.now(), async (writer) => {
      const gone = customers.map((customer) =>
        withChanges(customer, { voided: true }, writer.timestamp),
      );
      await removeCustomers(writer, gone);
      return ok(undefined);
    });
    await heard;
    expect(roster.people().size).toBe(0);
    expect(told).toEqual([{ kind: 'all' }, { kind: 'all' }]);
    roster.close();
    deps.db.close();
    other.value.close();
  });

  test('reads what it missed with the next change, when the storage did not answer for a moment', async () => {
    const deps = await openTestShop();
    const other = await openDatabase(deps.db.name, () => {});
    if (!other.ok) throw new Error(other.problem.kind);
    const otherTab: Deps = { ...deps, db: other.value };
    const roster = await openRoster(deps);
    deps.db.close();
    const tom = await welcome(otherTab, 'Tom R.');
    const heard = nextChange(roster);
    await deps.db.open();
    const ben = await welcome(otherTab, 'Ben');
    await heard;
    expect(roster.person(ben)?.customer.name).toBe('Ben');
    expect(roster.person(tom)?.customer.name).toBe('Tom R.');
    roster.close();
    deps.db.close();
    other.value.close();
  });
});
