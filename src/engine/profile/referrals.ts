// Who was sent by whom, and what those people became. A merged card stands for the person it was
// merged into, and nobody can send themselves.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { History } from '#domain/visits/history.ts';
import type { Features } from './features.ts';

/** Somebody who came because another person sent them. Days are day numbers. */
export interface SentPerson {
  readonly customerId: CustomerId;
  /** Their first purchase, or the first day seen when they never bought. */
  readonly since: number;
  readonly visitDays: number;
}

/** For each sender the people they sent who came, by first day and id. */
export type Referrals = ReadonlyMap<CustomerId, readonly SentPerson[]>;

/** The person behind each merged card. */
function survivorsOf(histories: readonly History[]): ReadonlyMap<CustomerId, CustomerId> {
  const survivors = new Map<CustomerId, CustomerId>();
  for (const history of histories) {
    for (const joined of history.joined) survivors.set(joined, history.customerId);
  }
  return survivors;
}

/**
 * Who sent whom, from cards ("sent by") and moments ("sent someone"), each pair once. Only people
 * who came count.
 */
export function referralsOf(
  histories: readonly History[],
  features: ReadonlyMap<CustomerId, Features>,
): Referrals {
  const survivors = survivorsOf(histories);
  const sent = new Map<CustomerId, Map<CustomerId, SentPerson>>();
  for (const { sender, person } of pairsIn(histories)) {
    const from = survivors.get(sender) ?? sender;
    const to = survivors.get(person) ?? person;
    const sentPerson = from === to ? undefined : sentPersonOf(features.get(to));
    if (sentPerson === undefined) continue;
    const people = sent.get(from) ?? new Map<CustomerId, SentPerson>();
    sent.set(from, people.set(to, sentPerson));
  }
  return new Map(
    [...sent].map(([sender, people]) => [sender, [...people.values()].toSorted(byFirstDay)]),
  );
}

interface Pair {
  readonly sender: CustomerId;
  readonly person: CustomerId;
}

function pairsIn(histories: readonly History[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const { customerId, facts, moments } of histories) {
    if (facts.sentBy !== null) pairs.push({ sender: facts.sentBy, person: customerId });
    for (const { kind, about } of moments) {
      if (kind === 'sent' && about !== null) pairs.push({ sender: customerId, person: about });
    }
  }
  return pairs;
}

function sentPersonOf(features: Features | undefined): SentPerson | undefined {
  if (features === undefined) return undefined;
  const since = features.first ?? features.firstSeen;
  return since === null
    ? undefined
    : { customerId: features.customerId, since, visitDays: features.visitDays };
}

function byFirstDay(a: SentPerson, b: SentPerson): number {
  return a.since - b.since || (a.customerId < b.customerId ? -1 : 1);
}
