// The order of a week. A large shop has twenty thousand people, most of them with the same score,
// and sorting them all by comparison is slow; so first days are sorted as plain numbers, and only
// equals are compared by name.

import { compareCodePoints } from '#lib/compare.ts';

export interface Ranked {
  readonly score: number;
  /** A day number. */
  readonly firstDay: number;
  readonly name: string;
  readonly customerId: string;
}

/** The same people, the highest score first; ties by first visit day, name, id. */
export function sortByScore<Person extends Ranked>(people: readonly Person[]): readonly Person[] {
  const byScore = new Map<number, Person[]>();
  for (const person of people) {
    const alike = byScore.get(person.score);
    if (alike === undefined) byScore.set(person.score, [person]);
    else alike.push(person);
  }
  return [...byScore]
    .toSorted(([a], [b]) => b - a)
    .flatMap(([, alike]) =>
      alike.length < smallGroup ? alike.toSorted(compareByFirstDay) : sortedByDay(alike),
    );
}

/** Below so many people comparing is as quick. */
const smallGroup = 64;
/** More people than any shop has, so that a day and an index fit into one number. */
const indexes = 2 ** 22;

function sortedByDay<Person extends Ranked>(people: readonly Person[]): readonly Person[] {
  const keys = Float64Array.from(
    people,
    ({ firstDay }, index) => firstDay * indexes + index,
  ).toSorted();
  const sorted: Person[] = [];
  let sameDay: Person[] = [];
  for (const key of keys) {
    const person = people[key - Math.floor(key / indexes) * indexes];
    if (person === undefined) continue;
    if (sameDay[0]?.firstDay !== person.firstDay) {
      sorted.push(...sameDay.toSorted(compareByFirstDay));
      sameDay = [];
    }
    sameDay.push(person);
  }
  return [...sorted, ...sameDay.toSorted(compareByFirstDay)];
}

function compareByFirstDay(a: Ranked, b: Ranked): number {
  return (
    a.firstDay - b.firstDay ||
    compareCodePoints(a.name, b.name) ||
    compareCodePoints(a.customerId, b.customerId)
  );
}
