// How far one person is with each perk, from the roster in memory: the Counter and the page of a
// person ask it after each visit, so it reads no table.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { History } from '#domain/visits/history.ts';
import { withoutAmounts } from '#domain/visits/without-amounts.ts';
import type { Perk } from '#domain/week/perk.ts';
import type { PerkDue, PerkStanding } from '#domain/week/perk-board.ts';
import { newcomerDue, perkStanding } from '#engine/perks/perk-dues.ts';
import { sentPeopleIn } from '#engine/perks/sent-people.ts';
import { isSurelyFirst, logStartOf } from '#engine/profile/log-reach.ts';
import type { Day } from '#lib/day.ts';
import type { Roster } from '#app/customers/roster.ts';

/** One published perk, and one person. */
export interface PerkOfCustomer {
  readonly perk: Perk;
  readonly standing: PerkStanding;
  readonly due: readonly PerkDue[];
}

export interface PerkQuestion {
  readonly roster: Roster;
  readonly perks: readonly Perk[];
  readonly settings: Pick<Settings, 'amounts'>;
  readonly today: Day;
}

/** The published perks as they stand for `id`; those that ended and owe nothing are left out. */
export function perksOfCustomer(
  { roster, perks, settings, today }: PerkQuestion,
  id: CustomerId,
): readonly PerkOfCustomer[] {
  const history = roster.person(id)?.history;
  const published = perks.filter(({ publishedOn }) => publishedOn !== null && publishedOn <= today);
  if (history === undefined || published.length === 0) return [];
  const countsPeople = published.some(({ measure }) => measure === 'people-sent');
  const around = countsPeople ? namedBy(roster, history) : [];
  const sent = sentPeopleIn([history, ...around]);
  const isSent = [...sent.values()].flat().some(({ customerId }) => customerId === id);
  const counted = settings.amounts ? history : withoutAmounts(history);
  const source = {
    history: counted,
    sent: sent.get(id) ?? [],
    isSureFirst: sureFirstIn(roster, published),
    today,
  };
  return published.flatMap((perk) => {
    const standing = perkStanding(perk, source);
    const fresh = newcomerDue(perk, source, isSent);
    const who = { perkId: perk.id, customerId: id, name: history.facts.name };
    const due = [
      ...standing.due.map((round) => ({ ...who, ...round, gives: perk.gives })),
      ...(fresh === undefined ? [] : [{ ...who, ...fresh, gives: perk.givesToNew }]),
    ];
    const isOver = perk.endedOn !== null && perk.endedOn < today;
    return isOver && due.length === 0 ? [] : [{ perk, standing, due }];
  });
}

// Everybody who names this person or is named by them.
function namedBy(roster: Roster, own: History): readonly History[] {
  const ids = new Set<CustomerId>([own.customerId, ...own.joined]);
  const named = new Set(own.moments.map(({ about }) => about));
  named.add(own.facts.sentBy);
  return [...roster.people().values()].flatMap(({ id, history }) => {
    if (id === own.customerId) return [];
    const { facts, moments, joined } = history;
    const isNamed = [id, ...joined].some((each) => named.has(each));
    const names =
      (facts.sentBy !== null && ids.has(facts.sentBy)) ||
      moments.some(({ about }) => about !== null && ids.has(about));
    return isNamed || names ? [history] : [];
  });
}

function sureFirstIn(roster: Roster, perks: readonly Perk[]): (day: number) => boolean {
  if (!perks.some(({ measure }) => measure === 'years')) return () => false;
  const logSince = logStartOf([...roster.people().values()].map(({ history }) => history));
  return (day) => isSurelyFirst(day, logSince);
}
