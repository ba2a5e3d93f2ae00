// Ten cards to learn the names of regulars by: what somebody is known by, and three names to choose
// from. The wrong ones are those that are most easily mixed up. Nothing is kept of the answers.

import { daysBetween, type Day, type Weekday } from '#lib/day.ts';
import { normalizedWords } from '#lib/normalize-text.ts';
import type { Random } from '#lib/seeded-random.ts';
import { isPresent, type Customer, type CustomerId } from '#domain/customers/customer.ts';

export interface KnownFace {
  readonly customer: Customer;
  readonly lastSeen: Day | null;
  /** The day that most of their visits fall on. */
  readonly weekday: Weekday | null;
}

export interface NameCard {
  readonly id: CustomerId;
  readonly cue: string;
  readonly weekday: Weekday | null;
  readonly name: string;
  /** Three, the right one among them. */
  readonly choices: readonly string[];
}

export const cardsAtOnce = 10;
const recentDays = 56;
const wrongNames = 2;

/** At most ten cards, drawn by `random`; none where fewer than three names can be told apart. */
export function nameCards(
  faces: readonly KnownFace[],
  today: Day,
  random: Random,
): readonly NameCard[] {
  const known = faces.filter((face) => isToLearn(face, today));
  return shuffled(known, random)
    .flatMap((face) => cardOf(face, known, random) ?? [])
    .slice(0, cardsAtOnce);
}

function isToLearn({ customer, lastSeen }: KnownFace, today: Day): boolean {
  return (
    customer.cue.trim() !== '' &&
    customer.name.trim() !== '' &&
    !customer.young &&
    customer.diedOn === null &&
    isPresent(customer) &&
    lastSeen !== null &&
    daysBetween(lastSeen, today) <= recentDays
  );
}

function cardOf(face: KnownFace, known: readonly KnownFace[], random: Random): NameCard | null {
  const { customer, weekday } = face;
  const wrong = confusedWith(face, known, random);
  if (wrong.length < wrongNames) return null;
  return {
    id: customer.id,
    cue: customer.cue.trim(),
    weekday,
    name: customer.name,
    choices: shuffled([customer.name, ...wrong], random),
  };
}

/** Two other names, of those most alike. */
function confusedWith(face: KnownFace, known: readonly KnownFace[], random: Random): string[] {
  const likeness = new Map<string, number>();
  // Those with the same cue would be right too.
  for (const other of known)
    if (
      !isSame(other.customer.name, face.customer.name) &&
      !isSame(other.customer.cue, face.customer.cue)
    )
      likeness.set(other.customer.name, likenessOf(face, other));
  return shuffled([...likeness], random)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, wrongNames)
    .map(([name]) => name);
}

function likenessOf(one: KnownFace, other: KnownFace): number {
  const cue = new Set(normalizedWords(one.customer.cue));
  const shared = normalizedWords(other.customer.cue).filter((word) => cue.has(word)).length;
  const initial = sameStart(one.customer.name, other.customer.name) ? 2 : 0;
  const day = one.weekday !== null && one.weekday === other.weekday ? 1 : 0;
  return 3 * shared + initial + day;
}

function sameStart(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other].map((name) => normalizedWords(name).at(-1)?.charAt(0));
  return a !== '' && a === b;
}

function isSame(one: string, other: string): boolean {
  return normalizedWords(one).join(' ') === normalizedWords(other).join(' ');
}

function shuffled<Thing>(things: readonly Thing[], random: Random): readonly Thing[] {
  return things
    .map((thing) => ({ thing, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}
