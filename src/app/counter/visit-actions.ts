// What staff add to the visit in the strip: marks, a note, what was told, a card handed over. Apart from `counter-store.ts`, because no tap on
// somebody waits for it. Each ends the typing of an amount first, as every verb of the desk does.

import type { GestureId } from '#domain/week/gesture.ts';
import type { MomentKind } from '#domain/visits/moment.ts';
import { toggledMarks, type VisitMark } from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import type { Desk } from './counter-store.ts';
import { draftMoment, type MomentDraft } from '#app/customers/moment-draft.ts';

/** Puts a mark on the visit, or takes it off. */
export function toggleMark(desk: Desk, mark: VisitMark): void {
  desk.finishAmount();
  const visit = desk.currentVisit()?.visit;
  if (visit !== undefined) desk.change(visit.id, { marks: toggledMarks(visit.marks, mark) });
}

/** Bought something, or only looked. */
export function toggleLooking(desk: Desk): void {
  const visit = desk.currentVisit()?.visit;
  if (visit === undefined) return;
  if (visit.kind === 'bought') desk.dropAmount();
  desk.change(visit.id, { kind: visit.kind === 'bought' ? 'browsed' : 'bought' });
}

/** At a reduced price, or not. */
export function toggleReduced(desk: Desk): void {
  const visit = desk.currentVisit()?.visit;
  if (visit !== undefined) desk.change(visit.id, { reduced: !visit.reduced });
}

/** Notes words about the visit. */
export function note(desk: Desk, text: string): void {
  desk.finishAmount();
  const visit = desk.currentVisit()?.visit;
  if (visit !== undefined && visit.note !== text) desk.change(visit.id, { note: text });
}

/** What somebody told the shop about itself; the mark goes with it. Saying another kind corrects the first. */
export function tell(desk: Desk, kind: MomentKind): void {
  const { current, deps } = desk;
  const visit = desk.currentVisit()?.visit;
  if (visit === undefined || current === null || visit.customerId === null) return;
  if (!visit.marks.includes('told')) toggleMark(desk, 'told');
  if (current.told !== null) {
    changeTold(desk, current.told, { kind, voided: false });
    return;
  }
  const { customerId, day, id: visitId } = visit;
  const moment = draftMoment(deps, { customerId, kind, day, visitId });
  desk.current = { ...current, told: moment };
  desk.pending.add({ kind: 'moment', moment });
}

/** In what words it was told. */
export function tellWords(desk: Desk, text: string): void {
  const told = desk.current?.told ?? null;
  if (told !== null && told.text !== text) changeTold(desk, told, { text });
}

/** It was nothing after all: mark and moment are taken off. */
export function untell(desk: Desk): void {
  toggleMark(desk, 'told');
  const told = desk.current?.told ?? null;
  if (told !== null) changeTold(desk, told, { voided: true });
}

/** The card or offer was handed over on `day`. */
export function handOver(desk: Desk, gestureId: GestureId, day: Day): void {
  desk.finishAmount();
  if (desk.current !== null) desk.current = { ...desk.current, handedOver: gestureId };
  desk.pending.add({ kind: 'hand-over', gestureId, day });
}

/** It was not handed over after all. */
export function takeBackHandOver(desk: Desk): void {
  desk.finishAmount();
  const { current } = desk;
  const gestureId = current?.handedOver ?? null;
  if (current === null || gestureId === null) return;
  desk.current = { ...current, handedOver: null };
  desk.pending.add({ kind: 'take-back', gestureId });
}

function changeTold(
  desk: Desk,
  told: MomentDraft,
  changes: Partial<Pick<MomentDraft, 'kind' | 'text' | 'voided'>>,
): void {
  if (desk.current !== null) desk.current = { ...desk.current, told: { ...told, ...changes } };
  desk.pending.add({ kind: 'moment-change', momentId: told.id, changes });
}
