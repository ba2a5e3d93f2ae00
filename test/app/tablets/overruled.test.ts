import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { changeCustomer } from '#app/customers/change-customer.ts';
import { eraseNow, scheduleErasure } from '#app/customers/erasure.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import { dropSettled } from '#app/tablets/note-overruled.ts';
import { leaveLater, readOverruled, takeEarlier } from '#app/tablets/overruled-view.ts';
import { sealChanges } from '#app/tablets/seal-changes.ts';
import type { CustomerFields, CustomerId } from '#domain/customers/customer.ts';
import { seededRandom, type Random } from '#lib/seeded-random.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';
import { day } from '../../support/shops/shop-with.ts';
import { runs } from '../../support/values/runs.ts';
import {
  bring,
  fetchFrom,
  meet,
  MemoryDepot,
  openTablets,
  type ShopTablet,
} from '../../support/tablets/shop-tablets.ts';

const zone = 'Europe/London';

let depot: MemoryDepot;
beforeEach(() => {
  depot = new MemoryDepot();
});

const opened: ShopTablet[] = [];
afterEach(async () => {
  for (const { deps, tablets } of opened.splice(0)) {
    await deps.db.delete();
    await tablets.delete();
  }
});

/** Tablets that all know of Mrs Khan. */
async function tabletsWithKhan(
  count: number,
): Promise<{ readonly tablets: readonly ShopTablet[]; readonly khan: CustomerId }> {
  const tablets = await openTablets(count, depot.line);
  opened.push(...tablets);
  const [first] = tablets;
  if (first === undefined) throw new Error('There are tablets');
  const draft = draftCustomer(first.deps, { name: 'Mrs Khan', phones: ['1'], zone });
  expect(await addCustomer(first.deps, draft)).toMatchObject({ ok: true });
  await meet(tablets, depot);
  return { tablets, khan: draft.id };
}

async function two(): Promise<{
  readonly counter: ShopTablet;
  readonly stall: ShopTablet;
  readonly khan: CustomerId;
}> {
  const { tablets, khan } = await tabletsWithKhan(2);
  const [counter, stall] = tablets;
  if (counter === undefined || stall === undefined) throw new Error('There are two');
  return { counter, stall, khan };
}

async function change(
  { deps }: ShopTablet,
  id: CustomerId,
  changes: Partial<CustomerFields>,
): Promise<void> {
  deps.clock.advance(1_000);
  expect(await changeCustomer(deps, id, changes)).toMatchObject({ ok: true });
}

describe('the same answer changed on two tablets', () => {
  it('is the later one on both, and the earlier one can be chosen on both', async () => {
    const { counter, stall, khan } = await two();
    await change(counter, khan, { phones: ['2'] });
    stall.deps.clock.advance(60_000);
    await change(stall, khan, { phones: ['3'] });
    await meet([counter, stall], depot);
    for (const tablet of [counter, stall]) {
      expect(await tablet.deps.db.customers.get(khan)).toMatchObject({ phones: ['3'] });
      expect(await readOverruled(tablet, null)).toMatchObject([
        {
          customer: { name: 'Mrs Khan' },
          overruled: { said: { phones: ['2'] } },
          stands: { phones: ['3'] },
          earlierOn: 'Tablet 0',
          laterOn: 'Tablet 1',
        },
      ]);
    }
  });

  it('stands as chosen, on all tablets, and is asked no more', async () => {
    const { counter, stall, khan } = await two();
    await change(counter, khan, { phones: ['2'] });
    await change(stall, khan, { phones: ['3'] });
    await meet([counter, stall], depot);
    const [answer] = await readOverruled(stall, khan);
    if (answer === undefined) throw new Error('There is one to choose');
    stall.deps.clock.advance(5_000);
    expect(await takeEarlier(stall.deps, answer.overruled)).toMatchObject({ ok: true });
    await meet([counter, stall], depot);
    for (const tablet of [counter, stall]) {
      const chosen = answer.overruled.said.phones;
      expect(await tablet.deps.db.customers.get(khan)).toMatchObject({ phones: chosen });
      expect(await readOverruled(tablet, null)).toEqual([]);
      await dropSettled(tablet);
      expect(await tablet.tablets.overruled.count()).toBe(0);
    }
  });

  it('is asked no more where it is left as it is', async () => {
    const { counter, stall, khan } = await two();
    await change(counter, khan, { note: 'oat milk' });
    await change(stall, khan, { note: 'soy milk' });
    await meet([counter, stall], depot);
    const [answer] = await readOverruled(counter, null);
    if (answer === undefined) throw new Error('There is one to choose');
    await leaveLater(counter, answer.overruled);
    expect(await readOverruled(counter, null)).toEqual([]);
  });

  it('is a correction where the second tablet knew the first answer, and nothing is asked', async () => {
    const { counter, stall, khan } = await two();
    await change(counter, khan, { phones: ['2'] });
    await meet([counter, stall], depot);
    await change(stall, khan, { phones: ['3'] });
    // The row comes once more from the first tablet, with its own answer from before.
    await change(counter, khan, { cue: 'red bike' });
    await meet([counter, stall], depot);
    for (const tablet of [counter, stall]) expect(await tablet.tablets.overruled.count()).toBe(0);
  });

  it('is nothing to ask where both said the same, or other things', async () => {
    const { counter, stall, khan } = await two();
    await change(counter, khan, { phones: ['2'], cue: 'red bike' });
    await change(stall, khan, { phones: ['2'], birthday: '05-17' });
    for (const { deps } of [counter, stall])
      await recordVisit(deps, draftVisit(deps, { customerId: khan, kind: 'bought', zone }));
    await meet([counter, stall], depot);
    for (const tablet of [counter, stall]) {
      expect(await tablet.tablets.overruled.count()).toBe(0);
      expect(await tablet.deps.db.visits.count()).toBe(2);
    }
  });

  it('is asked for ninety days', async () => {
    const { counter, stall, khan } = await two();
    await change(counter, khan, { note: 'oat milk' });
    await change(stall, khan, { note: 'soy milk' });
    await meet([counter, stall], depot);
    counter.deps.clock.advance(89 * 86_400_000);
    await dropSettled(counter);
    expect(await readOverruled(counter, khan)).toHaveLength(1);
    counter.deps.clock.advance(2 * 86_400_000);
    await dropSettled(counter);
    expect(await counter.tablets.overruled.count()).toBe(0);
  });

  it('goes with whoever is erased', async () => {
    const { counter, stall, khan } = await two();
    await change(counter, khan, { note: 'oat milk' });
    await change(stall, khan, { note: 'soy milk' });
    await meet([counter, stall], depot);
    const today = day('2026-06-18');
    await scheduleErasure(counter.deps, khan, today);
    expect(await readOverruled(counter, null)).toEqual([]);
    expect(await eraseNow(counter.deps, khan, today)).toMatchObject({ ok: true });
    await meet([counter, stall], depot);
    for (const tablet of [counter, stall]) {
      await dropSettled(tablet);
      expect(await tablet.tablets.overruled.count()).toBe(0);
    }
  });

  const manyHistories = { timeout: 3_600_000 };
  it('is remembered whatever is lost, late or comes by another', manyHistories, async () => {
    for (let seed = 0; seed < histories; seed += 1) {
      const random = seededRandom(`overruled ${seed}`);
      depot = new MemoryDepot();
      const { tablets, khan } = await tabletsWithKhan(3);
      const edits: Edit[] = [];
      // On every other line single parcels are lost: then one may come long after what replaced it.
      const lost = seed % 2 === 0 ? 0.3 : 0;
      for (let step = 0; step < 14; step += 1) await liveOn(tablets, { random, khan, edits, lost });
      await meet(tablets, depot);
      const stands = await stampOf(tablets[0], khan);
      const noted = (
        await Promise.all(tablets.map((each) => each.tablets.overruled.toArray()))
      ).flat();
      for (const { at } of headsOf(edits).filter((each) => each.at !== stands))
        expect(
          noted.some((each) => each.at === at),
          `seed ${seed}, ${at}`,
        ).toBe(true);
      if (lost > 0) continue;
      // And nothing else is.
      for (const { at, over } of noted)
        expect(ancestorsOf(over, edits).has(at), `seed ${seed}, ${at} ${over}`).toBe(false);
    }
  });
});

const histories = runs(8, 400);

/** A change of the number: which answer it replaced as it was typed. */
interface Edit {
  readonly at: HlcTimestamp;
  readonly before: HlcTimestamp | null;
}

interface Drawn {
  readonly random: Random;
  readonly khan: CustomerId;
  readonly edits: Edit[];
  /** The share of parcels that are lost. */
  readonly lost: number;
}

async function liveOn(
  tablets: readonly ShopTablet[],
  { random, khan, edits, lost }: Drawn,
): Promise<void> {
  const tablet = tablets[Math.floor(random() * tablets.length)];
  if (tablet === undefined) throw new Error('There are tablets');
  tablet.deps.clock.advance(Math.floor(random() * 60_000));
  if (random() < 0.4) {
    const before = await stampOf(tablet, khan);
    await change(tablet, khan, { phones: [`${random()}`] });
    const at = await stampOf(tablet, khan);
    if (at !== null) edits.push({ at, before });
  }
  // The carrier seals before it merges.
  if (random() < 0.5) await bring(tablet, depot);
  else await sealChanges(tablet);
  if (random() < 0.5)
    await fetchFrom(tablet, depot, (messages) => messages.filter(() => random() >= lost));
}

async function stampOf(
  tablet: ShopTablet | undefined,
  id: CustomerId,
): Promise<HlcTimestamp | null> {
  return (await tablet?.deps.db.customers.get(id))?.edits.phones ?? null;
}

/** Answers that nobody replaced knowingly. */
function headsOf(edits: readonly Edit[]): readonly Edit[] {
  const replaced = new Set(edits.map(({ before }) => before));
  return edits.filter(({ at }) => !replaced.has(at));
}

function ancestorsOf(at: HlcTimestamp, edits: readonly Edit[]): ReadonlySet<HlcTimestamp> {
  const found = new Set<HlcTimestamp>();
  for (let last: HlcTimestamp | null = at; last !== null;) {
    const known: HlcTimestamp | null = edits.find((each) => each.at === last)?.before ?? null;
    if (known !== null) found.add(known);
    last = known;
  }
  return found;
}
