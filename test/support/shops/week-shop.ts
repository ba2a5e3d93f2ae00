// A butcher's Thursday: five people who stand out for five reasons, and some who do not.
import type { Deps } from '#app/deps.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { ok } from '#lib/result.ts';
import { putBulk } from '#storage/bulk/bulk.ts';
import type { ShopDexie } from '#storage/database.ts';
import { write } from '#storage/transaction.ts';
import {
  customerId,
  day,
  daysAgo,
  every,
  on,
  personWith,
  today,
  type PersonInShop,
  type CustomerSpec,
} from './shop-with.ts';
import { openTestShop, type TestClock } from './test-shop.ts';

export type TestShop = Deps & { readonly clock: TestClock; readonly db: ShopDexie };

/** Told the shop that the brisket was dry, and came back. */
export const ruthAdler: CustomerSpec = {
  name: 'Ruth Adler',
  visits: on([day('2026-06-05'), day('2026-06-12'), day('2026-06-16')]),
  moments: [{ kind: 'complaint', day: day('2026-06-12'), text: 'The brisket was dry.' }],
};

/** Sent two people, and was never thanked. */
export const joanPrice: CustomerSpec = {
  name: 'Joan Price',
  visits: every(9, { times: 12, until: daysAgo(3) }),
};

/** Came every Thursday for a year, and not since 14 May. */
export const mrOkoro: CustomerSpec = {
  name: 'Mr Okoro',
  visits: every(7, { times: 50, until: day('2026-05-14') }),
};

/** New in May, four visits. */
export const zaneta: CustomerSpec = {
  name: 'Żaneta',
  visits: on(['2026-05-08', '2026-05-20', '2026-06-02', '2026-06-13'].map(day)),
};

const others: readonly CustomerSpec[] = [
  ...['Tom R.', 'Hana'].map((name) => ({
    name,
    sentBy: customerId('Joan Price'),
    visits: on([daysAgo(40), daysAgo(26), daysAgo(9)]),
  })),
  { name: 'Mr Vale', passingThrough: true, visits: on([daysAgo(5)]) },
  { name: 'Mrs Ode', suggestNothing: true, visits: every(7, { times: 20, until: daysAgo(2) }) },
];

/** Everybody of this shop. */
export const weekPeople: readonly CustomerSpec[] = [
  ruthAdler,
  joanPrice,
  mrOkoro,
  zaneta,
  ...others,
];

/** A shop with these people in it, on Thursday 18 June 2026. */
export async function openWeekShop(
  people: readonly CustomerSpec[] = weekPeople,
  changes: Partial<SettingsValues> = {},
): Promise<TestShop> {
  const offers = [{ words: 'sausages, no charge', cost: 400 }] as const;
  const shop = await openTestShop({ offers, ...changes });
  await moveIn(shop, people.map(personWith));
  return shop;
}

/** Puts people into a shop with all that is told of them. */
export async function moveIn(shop: TestShop, people: readonly PersonInShop[]): Promise<void> {
  const written = await write<void, WriteProblem>(shop.db, shop.clock.now(), async (writer) => {
    await putBulk(writer, {
      customers: people.map((person) => person.customer),
      visits: people.flatMap((person) => person.visits),
      moments: people.flatMap((person) => person.moments),
      gestures: people.flatMap((person) => person.gestures),
    });
    return ok(undefined);
  });
  if (!written.ok) throw new Error(`The people did not move in: ${written.problem.kind}`);
}

/** The week's list of the shop as it stands. */
export async function listOf(shop: Deps): Promise<WeekSuggestions> {
  const answer = await shop.worker.ask({ kind: 'suggest', today });
  if (!answer.ok) throw new Error('The list was not thought out');
  return answer.value;
}
