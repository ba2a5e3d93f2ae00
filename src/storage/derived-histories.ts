// All histories of a shop made from its facts, for a shop brought back. Reads visits once, in the order of the people, and never all at once.

import { isPresent, type Customer, type CustomerId } from '#domain/customer.ts';
import { historyOf } from '#domain/history.ts';
import { grouped } from '#lib/grouped.ts';
import type { ShopDexie } from './database.ts';
import { refold } from './histories.ts';

/** People whose visits are read together. */
const peopleAtOnce = 200;

/** Writes the history of everybody present. Their old rows are overwritten. */
export async function deriveHistories(db: ShopDexie): Promise<void> {
  // In the order of their ids, which is the order of their visits in the index.
  const cards = await db.customers.orderBy(':id').toArray();
  const joinedInto = new Set(cards.map((card) => card.mergedInto));
  const present = cards.filter(isPresent);
  const alone = present.filter((card) => !joinedInto.has(card.id));
  for (let from = 0; from < alone.length; from += peopleAtOnce)
    await deriveSome(db, alone.slice(from, from + peopleAtOnce));
  for (const card of present) {
    if (joinedInto.has(card.id)) await refoldAlone(db, card.id);
  }
}

// Whoever else lies between the first and the last of them is read too, and passed over.
async function deriveSome(db: ShopDexie, cards: readonly Customer[]): Promise<void> {
  const first = cards[0]?.id;
  const last = cards.at(-1)?.id;
  if (first === undefined || last === undefined) return;
  const [visits, moments, gestures] = await Promise.all([
    db.visits.where('[customerId+at]').between([first, -Infinity], [last, Infinity]).toArray(),
    db.moments.where('customerId').between(first, last, true, true).toArray(),
    db.gestures.where('customerId').between(first, last, true, true).toArray(),
  ]);
  const theirs = {
    visits: grouped(visits, (visit) => visit.customerId),
    moments: grouped(moments, (moment) => moment.customerId),
    gestures: grouped(gestures, (gesture) => gesture.customerId),
  };
  await db.histories.bulkPut(
    cards.map((customer) =>
      historyOf({
        customer,
        joined: [],
        visits: theirs.visits.get(customer.id) ?? [],
        moments: theirs.moments.get(customer.id) ?? [],
        gestures: theirs.gestures.get(customer.id) ?? [],
      }),
    ),
  );
}

async function refoldAlone(db: ShopDexie, id: CustomerId): Promise<void> {
  // Dexie keeps a transaction alive over awaits only inside a function that is itself async.
  await db.transaction('rw', db.tables, async () => {
    await refold(db, id);
  });
}
