// What a perk owes, counted by hand: for each day with a visit everything up to it is added up
// again from the raw rows. Slow and plain, without a line of the engine.
import type { CustomerId } from '#domain/customers/customer.ts';
import type { Perk } from '#domain/week/perk.ts';
import { addDays, dayAt, type Day } from '#lib/day.ts';
import { nextAnniversary } from '#lib/anniversary.ts';
import type { Counted, RecountedShop } from './raw-count.ts';

/** One line: who, which time, and the day that did it. */
export interface RecountedDue {
  readonly customerId: CustomerId;
  readonly round: number;
  readonly day: Day;
}

export interface RecountedPerk {
  readonly reached: number;
  readonly given: number;
  readonly declined: number;
  readonly due: readonly RecountedDue[];
}

export function recountedPerk(perk: Perk, shop: RecountedShop): RecountedPerk {
  const all = { reached: 0, given: 0, declined: 0 };
  const due: RecountedDue[] = [];
  for (const person of shop.people.values()) {
    const rounds = isPublished(perk, shop) ? roundsOf(perk, shop, person) : [];
    const settled = person.gestures.filter(
      ({ perkId, voided, handedOverOn, declinedOn }) =>
        perkId === perk.id && !voided && (handedOverOn ?? declinedOn) !== null,
    );
    const own = settled.filter(({ perkRound }) => perkRound !== 0);
    all.reached += rounds.length;
    all.declined += settled.filter(({ declinedOn }) => declinedOn !== null).length;
    all.given += settled.filter(({ declinedOn }) => declinedOn === null).length;
    const left =
      perk.repeats === 'yearly'
        ? rounds.filter(({ round }) => own.every(({ perkRound }) => perkRound !== round))
        : rounds.filter((_round, place) => place >= own.length);
    for (const round of left) due.push({ customerId: person.id, ...round });
    const fresh = settled.some(({ perkRound }) => perkRound === 0)
      ? null
      : newcomerDay(perk, shop, person);
    if (fresh !== null) due.push({ customerId: person.id, round: 0, day: fresh });
  }
  return { ...all, due };
}

function isPublished({ publishedOn }: Perk, { raw }: RecountedShop): boolean {
  return publishedOn !== null && publishedOn <= raw.today;
}

function counts({ countsFrom, endedOn }: Perk, day: Day): boolean {
  return (countsFrom === null || day >= countsFrom) && (endedOn === null || day <= endedOn);
}

type Round = Omit<RecountedDue, 'customerId'>;

function roundsOf(perk: Perk, shop: RecountedShop, person: Counted): readonly Round[] {
  const days = [...candidateDays(perk, shop, person)].toSorted();
  const rounds: Round[] = [];
  for (const day of days) {
    const year = day.slice(0, 4);
    const from = perk.repeats === 'yearly' ? `${year}-01-01` : '0000-00-00';
    const total = totalOf(perk, shop, { person, from, to: day });
    if (perk.repeats === 'yearly') {
      const isNew = rounds.every(({ round }) => round !== Number(year));
      if (total >= perk.threshold && isNew) rounds.push({ round: Number(year), day });
      continue;
    }
    while ((rounds.length + 1) * perk.threshold <= total) {
      if (perk.repeats === 'once' && rounds.length === 1) break;
      rounds.push({ round: rounds.length + 1, day });
    }
  }
  return rounds;
}

function candidateDays(perk: Perk, shop: RecountedShop, person: Counted): ReadonlySet<Day> {
  if (perk.measure === 'people-sent') return new Set(sentDays(perk, shop, person));
  return new Set(person.bought.map(({ day }) => day));
}

interface Stretch {
  readonly person: Counted;
  readonly from: string;
  readonly to: Day;
}

function totalOf(perk: Perk, shop: RecountedShop, { person, from, to }: Stretch): number {
  const within = (day: Day): boolean => day >= from && day <= to && counts(perk, day);
  const bought = person.bought.filter(({ day }) => within(day));
  switch (perk.measure) {
    case 'visit-days':
      return new Set(bought.map(({ day }) => day)).size;
    case 'spend':
      return shop.raw.settings.amounts
        ? bought.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
        : 0;
    case 'people-sent':
      return sentDays(perk, shop, person).filter(within).length;
    case 'years':
      return counts(perk, to) ? yearsOf(perk, shop, { person, from, to }) : 0;
  }
}

// Anniversaries of a first purchase that half a year of log proves to be the first, one by one.
function yearsOf(perk: Perk, shop: RecountedShop, { person, from, to }: Stretch): number {
  const [first] = person.bought.map(({ day }) => day).toSorted();
  const began = logBegan(shop);
  if (first === undefined || began === undefined || addDays(began, 182) > first) return 0;
  let years = 0;
  let day = nextAnniversary(first.slice(5), addDays(first, 1));
  while (day !== undefined && day <= to) {
    if (day >= from && (perk.countsFrom === null || day >= perk.countsFrom)) years += 1;
    day = nextAnniversary(first.slice(5), addDays(day, 1));
  }
  return years;
}

// The third person ever noted, of those whom the shop still knows.
function logBegan({ raw, people, meant }: RecountedShop): Day | undefined {
  const firsts = new Map<CustomerId, Day>();
  for (const { customerId, day, voided } of raw.visits) {
    if (customerId === null || voided) continue;
    const who = meant(customerId);
    const known = firsts.get(who);
    if (people.has(who) && (known === undefined || day < known)) firsts.set(who, day);
  }
  return [...firsts.values()].toSorted()[2];
}

/** For each person sent who counts, the day of their visit that made them count. */
function sentDays(perk: Perk, shop: RecountedShop, person: Counted): readonly Day[] {
  return [...shop.people.values()]
    .filter((other) => countsAsSent(shop, person, other))
    .flatMap((other) => nthDay(other, Math.max(1, perk.afterVisits)) ?? [])
    .filter((day) => counts(perk, day));
}

function countsAsSent(shop: RecountedShop, sender: Counted, person: Counted): boolean {
  const link = linkDay(shop, sender, person);
  if (link === undefined || sender.id === person.id) return false;
  const back = linkDay(shop, person, sender);
  return back === undefined || link < back || (link === back && sender.id < person.id);
}

// When it was noted that `sender` sent `person`: with the card, or by a note; the earlier.
function linkDay(shop: RecountedShop, sender: Counted, person: Counted): Day | undefined {
  const sentBy = person.customers.find((customer) => customer.sentBy !== null)?.sentBy ?? null;
  const [card] = person.customers;
  const byCard =
    sentBy !== null && card !== undefined && shop.meant(sentBy) === sender.id ? [card.addedOn] : [];
  const byNote = sender.moments.flatMap(({ kind, about, day }) =>
    kind === 'sent' && about !== null && shop.meant(about) === person.id ? [day] : [],
  );
  return [...byCard, ...byNote].toSorted()[0];
}

function nthDay(person: Counted, count: number): Day | undefined {
  const day = person.days[count - 1];
  return day === undefined ? undefined : dayAt(day);
}

function newcomerDay(perk: Perk, shop: RecountedShop, person: Counted): Day | null {
  const isOffered = perk.measure === 'people-sent' && perk.givesToNew !== '';
  if (!isOffered || !isPublished(perk, shop)) return null;
  const isSent = [...shop.people.values()].some((sender) => countsAsSent(shop, sender, person));
  const day = nthDay(person, Math.max(1, perk.afterVisits));
  return isSent && day !== undefined && counts(perk, day) ? day : null;
}
