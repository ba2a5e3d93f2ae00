// Who sent whom, as far as a perk counts it: by the card of who came ("sent by") or a note on who
// sent them, each pair once. Of two who name each other the earlier link counts, and nobody sends
// themselves, under any of their cards.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { History } from '#domain/visits/history.ts';

/** For each sender the histories of the people they sent. */
export type SentPeople = ReadonlyMap<CustomerId, readonly History[]>;

/** One link, in the ids of today, and the day number from which it is known. */
interface Link {
  readonly sender: CustomerId;
  readonly person: History;
  readonly since: number;
}

export function sentPeopleIn(histories: readonly History[]): SentPeople {
  const byId = new Map<CustomerId, History>();
  for (const history of histories)
    for (const id of [history.customerId, ...history.joined]) byId.set(id, history);
  const links = new Map<string, Link>();
  for (const link of linksIn(histories, byId)) {
    const key = keyOf(link.sender, link.person.customerId);
    const known = links.get(key);
    if (known === undefined || link.since < known.since) links.set(key, link);
  }
  const sent = new Map<CustomerId, History[]>();
  for (const link of links.values()) {
    const back = links.get(keyOf(link.person.customerId, link.sender));
    if (back !== undefined && isEarlier(back, link)) continue;
    sent.set(link.sender, [...(sent.get(link.sender) ?? []), link.person]);
  }
  return sent;
}

function* linksIn(
  histories: readonly History[],
  byId: ReadonlyMap<CustomerId, History>,
): Generator<Link> {
  for (const history of histories) {
    const { facts, moments, customerId } = history;
    const sender = facts.sentBy === null ? undefined : byId.get(facts.sentBy)?.customerId;
    if (sender !== undefined && sender !== customerId)
      yield { sender, person: history, since: facts.added };
    for (const { kind, about, day } of moments) {
      const person = kind === 'sent' && about !== null ? byId.get(about) : undefined;
      if (person !== undefined && person.customerId !== customerId)
        yield { sender: customerId, person, since: day };
    }
  }
}

// On one day the smaller id, so that every tablet says the same.
function isEarlier(a: Link, b: Link): boolean {
  return a.since === b.since ? a.sender < b.sender : a.since < b.since;
}

function keyOf(sender: CustomerId, person: CustomerId): string {
  return `${sender} ${person}`;
}
