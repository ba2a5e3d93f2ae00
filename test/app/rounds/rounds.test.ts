import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { eraseNow, scheduleErasure } from '#app/customers/erasure.ts';
import { mergeCustomers, unmergeCustomer } from '#app/customers/merge-customers.ts';
import { notePermission } from '#app/customers/permissions.ts';
import { openRoster } from '#app/customers/roster.ts';
import { addMissedVisit } from '#app/customers/missed-visit.ts';
import type { Deps } from '#app/deps.ts';
import { allHouseholds, homesOf } from '#app/households/homes.ts';
import { moveOut, moveTogether, takeApart } from '#app/households/households.ts';
import { placesOfLastTime, proposeRound, roundPlaceOf } from '#app/rounds/propose-round.ts';
import {
  placesIn,
  previousRound,
  roundView,
  type RoundContext,
  type RoundView,
} from '#app/rounds/round-view.ts';
import {
  addRoundLine,
  beginRound,
  changeRound,
  decideRoundLine,
  readRoundRows,
  removeRoundLines,
  settleRoundLines,
  unsettleRoundLines,
} from '#app/rounds/rounds.ts';
import type { CustomerFields, CustomerId } from '#domain/customers/customer.ts';
import { refusalOfAll } from '#domain/customers/permission.ts';
import type { Round } from '#domain/week/round.ts';
import { homeNameText } from '#i18n/post/home-names.ts';
import { addDays, type Day } from '#lib/day.ts';
import type { ShopDexie } from '#storage/database.ts';
import { expectHistoryLaw } from '../../support/recount/history-law.ts';
import { recountLastTime } from '../../support/recount/recount-last-time.ts';
import { day } from '../../support/shops/shop-with.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { runs } from '../../support/values/runs.ts';
import { valueOf } from '../../support/values/value-of.ts';

const card = { kind: 'card', words: '', cost: 120 } as const;
const wine = { kind: 'offer', words: 'a bottle of wine', cost: 800 } as const;
const today = day('2026-11-10');

let shop: Deps & { readonly db: ShopDexie };

beforeEach(async () => {
  shop = await openTestShop();
});

describe('a round', () => {
  it('is one line a home, says what they got last year, and is apart from the week', async () => {
    const [mr, mrs, joan] = [
      await added('Mr Khan'),
      await added('Mrs Khan'),
      await added('Joan Price'),
    ];
    valueOf(await moveTogether(shop, [mr, mrs]));
    const last = await begun('Christmas', 2025, [mr, mrs, joan]);
    const before = await viewOf(last);
    expect(before.lines.map(({ name }) => name)).toEqual(['Joan Price', 'Mr and Mrs Khan']);
    expect(before).toMatchObject({ people: 3, cost: 240, previous: null });
    const posted = before.lines[1]?.gesture.id;
    if (posted === undefined) throw new Error('The Khans are on the list');
    valueOf(await settleRoundLines(shop, [posted], { day: day('2025-12-09'), way: 'post' }));
    const now = await viewOf(await begun(' christmas ', 2026, [mrs]));
    expect(now.previous?.id).toBe(last.id);
    expect(now.lines[0]?.lastTime).toMatchObject([
      { kind: 'card', handedOverOn: '2025-12-09', way: 'post' },
    ]);
    valueOf(await unsettleRoundLines(shop, [posted]));
    expect((await viewOf(now.round)).lines[0]?.lastTime).toMatchObject([{ handedOverOn: null }]);
    expect((await shop.db.histories.toArray()).flatMap(({ gestures }) => gestures).length).toBe(3);
  });

  it('is decided line by line; nobody stands on it twice, and what is taken off comes back', async () => {
    const [mr, mrs, joan] = [
      await added('Mr Khan'),
      await added('Mrs Khan'),
      await added('Joan Price'),
    ];
    const round = await begun('Eid', 2027, [mr]);
    const place = { customerId: mr, householdId: null };
    const twice = valueOf(
      await addRoundLine(shop, { roundId: round.id, place, gift: wine, today }),
    );
    expect(twice.kind).toBe('card');
    const line = { roundId: round.id, gift: card, today };
    valueOf(await addRoundLine(shop, { ...line, place: { ...place, customerId: mrs } }));
    valueOf(await addRoundLine(shop, { ...line, place: { ...place, customerId: joan } }));
    valueOf(await decideRoundLine(shop, twice.id, { gift: wine, today }));
    expect(await viewOf(round)).toMatchObject({ people: 3, cost: 1040 });
    valueOf(await decideRoundLine(shop, twice.id, { gift: null, today }));
    expect(await viewOf(round)).toMatchObject({ people: 2, cost: 240 });
    // They moved together since: one line, though two were written.
    valueOf(await moveTogether(shop, [mr, mrs]));
    const [, khans] = (await viewOf(round)).lines;
    expect(khans?.gestures).toHaveLength(2);
    const ids = khans?.gestures.map(({ id }) => id) ?? [];
    valueOf(await removeRoundLines(shop, ids));
    expect((await viewOf(round)).lines.map(({ name }) => name)).toEqual(['Joan Price']);
    valueOf(await removeRoundLines(shop, ids, false));
    expect((await viewOf(round)).lines).toHaveLength(2);
    valueOf(await changeRound(shop, round.id, { voided: true }));
    expect((await readRoundRows(shop)).rounds).toEqual([]);
  });

  it('proposes who was on the last list, comes often or sent somebody; nobody who may not be written to', async () => {
    const [often, sender, refused, died, away, rare] = [
      await added('Often', { sentBy: null }),
      await added('Sender'),
      await added('Refused'),
      await added('Died', { diedOn: today }),
      await added('Away'),
      await added('Rare'),
    ];
    await added('Sent', { sentBy: sender });
    for (const id of [often, refused, died]) await came(id, 10, today);
    await came(rare, 9, today);
    await came(sender, 1, today);
    await came(away, 12, addDays(today, -366));
    await notePermission(shop, refused, refusalOfAll({ day: today, how: 'said so', notedAt: 0 }));
    const last = await begun('Christmas', 2025, [away, rare]);
    const { context, close } = await look();
    const previous = context.gestures.filter(({ roundId }) => roundId === last.id);
    const asked = { ...context, segments: null, previous, today };
    const { places, leftOut } = proposeRound(asked);
    const name = (id: CustomerId): string => context.roster.person(id)?.customer.name ?? '';
    expect(places.map(({ customerId }) => name(customerId)).toSorted()).toEqual([
      'Often',
      'Rare',
      'Sender',
    ]);
    expect(leftOut.map((each) => `${each.name}: ${each.why}`).toSorted()).toEqual([
      'Away: unseen',
      'Died: died',
      'Refused: no-post',
    ]);
    expect(placesOfLastTime(asked).map(({ customerId }) => name(customerId))).toEqual([
      'Away',
      'Rare',
    ]);
    close();
  });
});

describe('the line of a home', () => {
  it('stays for the others when the one under whom it was written is erased', async () => {
    const [mr, mrs] = [await added('Mr Khan'), await added('Mrs Khan')];
    const alone = await added('Joan Price');
    valueOf(await moveTogether(shop, [mr, mrs]));
    const round = await begun('Christmas', 2026, [mr, mrs, alone]);
    const [, khans] = (await viewOf(round)).lines;
    if (khans === undefined) throw new Error('The Khans are on the list');
    const under = khans.gesture.customerId;
    valueOf(await decideRoundLine(shop, khans.gesture.id, { gift: wine, today }));
    for (const id of [under, alone]) {
      await scheduleErasure(shop, id, today);
      valueOf(await eraseNow(shop, id, today));
    }
    const { lines } = await viewOf(round);
    expect(lines.map(({ people }) => people.map(({ id }) => id))).toEqual([
      [under === mr ? mrs : mr],
    ]);
    expect(lines[0]?.gesture).toMatchObject({ kind: 'offer', cost: 800, words: '' });
    const rows = (await shop.db.gestures.toArray()).map(({ customerId }) => customerId);
    expect(rows).toEqual(['nobody']);
    expect((await shop.db.meta.get('meta'))?.rows?.gestures).toBe(1);
    await expectHistoryLaw(shop.db);
  });
});

describe('whatever happens between two Christmases', () => {
  it('nobody stands on two lines, no home either, and last year is right for every line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 8 }),
        fc.array(step, { maxLength: 8 }),
        async (earlier, later) => {
          shop = await openTestShop();
          const ids: CustomerId[] = [];
          for (const name of ['Ann K.', 'Ben K.', 'Cat L.', 'Dan M.', 'Eve N.'])
            ids.push(await added(name));
          for (const each of earlier) await take(each, ids);
          const last = await begun('Christmas', 2025, ids.slice(0, 4));
          const { lines } = await viewOf(last);
          const first = lines[0]?.gesture.id;
          if (first !== undefined)
            await settleRoundLines(shop, [first], { day: day('2025-12-12'), way: 'hand' });
          for (const each of later) await take(each, ids);
          const round = await begun('Christmas', 2026, ids.slice(1));
          const view = await viewOf(round);
          expectOneLineEach(view);
          for (const { people, lastTime } of view.lines) {
            const names = people.map(({ id }) => id);
            expect(lastTime.map(({ id }) => id).toSorted()).toEqual(
              await recountLastTime(shop.db, last.id, names),
            );
          }
        },
      ),
      { numRuns: runs(20, 300) },
    );
  });
});

function expectOneLineEach({ lines }: RoundView): void {
  const keys = lines.map(({ key }) => key);
  const people = lines.flatMap((line) => line.people.map(({ id }) => id));
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(people).size).toBe(people.length);
}

const who = fc.nat(4);
const stepNames = ['together', 'together', 'merge', 'unmerge', 'out', 'apart', 'hide'] as const;
const step = fc.record({ do: fc.constantFrom(...stepNames), a: who, b: who });

interface Step {
  readonly do: (typeof stepNames)[number];
  readonly a: number;
  readonly b: number;
}

async function take({ do: what, a, b }: Step, ids: readonly CustomerId[]): Promise<void> {
  const [one, other] = [ids[a], ids[b]];
  if (one === undefined || other === undefined) return;
  if (what === 'apart') {
    const [home] = await allHouseholds(shop);
    if (home !== undefined) await takeApart(shop, home.id);
  } else if (what === 'together') await moveTogether(shop, [one, other]);
  else if (what === 'merge') await mergeCustomers(shop, one, other);
  else if (what === 'unmerge') await unmergeCustomer(shop, one);
  else if (what === 'out') await moveOut(shop, one);
  else await scheduleErasure(shop, one, today);
}

async function added(name: string, more: Partial<CustomerFields> = {}): Promise<CustomerId> {
  const known = { name, zone: 'Europe/London', ...more };
  return valueOf(await addCustomer(shop, draftCustomer(shop, known))).id;
}

async function came(customerId: CustomerId, times: number, until: Day): Promise<void> {
  for (let back = 0; back < times; back += 1)
    valueOf(
      await addMissedVisit(shop, {
        customerId,
        kind: 'bought',
        zone: 'Europe/London',
        day: addDays(until, -back),
        minute: 600,
        amount: null,
      }),
    );
}

async function look(): Promise<{ readonly context: RoundContext; readonly close: () => void }> {
  const roster = await openRoster(shop);
  const homes = homesOf(await allHouseholds(shop), roster);
  const compare = (a: string, b: string): number => a.localeCompare(b);
  const context = { ...(await readRoundRows(shop)), roster, homes, nameOf: homeNameText, compare };
  return { context, close: () => roster.close() };
}

async function begun(name: string, year: number, ids: readonly CustomerId[]): Promise<Round> {
  const { context, close } = await look();
  const all = placesIn(context);
  const places = new Map(
    ids.flatMap((id) => {
      const entry = context.roster.person(id);
      if (entry === undefined) return [];
      const place = all.of(entry);
      return [[place.key, roundPlaceOf(place)] as const];
    }),
  );
  close();
  const draft = { name, year, budgetMoney: null, today, gift: card };
  return valueOf(await beginRound(shop, draft, [...places.values()]));
}

async function viewOf(round: Round): Promise<RoundView> {
  const { context, close } = await look();
  close();
  expect(previousRound(round, context.rounds)?.id).not.toBe(round.id);
  return roundView(round, context);
}
