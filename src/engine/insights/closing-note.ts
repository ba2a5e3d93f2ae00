// What a day was, once it is over: who came in, who brought whom, what was handed over. Counted
// from the day's visits and from histories; nothing on a day with hardly a visit.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { ClosingNote } from '#domain/visits/closing-note.ts';
import { firstVisitDay, type History } from '#domain/visits/history.ts';
import { isSurelyFirst, logStartOf } from '#engine/profile/log-reach.ts';
import { dayNumber, type Day } from '#lib/day.ts';

/** With fewer visits there is nothing to tell. */
const minVisits = 3;

export interface ClosingSource {
  /** The live visits of the day. */
  readonly visits: readonly { readonly customerId: CustomerId | null }[];
  readonly histories: readonly History[];
  readonly today: Day;
}

export function closingNoteOf({
  visits,
  histories,
  today,
}: ClosingSource): ClosingNote | undefined {
  if (visits.length < minVisits) return undefined;
  const day = dayNumber(today);
  const byId = new Map<CustomerId, History>();
  for (const history of histories)
    for (const id of [history.customerId, ...history.joined]) byId.set(id, history);
  const named = new Set(
    visits.flatMap(({ customerId }) => (customerId === null ? [] : (byId.get(customerId) ?? []))),
  );
  // Whoever was erased came in all the same, and has no name.
  const unnamed = visits.filter(
    ({ customerId }) => customerId === null || !byId.has(customerId),
  ).length;
  const logSince = logStartOf(histories);
  const isSureDay = isSurelyFirst(day, logSince);
  return {
    cameIn: named.size + unnamed,
    unnamed,
    firstTime: isSureDay
      ? [...named].filter((history) => firstVisitDay([history]) === day).length
      : 0,
    brought: broughtOn(day, histories, byId),
    givenTo: histories.filter((history) => wasGiven(history, day)).map(({ facts }) => facts.name),
  };
}

function broughtOn(
  day: number,
  histories: readonly History[],
  byId: ReadonlyMap<CustomerId, History>,
): ClosingNote['brought'] {
  const pairs = new Map<string, { readonly sender: string; readonly person: string }>();
  function note(sender: History | undefined, person: History | undefined): void {
    if (sender === undefined || person === undefined || sender === person) return;
    pairs.set(`${sender.customerId} ${person.customerId}`, {
      sender: sender.facts.name,
      person: person.facts.name,
    });
  }
  for (const history of histories) {
    const { facts, moments } = history;
    if (facts.added === day && facts.sentBy !== null) note(byId.get(facts.sentBy), history);
    for (const moment of moments)
      if (moment.kind === 'sent' && moment.day === day && moment.about !== null)
        note(history, byId.get(moment.about));
  }
  return [...pairs.values()];
}

function wasGiven({ gestures }: History, day: number): boolean {
  return gestures.some(({ handedOver, kind }) => handedOver === day && kind !== 'message');
}
