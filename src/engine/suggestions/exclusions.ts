// The rules about a person that stand before any arithmetic: what the owner said, what is waiting, what was done or passed over lately.
// The first one that holds is the answer to "why not?".

import type { History } from '#domain/visits/history.ts';
import type { HistoryGesture } from '#domain/visits/history-facts.ts';
import { answersFeedback } from '#domain/week/reason.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Exclusion } from '#domain/week/suggestion.ts';
import { dayAt, mondayOf } from '#lib/day.ts';

/** Why somebody is left out, without who it is. */
export type Bar = Exclusion extends infer Each
  ? Each extends Exclusion
    ? Omit<Each, 'customerId' | 'name'>
    : never
  : never;

/** What is done about the person already, the shop's rest rules and the day. */
export interface BarSource {
  readonly history: History;
  readonly settings: Settings;
  readonly today: number;
}

/** A note of the owner that overrules arithmetic, or undefined. */
export function ownersBarOf({ history }: Pick<BarSource, 'history'>): Bar | undefined {
  if (history.facts.suggestNothing) return { rule: 'owner-said-no' };
  return history.facts.passingThrough ? { rule: 'passing-through' } : undefined;
}

/** Something that waits, was given or was passed over lately, so that no card or offer is due; undefined when none. */
export function restBarOf(source: BarSource): Bar | undefined {
  if (source.history.gestures.length === 0) return undefined;
  return (
    waitingBarOf(source, isAny) ??
    decidedBarOf(source) ??
    restingBarOf(source) ??
    skippedBarOf(source, isAny)
  );
}

/** The same for a word that answers feedback: only another word stands in its way, for an answer does not wait for a card's rest. */
export function answerBarOf(source: BarSource): Bar | undefined {
  return (
    waitingBarOf(source, isAnswer) ??
    decidedBarOf({ ...source, history: answersOnly(source.history) }) ??
    skippedBarOf(source, isAnswer)
  );
}

/** Whether a gesture waits to be handed over on `today` (a day number). */
export function isGestureWaiting(gesture: HistoryGesture, today: number): boolean {
  const state = gesture.state;
  return (
    (state === 'planned' || state === 'printed') &&
    (gesture.expires === null || gesture.expires >= today)
  );
}

type Picks = (gesture: HistoryGesture) => boolean;

function waitingBarOf({ history, today }: BarSource, picks: Picks): Bar | undefined {
  const waiting = history.gestures.find(
    (gesture) => picks(gesture) && isGestureWaiting(gesture, today),
  );
  return waiting && { rule: 'waiting', since: dayAt(waiting.planned) };
}

function decidedBarOf({ history, today }: BarSource): Bar | undefined {
  const week = mondayOf(dayAt(today));
  const decided = history.gestures.some(
    (gesture) => gesture.week === week && gesture.state === 'handed-over',
  );
  return decided ? { rule: 'decided-this-week', week } : undefined;
}

function restingBarOf({ history, settings, today }: BarSource): Bar | undefined {
  const { restWeeks } = settings;
  const thanked = history.gestures.findLast(
    ({ handedOver }) => handedOver !== null && today - handedOver < restWeeks * 7,
  )?.handedOver;
  return thanked === undefined || thanked === null
    ? undefined
    : { rule: 'resting', thanked: dayAt(thanked), restWeeks };
}

function skippedBarOf({ history, settings, today }: BarSource, picks: Picks): Bar | undefined {
  const { skipWeeks } = settings;
  const recent = history.gestures
    .filter(picks)
    .findLast(({ skipped }) => skipped !== null && today - skipped < skipWeeks * 7);
  return recent === undefined || recent.skipped === null
    ? undefined
    : { rule: 'skipped', skipped: dayAt(recent.skipped), skipWeeks };
}

function isAny(): boolean {
  return true;
}

function isAnswer(gesture: HistoryGesture): boolean {
  return gesture.kind === 'word' || gesture.reasons.some(answersFeedback);
}

function answersOnly(history: History): History {
  return { ...history, gestures: history.gestures.filter(isAnswer) };
}
