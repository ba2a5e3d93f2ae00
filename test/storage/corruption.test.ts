// Visits that rotted on the disk: each one is found by the next look at its day, and nothing is
// touched by looking.
import { afterEach, describe, expect, it } from 'vitest';
import {
  acknowledgeDays,
  runDueChecks,
  checkNextDays,
  inconsistentDays,
} from '#app/integrity/day-checks.ts';
import type { Deps } from '#app/deps.ts';
import { visitIdFrom, type Visit } from '#domain/visits/visit.ts';
import { addDays, dayFrom } from '#lib/day.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import { ok } from '#lib/result.ts';
import { putBulk } from '#storage/bulk/bulk.ts';
import { write } from '#storage/transaction.ts';
import { memoryLocalStore } from '../support/shops/memory-local-store.ts';
import { openTestShop } from '../support/shops/test-shop.ts';

const today = dayFrom('2026-06-18') ?? fail();
const tries = 200;
let shop: Deps;

afterEach(() => shop.db.close());

describe('one letter changed in a stored visit', () => {
  it(`is found in ${tries} of ${tries} visits, on the right day`, async () => {
    shop = await shopOfVisits(400);
    const visits = await shop.db.visits.toArray();
    const pick = seededRandom('rot');
    const found: string[] = [];
    const wanted: string[] = [];
    for (let count = 0; count < tries; count += 1) {
      const visit = visits[Math.floor(pick() * visits.length)] ?? fail();
      const rotten = withFlippedByte(visit, pick);
      await shop.db.visits.put(rotten);
      const checked = await checkNextDays(shop, visit.day);
      found.push(`${visit.id} ${checked.ok ? checked.value.inconsistent.join(' ') : ''}`);
      wanted.push(`${visit.id} ${visit.day}`);
      expect(await shop.db.visits.get(rotten.id)).toEqual(rotten);
      await shop.db.visits.put(visit);
    }
    expect(found).toEqual(wanted);
  }, 120_000);
});

describe('a look at all days', () => {
  it('comes once a week, is silent about a shop that is whole, and forgets what somebody has seen', async () => {
    shop = await shopOfVisits(40);
    const store = memoryLocalStore();
    const checking = { deps: shop, store, today };
    expect(await runDueChecks(checking)).toEqual([]);
    const [old] = await shop.db.visits.orderBy('day').toArray();
    if (old === undefined) throw new Error('There is one');
    await shop.db.visits.delete(old.id);
    expect(await runDueChecks(checking)).toEqual([]);
    const later = { ...checking, deps: { ...shop, clock: laterBy(8, shop) } };
    expect(await runDueChecks(later)).toEqual([old.day]);
    expect(inconsistentDays(checking)).toEqual([old.day]);
    expect(await acknowledgeDays(checking, [old.day])).toEqual({ ok: true, value: null });
    expect(await runDueChecks({ ...later, deps: { ...shop, clock: laterBy(16, shop) } })).toEqual(
      [],
    );
  });

  it('that was broken off goes on where it was', async () => {
    shop = await shopOfVisits(400);
    const store = memoryLocalStore();
    const [first] = await shop.db.visits.orderBy('day').toArray();
    const [last] = await shop.db.visits.orderBy('day').reverse().offset(10).toArray();
    if (first === undefined || last === undefined) throw new Error('There are many');
    await shop.db.visits.bulkDelete([first.id, last.id]);
    let asked = 0;
    const asks: Deps['worker']['ask'] = async (...args) => {
      asked += 1;
      if (asked === 3) throw new DOMException('The tab was closed', 'AbortError');
      return shop.worker.ask(...args);
    };
    const broken = { deps: { ...shop, worker: { ask: asks } }, store, today };
    await expect(runDueChecks(broken)).rejects.toThrow('The tab was closed');
    expect(inconsistentDays(broken)).toEqual([first.day]);
    expect(await runDueChecks({ deps: shop, store, today })).toEqual([first.day, last.day]);
    expect(asked).toBe(3);
  });
});

/** A shop in which somebody came on each of the last days, one visit a day. */
async function shopOfVisits(days: number): Promise<Deps> {
  const deps = await openTestShop();
  const saved = await write<null, never>(deps.db, deps.clock.now(), async (writer) => {
    const visits = Array.from({ length: days }, (_, ago): Visit => {
      const day = addDays(today, -10 - ago);
      return {
        id: visitIdFrom(`visit-${String(ago).padStart(4, '0')}`),
        customerId: null,
        at: 1_700_000_000_000 - ago * 86_400_000,
        day,
        minute: 600 + (ago % 60),
        kind: 'bought',
        amount: 700 + ago,
        reduced: false,
        marks: [],
        note: 'lamb',
        receipt: null,
        importId: null,
        createdAt: 1_700_000_000_000,
        voided: false,
        made: writer.timestamp,
        edits: {},
      };
    });
    await putBulk(writer, { customers: [], visits, moments: [], gestures: [] });
    return ok(null);
  });
  if (!saved.ok) throw new Error('The visits are in');
  return deps;
}

/** One bit of what the day's sum watches over. */
function withFlippedByte(visit: Visit, pick: () => number): Visit {
  const bit = 1 << Math.floor(pick() * 7);
  switch (Math.floor(pick() * 5)) {
    case 0:
      return { ...visit, amount: (visit.amount ?? 0) ^ bit };
    case 1:
      return { ...visit, minute: (visit.minute ?? 0) ^ (1 << Math.floor(pick() * 5)) };
    case 2:
      return { ...visit, at: visit.at + bit };
    case 3:
      return {
        ...visit,
        note: `l${String.fromCharCode(visit.note.charCodeAt(1) ^ bit)}mb`,
      };
    default:
      return { ...visit, voided: true };
  }
}

function laterBy(days: number, { clock }: Deps): Deps['clock'] {
  const now = clock.now() + days * 86_400_000;
  return { now: () => now };
}

function fail(): never {
  throw new Error('This cannot be');
}
