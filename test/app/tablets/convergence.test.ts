import { describe, expect, it } from 'vitest';
import { mergeNextParcels } from '#app/tablets/merge-parcels.ts';
import { readParcel } from '#app/tablets/parcel-seal.ts';
import { sealChanges } from '#app/tablets/seal-changes.ts';
import { namesErased } from '#formats/parcel/names-erased.ts';
import { seededRandom, type Random } from '#lib/seeded-random.ts';
import { bytesOfText } from '#platform/crypto/sealing.ts';
import { doSomething } from '../../support/tablets/drawn-actions.ts';
import { factsOf } from '../../support/tablets/facts-of.ts';
import {
  bring,
  fetchFrom,
  meet,
  MemoryDepot,
  openTablets,
  restarted,
  sweep,
  type ShopTablet,
} from '../../support/tablets/shop-tablets.ts';
import { expectHistoryLaw } from '../../support/recount/history-law.ts';
import { runs } from '../../support/values/runs.ts';

const histories = runs(10, 3_000);

describe('four tablets of one shop', () => {
  it(
    'know the same once they have met, whatever was lost, repeated, came in another order or was cut short',
    { timeout: 3_600_000 },
    async () => {
      for (let seed = 0; seed < histories; seed += 1) {
        const random = seededRandom(`tablets ${seed}`);
        const depot = new MemoryDepot();
        const tablets = [...(await openTablets(4, depot.line))];
        depot.isBroken = () => random() < 0.3;
        for (let step = 0; step < 30; step += 1) await liveOn(tablets, depot, random);
        depot.isBroken = () => false;
        // What came from a clock that was ahead waits until it is so late everywhere.
        for (const { deps } of tablets) deps.clock.advance(7_200_000);
        await meet(tablets, depot);
        // What an absent one brought of the erased is emptied by the others ten minutes later.
        for (const { deps } of tablets) deps.clock.advance(660_000);
        await meet(tablets, depot);
        const facts = await Promise.all(tablets.map(({ deps }) => factsOf(deps.db)));
        for (const each of facts) expect(each, `seed ${seed}`).toBe(facts[0]);
        for (const { deps } of tablets) await expectHistoryLaw(deps.db);
        for (const tablet of tablets) await expectNothingErased(tablet, depot);
        await Promise.all(tablets.map(close));
      }
    },
  );
});

async function liveOn(tablets: ShopTablet[], depot: MemoryDepot, random: Random): Promise<void> {
  const place = Math.floor(random() * tablets.length);
  if (random() < 0.08) await restartAt(tablets, place, Math.floor(random() * 12));
  const tablet = tablets[place];
  if (tablet === undefined) throw new Error('There are tablets');
  tablet.deps.clock.advance(Math.floor(random() * 240_000) - 60_000);
  const what = random();
  if (what < 0.6) await doSomething(tablet.deps, random);
  else if (what < 0.65) await sweep(tablet);
  else if (what < 0.67) depot.copy();
  else if (what < 0.69) depot.setBack();
  else if (what < 0.85) await bring(tablet, depot);
  else await fetchFrom(tablet, depot, (messages) => badLine(messages, random));
}

/** The app is closed, in the middle of whatever it had begun, and opened again. */
async function restartAt(tablets: ShopTablet[], place: number, readsBefore: number): Promise<void> {
  const tablet = tablets[place];
  if (tablet === undefined) throw new Error('There are tablets');
  // Not waited for: the next opening finds what was committed by then, so that a history is not
  // always the same, and the law holds for each.
  void sealChanges(tablet).catch(() => undefined);
  void mergeNextParcels(tablet).catch(() => undefined);
  for (let reads = 0; reads < readsBefore; reads += 1) await tablet.deps.db.meta.count();
  tablets[place] = await restarted(tablet);
}

/** Some are lost, some come twice, and some in another order. */
function badLine(messages: readonly unknown[], random: Random): readonly unknown[] {
  const some = messages.flatMap((each) =>
    random() < 0.2 ? [] : random() < 0.2 ? [each, each] : [each],
  );
  return random() < 0.3 ? some.toReversed() : some;
}

/** No parcel that the tablet or the server keeps names anybody who was erased. */
async function expectNothingErased(tablet: ShopTablet, depot: MemoryDepot): Promise<void> {
  const erasures = await tablet.deps.db.erasures.toArray();
  const people = {
    erased: new Set(erasures.map(({ customerId }) => customerId)),
    nameless: new Set<never>(),
  };
  const there = [...depot.parcels.values()].flat().map(({ bytes, ...name }) => ({
    ...name,
    bytes: bytesOfText(bytes) ?? new Uint8Array(0),
  }));
  for (const parcel of [...(await tablet.tablets.parcels.toArray()), ...there]) {
    const opened = await readParcel(tablet, parcel);
    if (!opened.ok) expect(opened.problem).toBe('missing');
    else expect(namesErased(opened.value.facts, people)).toBe(false);
  }
}

async function close({ deps, tablets }: ShopTablet): Promise<void> {
  await deps.db.delete();
  await tablets.delete();
}
