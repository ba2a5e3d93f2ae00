import { homeOf, type Homes } from '#app/households/homes.ts';
import type { Roster } from '#app/customers/roster.ts';
import type { ThankYou } from '#app/week/thank-you-list.ts';

/** One card on paper, and all that it is for. */
export interface HomeCard {
  readonly card: ThankYou;
  /** Others of the same home whom it thanks as well. */
  readonly others: readonly ThankYou[];
}

/** One card a home. A birthday and a welcome are somebody's own. */
export function cardsByHome(
  cards: readonly ThankYou[],
  roster: Pick<Roster, 'person'>,
  homes: Homes,
): readonly HomeCard[] {
  const byHome = new Map<string, HomeCard>();
  for (const card of cards) {
    const key = sharedKey(card, roster, homes) ?? card.gestureId;
    const known = byHome.get(key);
    byHome.set(
      key,
      known === undefined ? { card, others: [] } : { ...known, others: [...known.others, card] },
    );
  }
  return [...byHome.values()];
}

function sharedKey(
  { customerId, front }: ThankYou,
  roster: Pick<Roster, 'person'>,
  homes: Homes,
): string | undefined {
  if (front === 'birthday' || front === 'welcome') return undefined;
  const person = roster.person(customerId);
  return person === undefined ? undefined : homeOf(homes, person.customer)?.household.id;
}
