// Lets the tiles go by what the shop's own past taught about who comes in when. Fetched with the beliefs, long after the tiles stand.

import { arrivalScores } from '#engine/models/arrivals-order.ts';
import type { Beliefs } from './beliefs.ts';
import type { Likely } from './likely.ts';

/** From the next beliefs on the tiles are put in the order they hold; which ones change, and when, stays the tiles' own affair. */
export function letTilesFollow(beliefs: Beliefs, likely: Likely): void {
  beliefs.subscribe(() => {
    const arrivals = beliefs.current()?.arrivals ?? null;
    likely.orderBy((standings, moment) => arrivalScores(standings, moment, arrivals));
  });
}
