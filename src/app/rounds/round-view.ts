// A round as it is shown and printed: one line a home, with what they got the last time. Whoever
// moved together since the lines were written shares one line; whoever was merged is found again.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { HouseholdId } from '#domain/customers/household-id.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import type { Round } from '#domain/week/round.ts';
import { groupBy } from '#lib/group-by.ts';
import { normalizeText } from '#lib/normalize-text.ts';
import {
  addressLines,
  homeAddress,
  homeOf,
  type Home,
  type HomeAddress,
  type Homes,
} from '#app/households/homes.ts';
import { homeLetterName, type LetterRules } from '#app/print/letter-people.ts';
import type { Roster, RosterEntry } from '#app/customers/roster.ts';
import type { RoundRows } from './rounds.ts';

export interface RoundLine {
  readonly key: CustomerId | HouseholdId;
  readonly name: string;
  readonly people: readonly [RosterEntry, ...RosterEntry[]];
  /** What they get this year; of several, from before they moved together, what went out. */
  readonly gesture: Gesture;
  /** All of this line. */
  readonly gestures: readonly Gesture[];
  /** What they were to get the last time, and whether they did. */
  readonly lastTime: readonly Gesture[];
  readonly address: HomeAddress['kind'];
}

export interface RoundView {
  readonly round: Round;
  /** The one of the same name before it. */
  readonly previous: Round | null;
  /** By name. */
  readonly lines: readonly RoundLine[];
  readonly people: number;
  /** Of all that is given this year, in minor units. */
  readonly cost: number;
}

export interface RoundContext extends RoundRows {
  readonly roster: Roster;
  readonly homes: Homes;
  readonly nameOf: LetterRules['nameOf'];
  readonly compare: (a: string, b: string) => number;
}

export function roundView(round: Round, context: RoundContext): RoundView {
  const previous = previousRound(round, context.rounds);
  const places = placesIn(context);
  const own = context.gestures.filter(({ roundId }) => roundId === round.id);
  const before = context.gestures.filter(
    ({ roundId }) => previous !== null && roundId === previous.id,
  );
  const lines = [...groupBy(own, (gesture) => places.keyOf(gesture))].flatMap(
    ([key, gestures]): readonly RoundLine[] => {
      const place = key === null ? undefined : places.at(key);
      return place === undefined ? [] : lineAt({ place, gestures, before }, context);
    },
  );
  const given = lines.filter(({ gesture }) => gesture.skippedOn === null);
  return {
    round,
    previous,
    lines: lines.toSorted((a, b) => context.compare(a.name, b.name)),
    people: given.reduce((sum, { people }) => sum + people.length, 0),
    cost: given.reduce((sum, { gesture }) => sum + gesture.cost, 0),
  };
}

/** The latest of the same name in a year before. */
export function previousRound(
  { name, year }: Pick<Round, 'name' | 'year'>,
  rounds: readonly Round[],
): Round | null {
  const earlier = rounds
    .filter((each) => each.year < year && normalizeText(each.name) === normalizeText(name))
    .toSorted((a, b) => b.year - a.year || (a.made < b.made ? 1 : -1));
  return earlier[0] ?? null;
}

/** One addressee: a home, or somebody who lives alone as far as the shop knows. */
export interface RoundAddressee {
  readonly key: CustomerId | HouseholdId;
  readonly home: Home | null;
  readonly people: readonly [RosterEntry, ...RosterEntry[]];
}

export interface RoundAddressees {
  /** Where a gesture belongs today; null where everybody of it is gone. */
  readonly keyOf: (gesture: Gesture) => RoundAddressee['key'] | null;
  readonly at: (key: RoundAddressee['key']) => RoundAddressee | undefined;
  readonly of: (entry: RosterEntry) => RoundAddressee;
}

export function placesIn({
  roster,
  homes,
}: Pick<RoundContext, 'roster' | 'homes'>): RoundAddressees {
  const byId = new Map<CustomerId, RosterEntry>();
  const places = new Map<RoundAddressee['key'], RoundAddressee>();
  const livesIn = new Map<HouseholdId, RosterEntry>();
  for (const entry of roster.people().values()) {
    for (const id of [entry.id, ...entry.history.joined]) byId.set(id, entry);
    const place = placeOf(entry, homes);
    places.set(place.key, place);
    const { householdId } = entry.customer;
    if (householdId !== null) livesIn.set(householdId, entry);
  }
  return {
    keyOf({ customerId, householdId }) {
      // The person under whom it was written is gone: whoever still lives there gets it.
      const left = householdId === null ? undefined : livesIn.get(householdId);
      const entry = byId.get(customerId) ?? left;
      return entry === undefined ? null : placeOf(entry, homes).key;
    },
    at: (key) => places.get(key),
    of: (entry) => placeOf(entry, homes),
  };
}

function placeOf(entry: RosterEntry, homes: Homes): RoundAddressee {
  const home = homeOf(homes, entry.customer) ?? null;
  const [first = entry, ...others] = home?.members ?? [];
  return { key: home?.household.id ?? entry.id, home, people: [first, ...others] };
}

interface LineParts {
  readonly place: RoundAddressee;
  readonly gestures: readonly Gesture[];
  readonly before: readonly Gesture[];
}

function lineAt(
  { place, gestures, before }: LineParts,
  { nameOf }: RoundContext,
): readonly RoundLine[] {
  const gesture = gestures.find(({ handedOverOn }) => handedOverOn !== null) ?? gestures[0];
  if (gesture === undefined) return [];
  const { key, people, home } = place;
  return [
    {
      key,
      people,
      gesture,
      gestures,
      name: placeName(place, nameOf),
      lastTime: before.filter((each) => isAbout(each, place)),
      address: home === null ? ownAddress(people[0]) : homeAddress(home).kind,
    },
  ];
}

/** As the shop says it: somebody's name, or what stands on the envelope of the home. */
export function placeName({ people, home }: RoundAddressee, nameOf: LetterRules['nameOf']): string {
  if (home === null) return people[0].customer.name;
  return home.household.name || homeLetterName(home, home.members, nameOf);
}

// Also what went to a home in which one of them lived, though it was taken apart since.
function isAbout({ customerId, householdId }: Gesture, { people }: RoundAddressee): boolean {
  return people.some(
    ({ id, customer, history }) =>
      id === customerId ||
      history.joined.includes(customerId) ||
      (householdId !== null && customer.householdId === householdId),
  );
}

function ownAddress({ customer }: RosterEntry): HomeAddress['kind'] {
  return addressLines(customer) === undefined ? 'none' : 'known';
}
