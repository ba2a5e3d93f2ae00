// The rules that come before any arithmetic: what the owner said, what is waiting, what was done or
// skipped lately. The first one that holds is the answer to "why not?".

import type { History } from '#domain/visits/history.ts';
import type { HistoryGesture } from '#domain/visits/history-facts.ts';
import { isStillWaiting } from '#domain/week/still-waiting.ts';
import { answersFeedback } from '#domain/week/reason.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Exclusion } from '#domain/week/suggestion.ts';
import { dayAt, mondayOf } from '#lib/day.ts';

/** Why somebody is excluded, without who it is. */
export type ExclusionReason = Exclusion extends infer Each
  ? Each extends Exclusion
    ? Omit<Each, 'customerId' | 'name'>
    : never
  : never;

/** A history, the shop's cooldowns and the day number. */
export interface ExclusionSource {
  readonly history: History;
  readonly settings: Settings;
  readonly today: number;
}

/** A note of the owner that overrules arithmetic, or undefined. */
export function ownerOptOut({
  history,
}: Pick<ExclusionSource, 'history'>): ExclusionReason | undefined {
  if (history.facts.young) return { rule: 'young' };
  if (history.facts.suggestNothing) return { rule: 'owner-said-no' };
  return history.facts.passingThrough ? { rule: 'passing-through' } : undefined;
}

/** A gesture waiting, given or skipped lately, so that no card or offer is due. */
export function cooldownFor(source: ExclusionSource): ExclusionReason | undefined {
  if (source.history.gestures.length === 0) return undefined;
  return (
    waitingExclusion(source, isAny) ??
    decidedExclusion(source) ??
    restExclusion(source) ??
    skipExclusion(source, isAny)
  );
}

/**
 * The same for an answer to feedback: it does not wait for the rest after a card, only for another
 * answer.
 */
export function answerCooldownFor(source: ExclusionSource): ExclusionReason | undefined {
  return (
    waitingExclusion(source, isAnswer) ??
    decidedExclusion({ ...source, history: answersOnly(source.history) }) ??
    skipExclusion(source, isAnswer)
  );
}

/** Whether a gesture waits to be handed over on the day number `today`. */
export function isGestureWaiting(gesture: HistoryGesture, today: number): boolean {
  return (
    isStillWaiting(gesture, dayAt(today)) &&
    (gesture.expires === null || gesture.expires >= today) &&
    isInSeason(gesture, today)
  );
}

/** A line of a round that nobody gave or posted in so many days is not at the Counter any more. */
const roundDays = 92;

// A list begun in November is one of Christmas: its cards are handed over from December on.
function isInSeason({ roundId, planned }: HistoryGesture, today: number): boolean {
  if (roundId === null) return true;
  const month = dayAt(planned).slice(0, 7);
  const isEarly = month.endsWith('-11') && dayAt(today).startsWith(month);
  return !isEarly && today - planned <= roundDays;
}

type GesturePredicate = (gesture: HistoryGesture) => boolean;

function waitingExclusion(
  { history, today }: ExclusionSource,
  matches: GesturePredicate,
): ExclusionReason | undefined {
  const waiting = history.gestures.find(
    (gesture) => matches(gesture) && isGestureWaiting(gesture, today),
  );
  return waiting && { rule: 'waiting', since: dayAt(waiting.planned) };
}

function decidedExclusion({ history, today }: ExclusionSource): ExclusionReason | undefined {
  const week = mondayOf(dayAt(today));
  const decided = history.gestures.some(
    (gesture) => gesture.week === week && gesture.state === 'handed-over',
  );
  return decided ? { rule: 'decided-this-week', week } : undefined;
}

function restExclusion({ history, settings, today }: ExclusionSource): ExclusionReason | undefined {
  const { restWeeks } = settings;
  const thanked = history.gestures.findLast(
    ({ handedOver }) => handedOver !== null && today - handedOver < restWeeks * 7,
  )?.handedOver;
  return thanked === undefined || thanked === null
    ? undefined
    : { rule: 'resting', thanked: dayAt(thanked), restWeeks };
}

function skipExclusion(
  { history, settings, today }: ExclusionSource,
  matches: GesturePredicate,
): ExclusionReason | undefined {
  const { skipWeeks } = settings;
  const recent = history.gestures
    .filter(matches)
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
