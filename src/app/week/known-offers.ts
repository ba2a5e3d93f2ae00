import type { Settings } from '#domain/shop/settings.ts';
import { addDays, mondayOf, type Day } from '#lib/day.ts';
import { readGesturesSince } from '#storage/tables/gestures.ts';
import type { Deps } from '#app/deps.ts';
import type { GestureChoice } from './gestures.ts';

export type KnownOffer = Pick<GestureChoice, 'words' | 'cost'>;

const daysRead = 364;
/** Those given lately beside the shop's own. */
const maxGiven = 4;

/** What may be given by name: the shop's own, then others given lately at their last cost. */
export async function knownOffers(
  { db }: Deps,
  { offers: own }: Pick<Settings, 'offers'>,
  today: Day,
): Promise<readonly KnownOffer[]> {
  // Latest first.
  const gestures = await readGesturesSince(db, mondayOf(addDays(today, -daysRead)));
  const given = gestures.filter(({ kind, skippedOn }) => kind === 'offer' && skippedOn === null);
  const offers = new Map<string, KnownOffer>();
  for (const { words, cost } of [...own, ...given]) {
    const key = words.trim().toLowerCase();
    if (key !== '' && !offers.has(key)) offers.set(key, { words: words.trim(), cost });
  }
  return [...offers.values()].slice(0, own.length + maxGiven);
}
