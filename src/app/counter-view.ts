// What the Counter shows, worked out from the desk: codes and figures only, the words are made on the screen. Nothing here reads a table.

import type { CustomerId } from '#domain/customer.ts';
import type { GestureId } from '#domain/gesture.ts';
import type { Hint } from '#domain/hint.ts';
import type { History, HistoryGesture } from '#domain/history.ts';
import type { Settings } from '#domain/settings.ts';
import { isGestureWaiting } from '#engine/barriers.ts';
import { hintsFor, tileMarkOf, type TileMark } from '#engine/hints.ts';
import { amountDoubtOf, type AmountDoubt } from '#engine/usual-amount.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import type { Desk } from './desk.ts';
import type { Person } from './roster.ts';
import type { CounterVisit } from './today.ts';
import type { VisitDraft } from './visits.ts';

/** The shop's settings and the day it is. */
export interface Moment {
  readonly settings: Settings;
  readonly today: Day;
}

/** One of the twelve places. `cameAt` is the minute of today's visit, or null. */
export type TileView =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'person';
      readonly id: CustomerId;
      readonly name: string;
      readonly cue: string;
      readonly cameAt: number | null;
      readonly isCurrent: boolean;
      readonly mark: TileMark;
    };

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

/** A line of Just now and of the whole day. */
export interface DayLine {
  readonly shown: CounterVisit;
  readonly name: string | null;
}

/** The place of one person, or an empty one. */
export function tileOf(desk: Desk, id: CustomerId | null, { settings, today }: Moment): TileView {
  const person = id === null ? undefined : desk.roster.person(id);
  if (person === undefined) return { kind: 'empty' };
  const came = desk.today.latestOf(person.id)?.visit;
  return {
    kind: 'person',
    id: person.id,
    name: person.card.name,
    cue: person.card.cue,
    cameAt: came?.minute ?? null,
    isCurrent: came !== undefined && came.id === desk.current?.visitId,
    mark: markOf(person.history, { settings, today, hasCome: came !== undefined }),
  };
}

/** The strip, or null when nobody was tapped yet. */
export function stripOf(desk: Desk, moment: Moment): StripView | null {
  const shown = desk.currentVisit();
  const { current } = desk;
  if (shown === undefined || current === null) return null;
  const { visit } = shown;
  const person = visit.customerId === null ? undefined : desk.roster.person(visit.customerId);
  const amount = amountOf(desk, visit);
  return {
    shown,
    name: nameIn(desk, visit),
    hints: person === undefined ? [] : saidHints(person, moment),
    waiting: waitingOf(person, current.handedOver, moment.today),
    isHandedOver: current.handedOver !== null,
    amount,
    usual: current.usual,
    doubt: doubtOf(desk, { amount, usual: current.usual }),
    isRepeat: current.isRepeat,
    isTakenBack: visit.voided,
  };
}

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

/** All visits of the day with their names, latest first. */
export function dayLines(desk: Desk): readonly DayLine[] {
  return desk.today.visits().map((shown) => lineOf(desk, shown));
}

/** What just happened, latest first, at most `count`; the visit in the strip is not repeated. */
export function justNow(desk: Desk, count: number): readonly DayLine[] {
  const others = desk.today.visits().filter(({ visit }) => visit.id !== desk.current?.visitId);
  return others.slice(0, count).map((shown) => lineOf(desk, shown));
}

function lineOf(desk: Desk, shown: CounterVisit): DayLine {
  return { shown, name: nameIn(desk, shown.visit) };
}

function nameIn(desk: Desk, { customerId }: VisitDraft): string | null {
  return customerId === null ? null : (desk.nameOf(customerId) ?? null);
}

const marks = new WeakMap<History, { readonly today: Day; readonly mark: TileMark }>();

// Once somebody is here, only what is still to be handed over matters: the rest was read in the strip.
function markOf(
  history: History,
  { settings, today, hasCome }: Moment & { readonly hasCome: boolean },
): TileMark {
  const known = marks.get(history);
  const fresh =
    known?.today === today
      ? known
      : { today, mark: tileMarkOf(hintsFor({ history, preferences: [], settings, today })) };
  marks.set(history, fresh);
  return hasCome && fresh.mark === 'something-to-say' ? null : fresh.mark;
}

const hints = new WeakMap<History, { readonly today: Day; readonly hints: readonly Hint[] }>();

function saidHints({ history, card }: Person, { settings, today }: Moment): readonly Hint[] {
  const known = hints.get(history);
  if (known?.today === today) return known.hints;
  const { preferences } = card;
  const fresh = { today, hints: hintsFor({ history, preferences, settings, today }) };
  hints.set(history, fresh);
  return fresh.hints;
}

function doubtOf(
  desk: Desk,
  { amount, usual }: Pick<StripView, 'amount' | 'usual'>,
): AmountDoubt | null {
  const id = desk.current?.visitId;
  if (amount === null || id === undefined || desk.isKept(id, amount)) return null;
  // While digits are still coming, an amount that is too small may only be unfinished.
  const doubt = amountDoubtOf({ amount, usual, shopP99: desk.likely.amountP99() });
  return doubt === undefined || (doubt.kind === 'too-little' && desk.amount !== null)
    ? null
    : doubt;
}
