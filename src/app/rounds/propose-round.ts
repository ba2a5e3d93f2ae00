// Who may stand on the list of a round: whoever was on the last one, came often this year, sent
// somebody, or is valued. A proposal only; the owner takes off and adds whom they like.

import type { CustomerId } from '#domain/customers/customer.ts';
import { dayOfMinutes, visitFlags, type History } from '#domain/visits/history.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import type { RoundReason } from '#domain/week/round-reason.ts';
import { sentPeopleIn } from '#engine/perks/sent-people.ts';
import { addDays, dayFrom, dayNumber, type Day } from '#lib/day.ts';
import { refusalOf } from '#app/print/letter-people.ts';
import { lastSeenOn } from '#app/customers/customer-list.ts';
import type { Roster, RosterEntry } from '#app/customers/roster.ts';
import type { SegmentIndex } from '#app/customers/segment-index.ts';
import type { Homes } from '#app/households/homes.ts';
import { placesIn, type RoundAddressee } from './round-view.ts';
import type { RoundPlace } from './rounds.ts';

export interface RoundProposal {
  readonly places: readonly RoundPlace[];
  readonly people: number;
  readonly leftOut: readonly RoundLeftOut[];
}

export interface RoundLeftOut {
  readonly id: CustomerId;
  readonly name: string;
  readonly why: 'no-post' | 'young' | 'died' | 'unseen';
}

export interface ProposalContext {
  readonly roster: Roster;
  readonly homes: Homes;
  readonly segments: Pick<SegmentIndex, 'segmentsOf'> | null;
  /** The lines of the last round of this name. */
  readonly previous: readonly Gesture[];
  readonly today: Day;
}

/** Visit days in this year from which somebody is proposed. */
const minVisitDays = 10;
const unseenDays = 365;

/** Why somebody stands on the list, or would. */
export type ReasonsFor = (entry: RosterEntry) => readonly RoundReason[];

export function roundReasonsIn(context: ProposalContext): ReasonsFor {
  const { roster, homes, segments, previous, today } = context;
  const places = placesIn({ roster, homes });
  const before = new Set(
    previous.filter(({ skippedOn }) => skippedOn === null).map((each) => places.keyOf(each)),
  );
  const sent = sentPeopleIn([...roster.people().values()].map(({ history }) => history));
  return (entry) => {
    const people = (sent.get(entry.id) ?? []).map(({ customerId }) => customerId);
    const days = visitDaysIn(entry.history, today);
    const isValued = segments?.segmentsOf(entry.id).some(({ segment }) => segment === 'valued');
    const reasons: readonly (RoundReason | false)[] = [
      before.has(places.of(entry).key) && { kind: 'last-time' },
      days >= minVisitDays && { kind: 'visits', days },
      people.length > 0 && { kind: 'sent', people },
      isValued === true && { kind: 'valued' },
    ];
    return reasons.filter((reason) => reason !== false);
  };
}

/** One place a home. Nobody who died, is young, said no to post or was not seen for a year. */
export function proposeRound(context: ProposalContext): RoundProposal {
  const { roster, homes, today } = context;
  const reasonsFor = roundReasonsIn(context);
  const places = placesIn({ roster, homes });
  const wanted = [...roster.people().values()].filter((entry) => reasonsFor(entry).length > 0);
  const leftOut = wanted.flatMap((entry) => leftOutOf(entry, today) ?? []);
  const out = new Set(leftOut.map(({ id }) => id));
  const chosen = new Map<RoundAddressee['key'], RoundAddressee>();
  for (const entry of wanted) {
    const place = places.of(entry);
    if (!out.has(entry.id)) chosen.set(place.key, place);
  }
  return {
    places: [...chosen.values()].map(roundPlaceOf),
    people: [...chosen.values()].reduce((sum, { people }) => sum + people.length, 0),
    leftOut,
  };
}

/** The places of the last list, whatever is true of them now. */
export function placesOfLastTime({
  roster,
  homes,
  previous,
}: ProposalContext): readonly RoundPlace[] {
  const places = placesIn({ roster, homes });
  const keys = new Set(
    previous.filter(({ skippedOn }) => skippedOn === null).map((each) => places.keyOf(each)),
  );
  return [...keys].flatMap((key) => {
    const place = key === null ? undefined : places.at(key);
    return place === undefined ? [] : [roundPlaceOf(place)];
  });
}

export function roundPlaceOf({ home, people }: RoundAddressee): RoundPlace {
  return { customerId: people[0].id, householdId: home?.household.id ?? null };
}

function leftOutOf(entry: RosterEntry, today: Day): RoundLeftOut | null {
  const { id, customer } = entry;
  const refusal = refusalOf(customer);
  if (refusal !== null) return { id, name: customer.name, why: refusal };
  const last = lastSeenOn(entry);
  const isUnseen = last === null || last < addDays(today, -unseenDays);
  return isUnseen ? { id, name: customer.name, why: 'unseen' } : null;
}

function visitDaysIn({ stamps, flags }: History, today: Day): number {
  const first = dayFrom(`${today.slice(0, 4)}-01-01`);
  if (first === undefined) return 0;
  const since = dayNumber(first);
  const days = new Set<number>();
  for (const [place, minutes] of stamps.entries()) {
    const day = dayOfMinutes(minutes);
    const isBought = ((flags[place] ?? 0) & visitFlags.bought) !== 0;
    if (day >= since && isBought) days.add(day);
  }
  return days.size;
}
