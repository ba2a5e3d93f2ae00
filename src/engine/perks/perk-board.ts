// The perks of the shop with everybody who reached them. One pass over all histories, in the
// worker: whoever is due stands here, whatever else the app thinks of them.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { NearPerk, PerkBoard, PerkDue, PerkLine } from '#domain/week/perk-board.ts';
import type { Perk } from '#domain/week/perk.ts';
import { dayOfMinutes, visitFlags, type History } from '#domain/visits/history.ts';
import { isSurelyFirst, logStartOf } from '#engine/profile/log-reach.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { newcomerDue, perkStanding } from './perk-dues.ts';
import type { PerkSource } from './perk-rounds.ts';
import { sentPeopleIn } from './sent-people.ts';

export interface PerkBoardSource {
  readonly histories: readonly History[];
  readonly perks: readonly Perk[];
  readonly today: Day;
}

/** Near is who needs a fifth of the threshold or less, and has begun. */
const nearShare = 0.8;

const maxNear = 50;

const shareDays = 91;

export function perkBoard({ histories, perks, today }: PerkBoardSource): PerkBoard {
  const sent = sentPeopleIn(histories);
  const isSent = new Set([...sent.values()].flat().map(({ customerId }) => customerId));
  const logSince = logStartOf(histories);
  const sources = histories.map((history): PerkSource => ({
    history,
    sent: sent.get(history.customerId) ?? [],
    isSureFirst: (day) => isSurelyFirst(day, logSince),
    today,
  }));
  return {
    lines: perks.map((perk) => lineOf(perk, sources, isSent)),
    checked: histories.length,
    amountShare: amountShareOf(histories, today),
  };
}

function lineOf(
  perk: Perk,
  sources: readonly PerkSource[],
  isSent: ReadonlySet<CustomerId>,
): PerkLine {
  const sums = { reached: 0, given: 0, declined: 0, givenTakenBack: 0 };
  const due: PerkDue[] = [];
  const near: NearPerk[] = [];
  for (const source of sources) {
    const { customerId, facts } = source.history;
    const who = { customerId, name: facts.name };
    const standing = perkStanding(perk, source);
    sums.reached += standing.reached.length;
    sums.given += standing.given;
    sums.declined += standing.declined;
    sums.givenTakenBack += standing.givenTakenBack;
    for (const { round, day } of standing.due)
      due.push({ ...who, perkId: perk.id, round, day, gives: perk.gives });
    const fresh = newcomerDue(perk, source, isSent.has(customerId));
    if (fresh !== undefined)
      due.push({ ...who, perkId: perk.id, ...fresh, gives: perk.givesToNew });
    if (isNear(perk, standing.progress) && !facts.died)
      near.push({ ...who, progress: standing.progress });
  }
  return {
    perk,
    ...sums,
    due: due.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : byId(a, b))),
    near: near.toSorted((a, b) => b.progress - a.progress || byId(a, b)).slice(0, maxNear),
  };
}

// A tier of money is only fair where money is noted.
function amountShareOf(histories: readonly History[], today: Day): number | null {
  const from = dayNumber(today) - shareDays;
  let bought = 0;
  let noted = 0;
  for (const { stamps, flags, amounts } of histories)
    for (const [index, stamp] of stamps.entries()) {
      if (dayOfMinutes(stamp) < from || ((flags[index] ?? 0) & visitFlags.bought) === 0) continue;
      bought += 1;
      if ((amounts[index] ?? -1) >= 0) noted += 1;
    }
  return bought === 0 ? null : noted / bought;
}

function isNear({ threshold, endedOn }: Perk, progress: number): boolean {
  return endedOn === null && progress < threshold && progress >= nearShare * threshold;
}

function byId(a: { readonly customerId: string }, b: { readonly customerId: string }): number {
  return a.customerId < b.customerId ? -1 : 1;
}
