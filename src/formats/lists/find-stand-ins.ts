// Who of a list is nobody in particular: a name that says so, or one that stands on so many lines
// of a day that it cannot be one person.

import type { Day } from '#lib/day.ts';
import { isStandIn } from '../cells/stand-ins.ts';
import { nameKey } from './group-people.ts';
import type { StandInAnswer } from './list-choices.ts';
import type { PlannedPerson } from './planned-person.ts';

/** A name that may stand for nobody in particular. */
export interface StandIn {
  readonly name: string;
  /** By which the answer is kept: see `ImportChoices.standIns`. */
  readonly key: string;
  /** How many visits it has in the list. */
  readonly visits: number;
  readonly answer: StandInAnswer;
}

// Somebody who comes twice a day, every day, is nobody in particular.
const minVisits = 20;
const smallestShare = 0.1;
const visitsPerDay = 2;

// Nor is somebody with a good part of all lines at four or more different minutes of a day.
const minPerDay = 6;
const largeShare = 0.3;
const timesPerDay = 4;

interface Lines {
  readonly person: number | null;
  readonly day: Day;
  readonly minute: number | null;
}

/** The people of a list who may be nobody, by index; words decide first, then the shopkeeper. */
export function findStandIns(
  people: readonly PlannedPerson[],
  visits: readonly Lines[],
  answers: Readonly<Record<string, StandInAnswer>>,
): ReadonlyMap<number, StandIn> {
  const counts = countsOf(visits);
  const found = new Map<number, StandIn>();
  people.forEach((person, index) => {
    const own = counts.get(index) ?? noLines;
    const isBusy = isTooBusy(own, visits.length);
    if (hasDetails(person) || !(isStandIn(person.name) || isBusy)) return;
    const key = nameKey(person.name);
    const answer = answers[key] ?? 'nobody';
    found.set(index, { name: person.name, key, visits: own.count, answer });
  });
  return found;
}

interface OwnLines {
  count: number;
  readonly days: Set<Day>;
  /** Each different minute of each day. */
  readonly times: Set<string>;
}

const noLines: OwnLines = { count: 0, days: new Set(), times: new Set() };

function isTooBusy({ count, days, times }: OwnLines, all: number): boolean {
  if (times.size >= minPerDay && count >= all * largeShare && times.size >= days.size * timesPerDay)
    return true;
  return count >= minVisits && count >= all * smallestShare && count >= days.size * visitsPerDay;
}

function countsOf(visits: readonly Lines[]): ReadonlyMap<number, OwnLines> {
  const counts = new Map<number, OwnLines>();
  for (const { person, day, minute } of visits) {
    if (person === null) continue;
    const own = counts.get(person) ?? { count: 0, days: new Set(), times: new Set() };
    own.count += 1;
    own.days.add(day);
    if (minute !== null) own.times.add(`${day} ${minute}`);
    counts.set(person, own);
  }
  return counts;
}

function hasDetails({ phones, emails, addresses, birthday }: PlannedPerson): boolean {
  return phones.length + emails.length + addresses.length > 0 || birthday !== null;
}
