// What staff add to the visit in the strip: marks, a note, feedback, a card handed over. Apart from
// `counter-store.ts`, because no tap on a customer waits for it. Like every method there, each ends
// the typing of an amount first.

import { gestureIdFrom, type GestureId } from '#domain/week/gesture.ts';
import type { PerkDue } from '#domain/week/perk-board.ts';
import type { MomentKind } from '#domain/visits/moment.ts';
import {
  withMarkToggled,
  type VisitDraft,
  type VisitId,
  type VisitMark,
} from '#domain/visits/visit.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { Day } from '#lib/day.ts';
import type { CounterStore } from './counter-store.ts';
import { draftMoment, type MomentDraft } from '#app/customers/moment-draft.ts';

export function toggleMark(counterStore: CounterStore, mark: VisitMark): void {
  counterStore.finishAmount();
  const visit = counterStore.currentVisit()?.visit;
  if (visit !== undefined)
    counterStore.change(visit.id, { marks: withMarkToggled(visit.marks, mark) });
}

export function toggleLooking(counterStore: CounterStore): void {
  const visit = counterStore.currentVisit()?.visit;
  if (visit === undefined) return;
  if (visit.kind === 'bought') counterStore.discardAmount();
  counterStore.change(visit.id, { kind: visit.kind === 'bought' ? 'browsed' : 'bought' });
}

export function toggleReduced(counterStore: CounterStore): void {
  const visit = counterStore.currentVisit()?.visit;
  if (visit !== undefined) counterStore.change(visit.id, { reduced: !visit.reduced });
}

export function setNote(counterStore: CounterStore, text: string): void {
  counterStore.finishAmount();
  const visit = counterStore.currentVisit()?.visit;
  if (visit !== undefined && visit.note !== text) counterStore.change(visit.id, { note: text });
}

/** Feedback on the shop, with its mark. Another kind corrects the first. */
export function addFeedback(counterStore: CounterStore, kind: MomentKind): void {
  const { activeVisit, deps } = counterStore;
  const visit = counterStore.currentVisit()?.visit;
  if (visit === undefined || activeVisit === null || visit.customerId === null) return;
  if (!visit.marks.includes('told')) toggleMark(counterStore, 'told');
  if (activeVisit.feedback !== null) {
    changeFeedback(counterStore, activeVisit.feedback, { kind, voided: false });
    return;
  }
  const { customerId, day, id: visitId } = visit;
  const moment = draftMoment(deps, { customerId, kind, day, visitId });
  keepFeedback(counterStore, moment);
  counterStore.outbox.add({ kind: 'moment', moment });
}

export function setFeedbackText(counterStore: CounterStore, text: string): void {
  const feedback = counterStore.activeVisit?.feedback ?? null;
  if (feedback !== null && feedback.text !== text) changeFeedback(counterStore, feedback, { text });
}

export function removeFeedback(counterStore: CounterStore): void {
  const marks = counterStore.currentVisit()?.visit.marks ?? [];
  if (marks.includes('told')) toggleMark(counterStore, 'told');
  const feedback = counterStore.activeVisit?.feedback ?? null;
  if (feedback !== null) changeFeedback(counterStore, feedback, { voided: true });
}

/** Somebody new came with them. The mark stands already; another choice corrects the first. */
export function setBrought(counterStore: CounterStore, about: CustomerId): void {
  const visit = counterStore.currentVisit()?.visit;
  if (visit === undefined || visit.customerId === null) return;
  const known = counterStore.referrals.get(visit.id);
  if (known !== undefined) {
    keepReferral(counterStore, visit.id, {
      ...known,
      about,
      voided: known.about === about && !known.voided,
    });
    return;
  }
  const { customerId, day, id: visitId } = visit;
  const moment = draftMoment(counterStore.deps, { customerId, kind: 'sent', day, about, visitId });
  counterStore.referrals.set(visitId, moment);
  counterStore.outbox.add({ kind: 'moment', moment });
}

/** Nobody came with them after all. */
export function removeBrought(counterStore: CounterStore): void {
  const visit = counterStore.currentVisit()?.visit;
  if (visit === undefined) return;
  if (visit.marks.includes('friend')) toggleMark(counterStore, 'friend');
  const known = counterStore.referrals.get(visit.id);
  if (known !== undefined) keepReferral(counterStore, visit.id, { ...known, voided: true });
}

function keepReferral(counterStore: CounterStore, visitId: VisitId, moment: MomentDraft): void {
  counterStore.referrals.set(visitId, moment);
  const { about, voided } = moment;
  counterStore.outbox.add({
    kind: 'moment-change',
    momentId: moment.id,
    changes: { about, voided },
  });
}

/** Undoes a visit, and with it whoever was added for it and was never here before. */
export function undoVisit(counterStore: CounterStore, id: VisitId): void {
  const visit = counterStore.todayVisits.visit(id)?.visit;
  counterStore.undo(id);
  const customerId = visit?.customerId ?? null;
  if (visit === undefined || customerId === null || !isAddedWith(counterStore, visit)) return;
  counterStore.undoneNames.set(customerId, counterStore.nameOf(customerId) ?? '');
  counterStore.outbox.add({ kind: 'newcomer-change', customerId, changes: { voided: true } });
}

export function restoreUndone(counterStore: CounterStore, id: VisitId): void {
  const customerId = counterStore.todayVisits.visit(id)?.visit.customerId ?? null;
  const isGone = customerId !== null && counterStore.roster.person(customerId) === undefined;
  if (isGone)
    counterStore.outbox.add({ kind: 'newcomer-change', customerId, changes: { voided: false } });
  counterStore.restore(id);
}

// They have no other visit, and their record is as old as this one.
function isAddedWith({ roster, todayVisits }: CounterStore, visit: VisitDraft): boolean {
  const person = visit.customerId === null ? undefined : roster.person(visit.customerId);
  const others = todayVisits.visits().filter((each) => each.visit.customerId === visit.customerId);
  if (others.length > 0) return false;
  if (person === undefined) return visit.customerId !== null;
  const { customer, history } = person;
  return customer.createdAt === visit.createdAt && history.older.visits + history.stamps.length < 2;
}

export function recordHandOver(counterStore: CounterStore, gestureId: GestureId, day: Day): void {
  counterStore.finishAmount();
  if (counterStore.activeVisit !== null)
    counterStore.activeVisit = { ...counterStore.activeVisit, handedOver: gestureId };
  counterStore.outbox.add({ kind: 'hand-over', gestureId, day });
}

/** A perk that was due, given to whom is in the strip. It is undone like a hand-over. */
export function givePerk(counterStore: CounterStore, due: PerkDue, day: Day): void {
  counterStore.finishAmount();
  const gestureId = gestureIdFrom(counterStore.deps.ids.next());
  if (counterStore.activeVisit !== null)
    counterStore.activeVisit = { ...counterStore.activeVisit, handedOver: gestureId };
  const { customerId, perkId, round, gives } = due;
  const perk = { gestureId, customerId, perkId, round, gives, day, how: 'given' } as const;
  counterStore.outbox.add({ kind: 'settle-perk', gestureId, perk });
}

export function undoHandOver(counterStore: CounterStore): void {
  counterStore.finishAmount();
  const { activeVisit } = counterStore;
  const gestureId = activeVisit?.handedOver ?? null;
  if (activeVisit === null || gestureId === null) return;
  counterStore.activeVisit = { ...activeVisit, handedOver: null };
  counterStore.outbox.add({ kind: 'take-back', gestureId });
}

function changeFeedback(
  counterStore: CounterStore,
  feedback: MomentDraft,
  changes: Partial<Pick<MomentDraft, 'kind' | 'text' | 'voided'>>,
): void {
  keepFeedback(counterStore, { ...feedback, ...changes });
  counterStore.outbox.add({ kind: 'moment-change', momentId: feedback.id, changes });
}

function keepFeedback(counterStore: CounterStore, feedback: MomentDraft): void {
  const { activeVisit } = counterStore;
  if (activeVisit === null) return;
  counterStore.activeVisit = { ...activeVisit, feedback };
  counterStore.feedbacks.set(activeVisit.visitId, feedback);
}
