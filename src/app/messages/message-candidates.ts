// Everybody of the roster as somebody to write to: when they last had news, and how near a perk is.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { MessageCandidate, PerkAhead } from '#domain/messages/message-audience.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import type { Perk } from '#domain/week/perk.ts';
import { addDays, type Day } from '#lib/day.ts';
import { readGesturesSince } from '#storage/tables/gestures.ts';
import type { Roster, RosterEntry } from '#app/customers/roster.ts';
import type { Deps } from '#app/deps.ts';
import { perksOfCustomer } from '#app/perks/perks-of-customer.ts';

/** When each had news within the days that the shop waits between them, by their own rows. */
export async function readLastNews(
  deps: Deps,
  { today, restDays }: { readonly today: Day; readonly restDays: number },
): Promise<ReadonlyMap<CustomerId, Day>> {
  // By the week it was sent in, whose Monday may be six days earlier.
  const gestures = await readGesturesSince(deps.db, addDays(today, -restDays - 7));
  const news = new Map<CustomerId, Day>();
  for (const { customerId, handedOverOn } of gestures.filter(isNews)) {
    const known = news.get(customerId);
    if (handedOverOn !== null && (known === undefined || handedOverOn > known))
      news.set(customerId, handedOverOn);
  }
  return news;
}

function isNews({ kind, purpose, voided }: Gesture): boolean {
  return kind === 'message' && purpose === 'news' && !voided;
}

export interface MessageSource {
  readonly roster: Roster;
  readonly lastNews: ReadonlyMap<CustomerId, Day>;
  /** Empty where the text names none: comparing everybody with each perk takes a while. */
  readonly perks: readonly Perk[];
  readonly settings: Pick<Settings, 'amounts'>;
  readonly today: Day;
}

export function messageCandidate(source: MessageSource, entry: RosterEntry): MessageCandidate {
  const ids = [entry.id, ...entry.history.joined];
  const days = ids.flatMap((id) => source.lastNews.get(id) ?? []).toSorted();
  return { customer: entry.customer, lastNews: days.at(-1) ?? null, perk: nearPerk(source, entry) };
}

// Only what is counted in visits is near in the sense of a letter: "two visits to your coffee".
function nearPerk(source: MessageSource, { id }: RosterEntry): PerkAhead | null {
  if (source.perks.length === 0) return null;
  const [near] = perksOfCustomer(source, id)
    .filter(({ perk }) => perk.measure === 'visit-days')
    .map(({ perk, standing }) => ({
      gives: perk.gives,
      missing: perk.threshold - standing.progress,
    }))
    .toSorted((a, b) => a.missing - b.missing);
  return near ?? null;
}
