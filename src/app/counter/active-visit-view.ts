// The visit in the strip, and the badge of a tile: loaded once the Counter is shown, for nothing
// here is needed to log a visit. Codes and figures only, the screen makes the words. Nothing here
// reads a table.

import { withClosures, type Closure } from '#domain/shop/calendar.ts';
import type { VisitDraft } from '#domain/visits/visit.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { GestureId } from '#domain/week/gesture.ts';
import type { Hint } from '#domain/week/hint.ts';
import type { History } from '#domain/visits/history.ts';
import type { HistoryGesture } from '#domain/visits/history-facts.ts';
import { isGestureWaiting } from '#engine/suggestions/exclusions.ts';
import { hintsFor, maxHints, tileMarkOf, type TileMark } from '#engine/suggestions/hints.ts';
import type { PerkDue } from '#domain/week/perk-board.ts';
import { shopAmountsOf } from '#engine/amounts/shop-amounts.ts';
import {
  amountWarningOf,
  usualAmountOf,
  type AmountWarning,
} from '#engine/amounts/usual-amount.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { hasPerkDue, perksDueTo } from './counter-perks.ts';
import type { CounterContext } from './counter-view.ts';
import { visitorName } from './day-lines.ts';
import type { CounterStore } from './counter-store.ts';
import type { RosterEntry } from '#app/customers/roster.ts';
import type { CounterVisit } from './today-visits.ts';

/** With fewer amounts nobody can say what is much, in the shop or for one customer. */
const minShopAmounts = 30;
const minOwnAmounts = 4;

/** Customers sampled for the shop's amounts: the 99th percentile needs no more. */
const amountSample = 2000;

/** The visit in the strip, with all that is shown of it. */
export interface ActiveVisitView {
  readonly shown: CounterVisit;
  readonly name: string | null;
  readonly hints: readonly Hint[];
  /** Waits to be handed over; null when nothing does. */
  readonly waiting: HistoryGesture | null;
  /** A perk of the poster that is due, the longest waiting one; null when none is. */
  readonly perkDue: PerkDue | null;
  /** Was handed over a moment ago, in this very visit. */
  readonly isHandedOver: boolean;
  /** Minor units, as typed or as recorded. */
  readonly amount: number | null;
  readonly usual: number | null;
  readonly warning: AmountWarning | null;
  readonly isRepeat: boolean;
  readonly isTakenBack: boolean;
}

/** Null when nobody was tapped yet. */
export function activeVisitView(
  counterStore: CounterStore,
  context: CounterContext,
): ActiveVisitView | null {
  const shown = counterStore.currentVisit();
  const { activeVisit } = counterStore;
  if (shown === undefined || activeVisit === null) return null;
  const { visit } = shown;
  const { historyBefore } = activeVisit;
  const person =
    visit.customerId === null ? undefined : counterStore.roster.person(visit.customerId);
  // Given a moment ago: what is due next is said with the next visit.
  const [perkDue = null] =
    person === undefined || activeVisit.handedOver !== null
      ? []
      : perksDueTo(counterStore, person, context);
  const amount = amountOf(counterStore, visit);
  const usual =
    historyBefore === null
      ? null
      : (usualAmountOf(historyBefore, context.settings.currency) ?? null);
  return {
    shown,
    name: visitorName(counterStore, visit),
    hints: person === undefined ? [] : withPerk(hintsOf(counterStore, person, context), perkDue),
    waiting: waitingOf(person, activeVisit.handedOver, context.today),
    perkDue,
    isHandedOver: activeVisit.handedOver !== null,
    amount,
    usual,
    warning: warningFor(counterStore, { amount, usual, history: historyBefore }),
    isRepeat: activeVisit.isRepeat,
    isTakenBack: visit.voided,
  };
}

// After what waits under the till, before everything that is only worth saying.
function withPerk(hints: readonly Hint[], perkDue: PerkDue | null): readonly Hint[] {
  if (perkDue === null) return hints;
  const place = hints[0]?.code === 'to-hand-over' ? 1 : 0;
  return hints.toSpliced(place, 0, { code: 'perk-due', gives: perkDue.gives }).slice(0, maxHints);
}

// What greets a visit is said once a day.
function hintsOf(
  counterStore: CounterStore,
  person: RosterEntry,
  context: CounterContext,
): readonly Hint[] {
  const hints = cachedHints(counterStore, person, context);
  const visits = counterStore.todayVisits.visits();
  const times = visits.filter(({ visit }) => visit.customerId === person.id).length;
  return times < 2 ? hints : hints.filter(({ code }) => !greetings.includes(code));
}

const greetings: readonly Hint['code'][] = [
  'first-visit',
  'second-visit',
  'milestone',
  'back-since',
];

export function tileBadge(
  counterStore: CounterStore,
  id: CustomerId,
  context: CounterContext,
): TileMark {
  const person = counterStore.roster.person(id);
  if (person === undefined) return null;
  const mark = hasPerkDue(counterStore, person, context)
    ? 'to-hand-over'
    : tileMarkOf(cachedHints(counterStore, person, context));
  // Once somebody is here, only what is still to be handed over matters: the strip showed the rest.
  const hasCome = counterStore.todayVisits.latestOf(id) !== undefined;
  return hasCome && mark === 'something-to-say' ? null : mark;
}

/** Finds what is a large amount in this shop. Without it no amount is doubted by the shop's. */
export function updateAmountCeiling(counterStore: CounterStore, today: Day): void {
  const people = [...counterStore.roster.people().values()];
  const step = Math.max(1, Math.ceil(people.length / amountSample));
  const sample = people.filter((_, index) => index % step === 0).map((person) => person.history);
  const amounts = shopAmountsOf(sample, today);
  if (amounts === null || amounts.count < minShopAmounts) amountCeilings.delete(counterStore);
  else amountCeilings.set(counterStore, amounts.p99);
}

/** The 99th percentile of the shop's amounts, in minor units. */
const amountCeilings = new WeakMap<CounterStore, number>();

function amountOf(counterStore: CounterStore, visit: VisitDraft): number | null {
  if (visit.kind === 'browsed') return null;
  return counterStore.amount?.visitId === visit.id ? counterStore.amount.amount : visit.amount;
}

function waitingOf(
  person: RosterEntry | undefined,
  handedOver: GestureId | null,
  today: Day,
): HistoryGesture | null {
  if (person?.history.facts.young === true || person?.history.facts.died === true) return null;
  const number = dayNumber(today);
  const waiting = person?.history.gestures.find((each) => isGestureWaiting(each, number));
  return waiting === undefined || waiting.id === handedOver ? null : waiting;
}

interface CachedHints {
  readonly today: Day;
  readonly logSince: Day | null;
  readonly quietDays: readonly Closure[];
  readonly hints: readonly Hint[];
}

const hintCache = new WeakMap<RosterEntry, CachedHints>();

function cachedHints(
  counterStore: CounterStore,
  person: RosterEntry,
  { settings, today }: CounterContext,
): readonly Hint[] {
  const { history, customer } = person;
  const known = hintCache.get(person);
  const { quietDays } = counterStore.tileRanking;
  const logSince = counterStore.tileRanking.logSince();
  const isCurrent = known?.today === today && known.logSince === logSince;
  if (isCurrent && known.quietDays === quietDays) return known.hints;
  const { preferences } = customer;
  const shopTime = { ...settings, ...withClosures(settings, quietDays) };
  const hints = hintsFor({
    history,
    preferences,
    settings: shopTime,
    today,
    logSince,
    visit: 'this',
  });
  hintCache.set(person, { today, logSince, quietDays, hints });
  return hints;
}

interface AmountInQuestion extends Pick<ActiveVisitView, 'amount' | 'usual'> {
  readonly history: History | null;
}

function amountsIn({ amounts }: History): number {
  return amounts.filter((amount) => amount >= 0).length;
}

function warningFor(
  counterStore: CounterStore,
  { amount, usual, history }: AmountInQuestion,
): AmountWarning | null {
  const id = counterStore.activeVisit?.visitId;
  if (amount === null || id === undefined || counterStore.isAmountAccepted(id, amount)) return null;
  // While it is being typed, an amount that is too small may only be unfinished.
  const warning = amountWarningOf({
    amount,
    usual: history !== null && amountsIn(history) >= minOwnAmounts ? usual : null,
    shopP99: amountCeilings.get(counterStore) ?? null,
  });
  return warning === undefined || (warning.kind === 'too-little' && counterStore.amount !== null)
    ? null
    : warning;
}
