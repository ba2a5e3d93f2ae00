// The visit in the strip and all that may be said of it, and what a tile says of somebody: fetched once the Counter stands, for nothing here
// is needed to log a visit. Codes and figures only, the words are made on the screen. Nothing here reads a table.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { GestureId } from '#domain/week/gesture.ts';
import type { Hint } from '#domain/week/hint.ts';
import type { HistoryGesture } from '#domain/visits/history-facts.ts';
import { isGestureWaiting } from '#engine/suggestions/exclusions.ts';
import { hintsFor, tileMarkOf, type TileMark } from '#engine/suggestions/hints.ts';
import { shopAmountsOf } from '#engine/amounts/shop-amounts.ts';
import { amountDoubtOf, usualAmountOf, type AmountDoubt } from '#engine/amounts/usual-amount.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { nameIn, type Moment } from './counter-view.ts';
import type { Desk } from './counter-store.ts';
import type { Person } from '#app/customers/roster.ts';
import type { CounterVisit } from './today-visits.ts';
import type { VisitDraft } from '#app/customers/visits.ts';

/** The shop's amounts are read off so many people at most: the 99th percentile needs no more. */
const amountSample = 2000;

/** The visit in the strip, with all that may be said and done about it. */
export interface StripView {
  readonly shown: CounterVisit;
  readonly name: string | null;
  readonly hints: readonly Hint[];
  /** Waits to be handed over; null when nothing does. */
  readonly waiting: HistoryGesture | null;
  /** Was handed over a moment ago, in this very visit. */
  readonly isHandedOver: boolean;
  /** Minor units, as typed or as noted. */
  readonly amount: number | null;
  readonly usual: number | null;
  readonly doubt: AmountDoubt | null;
  readonly isRepeat: boolean;
  readonly isTakenBack: boolean;
}

/** The strip, or null when nobody was tapped yet. */
export function stripOf(desk: Desk, moment: Moment): StripView | null {
  const shown = desk.currentVisit();
  const { current } = desk;
  if (shown === undefined || current === null) return null;
  const { visit } = shown;
  const { before } = current;
  const person = visit.customerId === null ? undefined : desk.roster.person(visit.customerId);
  const amount = amountOf(desk, visit);
  const usual = before === null ? null : (usualAmountOf(before, moment.settings.currency) ?? null);
  return {
    shown,
    name: nameIn(desk, visit),
    hints: person === undefined ? [] : saidHints(desk, person, moment),
    waiting: waitingOf(person, current.handedOver, moment.today),
    isHandedOver: current.handedOver !== null,
    amount,
    usual,
    doubt: doubtOf(desk, { amount, usual }),
    isRepeat: current.isRepeat,
    isTakenBack: visit.voided,
  };
}

/** What the tile of somebody says. */
export function markOn(desk: Desk, id: CustomerId, moment: Moment): TileMark {
  const person = desk.roster.person(id);
  if (person === undefined) return null;
  const mark = tileMarkOf(saidHints(desk, person, moment));
  // Once somebody is here, only what is still to be handed over matters: the rest was read in the strip.
  const hasCome = desk.today.latestOf(id) !== undefined;
  return hasCome && mark === 'something-to-say' ? null : mark;
}

/** For a quiet moment: reads off the roster what is much in this shop today. Without it no amount is doubted for the shop's sake. */
export function learnAmounts(desk: Desk, today: Day): void {
  const people = [...desk.roster.people().values()];
  const step = Math.max(1, Math.ceil(people.length / amountSample));
  const sample = people.filter((_, index) => index % step === 0).map((person) => person.history);
  const p99 = shopAmountsOf(sample, today)?.p99;
  if (p99 === undefined) greatAmounts.delete(desk);
  else greatAmounts.set(desk, p99);
}

/** The 99th percentile of the shop's amounts, in minor units. */
const greatAmounts = new WeakMap<Desk, number>();

function amountOf(desk: Desk, visit: VisitDraft): number | null {
  if (visit.kind === 'browsed') return null;
  return desk.amount?.visitId === visit.id ? desk.amount.amount : visit.amount;
}

function waitingOf(
  person: Person | undefined,
  handedOver: GestureId | null,
  today: Day,
): HistoryGesture | null {
  const number = dayNumber(today);
  const waiting = person?.history.gestures.find((each) => isGestureWaiting(each, number));
  return waiting === undefined || waiting.id === handedOver ? null : waiting;
}

interface SaidHints {
  readonly today: Day;
  readonly logSince: Day | null;
  readonly hints: readonly Hint[];
}

const said = new WeakMap<Person, SaidHints>();

function saidHints(desk: Desk, person: Person, { settings, today }: Moment): readonly Hint[] {
  const { history, card } = person;
  const known = said.get(person);
  const logSince = desk.likely.logSince();
  if (known?.today === today && known.logSince === logSince) return known.hints;
  const { preferences } = card;
  const hints = hintsFor({ history, preferences, settings, today, logSince });
  said.set(person, { today, logSince, hints });
  return hints;
}

function doubtOf(
  desk: Desk,
  { amount, usual }: Pick<StripView, 'amount' | 'usual'>,
): AmountDoubt | null {
  const id = desk.current?.visitId;
  if (amount === null || id === undefined || desk.isKept(id, amount)) return null;
  // While digits are still coming, an amount that is too small may only be unfinished.
  const doubt = amountDoubtOf({ amount, usual, shopP99: greatAmounts.get(desk) ?? null });
  return doubt === undefined || (doubt.kind === 'too-little' && desk.amount !== null)
    ? null
    : doubt;
}
