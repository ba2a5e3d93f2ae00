// Who was here today, as the Counter shows it: the visits on the disk, and over them what was
// tapped and is not there yet.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { latestVisitFirst, type VisitId, type VisitDraft } from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import { Emitter } from '#lib/observable.ts';
import { readVisitsOn } from '#storage/tables/visits.ts';
import type { Deps } from '#app/deps.ts';
import { watchQuery } from '#app/watch-query.ts';
import { targetOf, type Command, type Outbox } from './outbox.ts';

/** A visit of today; `problem` is why writing it failed. */
export interface CounterVisit {
  readonly visit: VisitDraft;
  readonly state: 'saving' | 'saved' | 'failed';
  readonly problem: WriteProblem | null;
}

interface Overlay {
  readonly visit: VisitDraft;
  /** The sequence number at which the last command on it reached the disk; null before. */
  readonly savedAt: number | null;
}

/** The visits of `day`, followed from now on, also from other tabs. */
export function openTodayVisits(deps: Deps, outbox: Outbox, day: Day): TodayVisits {
  return new TodayVisits(deps, outbox, day);
}

export class TodayVisits extends Emitter {
  readonly #deps: Deps;
  readonly #outbox: Outbox;
  readonly #overlays = new Map<VisitId, Overlay>();
  readonly #applied = new Set<string>();
  readonly #unsubscribe: () => void;
  #stopWatching: () => void;
  // A read that began before a write ended does not contain it; numbering both tells which came
  // first.
  #sequence = 0;
  #day: Day;
  #rows: ReadonlyMap<VisitId, VisitDraft> | null = null;
  #shown: readonly CounterVisit[] | null = null;
  #all: readonly CounterVisit[] | null = null;

  constructor(deps: Deps, outbox: Outbox, day: Day) {
    super();
    this.#deps = deps;
    this.#outbox = outbox;
    this.#day = day;
    this.#stopWatching = this.#watchDay();
    this.#unsubscribe = outbox.subscribe(() => this.#onQueueChange());
    this.#onQueueChange();
  }

  /** All of the day but the voided ones, latest first. */
  visits(): readonly CounterVisit[] {
    this.#shown ??= this.withUndone().filter(({ visit }) => !visit.voided);
    return this.#shown;
  }

  /** The same with those voided here today: each keeps its line, with the way back. */
  withUndone(): readonly CounterVisit[] {
    this.#all ??= this.#merged();
    return this.#all;
  }

  /** One visit, also one just voided. */
  visit(id: VisitId): CounterVisit | undefined {
    const visit = this.#overlays.get(id)?.visit ?? this.#rows?.get(id);
    return visit && this.#stateOf(visit);
  }

  latestOf(id: CustomerId): CounterVisit | undefined {
    return this.visits().find(({ visit }) => visit.customerId === id);
  }

  isRead(): boolean {
    return this.#rows !== null;
  }

  /** Shows another day from now on: the shop's midnight has passed. */
  setDay(day: Day): void {
    if (day === this.#day) return;
    this.#stopWatching();
    this.#day = day;
    this.#rows = null;
    this.#overlays.clear();
    this.#applied.clear();
    this.#stopWatching = this.#watchDay();
    this.#onQueueChange();
  }

  close(): void {
    this.#stopWatching();
    this.#unsubscribe();
    this.clearListeners();
  }

  #watchDay(): () => void {
    const day = this.#day;
    return watchQuery(
      async () => {
        this.#sequence += 1;
        return { asOf: this.#sequence, visits: await readVisitsOn(this.#deps.db, day) };
      },
      (live) => {
        if (live.state === 'ready' && day === this.#day)
          this.#onRows(live.value.visits, live.value.asOf);
      },
    );
  }

  #onRows(visits: readonly VisitDraft[], asOf: number): void {
    this.#rows = new Map(visits.map((visit) => [visit.id, visit]));
    for (const [id, { savedAt, visit }] of this.#overlays) {
      // One just voided stays known, so that it can be restored, until it is read again: then
      // another tab has restored it.
      const isKnown = !visit.voided || this.#rows.has(id);
      if (savedAt !== null && savedAt < asOf && isKnown) this.#overlays.delete(id);
    }
    this.#changed();
  }

  #onQueueChange(): void {
    for (const { key, command } of this.#outbox.queued()) {
      if (!this.#applied.has(key)) this.#applyOptimistic(command);
      this.#applied.add(key);
    }
    const unsaved = this.#unsavedSubjects();
    for (const [id, overlay] of this.#overlays) {
      if (overlay.savedAt !== null || unsaved.has(id)) continue;
      this.#sequence += 1;
      this.#overlays.set(id, { ...overlay, savedAt: this.#sequence });
    }
    this.#changed();
  }

  #applyOptimistic(command: Command): void {
    if (command.kind === 'visit')
      this.#overlays.set(command.visit.id, { visit: command.visit, savedAt: null });
    if (command.kind !== 'visit-change' && command.kind !== 'name-visit') return;
    const before = this.visit(command.visitId)?.visit;
    if (before === undefined) return;
    const changes =
      command.kind === 'name-visit' ? { customerId: command.customer.id } : command.changes;
    this.#overlays.set(command.visitId, { visit: { ...before, ...changes }, savedAt: null });
  }

  #merged(): readonly CounterVisit[] {
    const merged = new Map(this.#rows ?? []);
    for (const [id, { visit }] of this.#overlays) merged.set(id, visit);
    return [...merged.values()]
      .filter((visit) => visit.day === this.#day)
      .toSorted(latestVisitFirst)
      .map((visit) => this.#stateOf(visit));
  }

  #stateOf(visit: VisitDraft): CounterVisit {
    const unsaved = this.#outbox.queued().filter((each) => targetOf(each.command) === visit.id);
    const problem = unsaved.find((each) => each.problem !== null)?.problem ?? null;
    return {
      visit,
      state: problem !== null ? 'failed' : unsaved.length > 0 ? 'saving' : 'saved',
      problem,
    };
  }

  #unsavedSubjects(): ReadonlySet<string> {
    return new Set(this.#outbox.queued().map((each) => targetOf(each.command)));
  }

  #changed(): void {
    this.#shown = null;
    this.#all = null;
    this.emit();
  }
}
