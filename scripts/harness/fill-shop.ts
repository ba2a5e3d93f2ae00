// Invented shops of any size, written by the same bulk writing that lists use.
import type { Deps } from '#app/deps.ts';
import { type Day, dayFrom } from '#lib/day.ts';
import { ok } from '#lib/result.ts';
import { generateParts } from '#sample/generate-parts.ts';
import { putBulk } from '#storage/bulk/bulk.ts';
import { write } from '#storage/transaction.ts';
import { valueOf, zone } from './expected.ts';

/** How large, and until when. */
export interface FillOptions {
  readonly customers: number;
  readonly visits: number;
  /** YYYY-MM-DD */
  readonly endDay: string;
  readonly days?: number;
  readonly seed?: string;
}

/** Fills the open shop and gives how much came in. */
export async function fillShop(
  { db, clock }: Deps,
  { customers, visits, endDay, days = 365, seed = 'filling' }: FillOptions,
): Promise<{ readonly people: number; readonly visits: number }> {
  let people = 0;
  let written = 0;
  const plan = {
    seed,
    customers,
    visits,
    endDay: dayOf(endDay),
    days,
    zone,
    people: 'crowd',
  } as const;
  for (const part of generateParts(plan)) {
    valueOf(
      await write(db, clock.now(), async (writer) => {
        await putBulk(writer, part);
        return ok(null);
      }),
    );
    people += part.customers.length;
    written += part.visits.length;
  }
  return { people, visits: written };
}

function dayOf(text: string): Day {
  const day = dayFrom(text);
  if (day === undefined) throw new Error(`No day: ${text}`);
  return day;
}
