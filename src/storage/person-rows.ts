// All rows of one person, for their page. Asked for at once: who is joined with nobody, which is nearly everybody, costs one round to the disk
// and back. Rows are read whole by their index, because a cursor that looks at each one costs far more than the rows it leaves out.

import type { Customer, CustomerId } from '#domain/customer.ts';
import type { Gesture } from '#domain/gesture.ts';
import type { History } from '#domain/history.ts';
import type { Moment } from '#domain/moment.ts';
import type { Visit } from '#domain/visit.ts';
import type { ShopDexie } from './database.ts';
import { cardsOf, factsOf, readHistory } from './histories.ts';
import { latestFirst, settledVisits } from './visits.ts';

/** Everything of one person, taken-back rows too, each latest first; no visits of a list that is still coming in. */
export interface PersonRows {
  /** The surviving card and those joined into it, as written. */
  readonly customer: Customer;
  readonly joined: readonly Customer[];
  readonly history: History | undefined;
  readonly visits: readonly Visit[];
  readonly moments: readonly Moment[];
  readonly gestures: readonly Gesture[];
}

/** The rows of the person whose card, or joined card, is `id`; undefined for an unknown id. */
export async function readPerson(db: ShopDexie, id: CustomerId): Promise<PersonRows | undefined> {
  const [cards, history, facts] = await Promise.all([
    cardsOf(db, id),
    readHistory(db, id),
    factsOf(db, [id]),
  ]);
  if (cards === undefined) return undefined;
  if (cards.customer.id === id && cards.joined.length === 0)
    return sorted(db, { ...cards, history, ...facts });
  const ids = [cards.customer, ...cards.joined].map((card) => card.id);
  const [itsHistory, all] = await Promise.all([
    readHistory(db, cards.customer.id),
    factsOf(db, ids),
  ]);
  return sorted(db, { ...cards, history: itsHistory, ...all });
}

async function sorted(db: ShopDexie, rows: PersonRows): Promise<PersonRows> {
  return {
    ...rows,
    visits: (await settledVisits(db, rows.visits)).toSorted(latestFirst),
    moments: rows.moments.toSorted(
      (a, b) => byDay(a.day, b.day) || b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1),
    ),
    gestures: rows.gestures.toSorted(
      (a, b) =>
        byDay(a.plannedOn, b.plannedOn) || b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1),
    ),
  };
}

function byDay(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}
