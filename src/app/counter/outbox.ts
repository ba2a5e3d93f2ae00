// What was tapped and is not on the disk yet. A tap is kept as a draft before it is written, shown as "saving" meanwhile, and leaves this
// list only when the browser says that it is on the disk. A failed write stays, is said, and is tried again; after a reload the kept ones
// are written first. Saying the same thing twice changes nothing, so a draft may safely be written once more.

import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import type { Visit, VisitField, VisitId } from '#domain/visits/visit.ts';
import type { Result } from '#lib/result.ts';
import { draftValue, type Drafts } from '#platform/browser-storage/local-store.ts';
import type { ActBeside } from './follow-up-commands.ts';
import { welcomeCustomer, type CustomerDraft } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { changeVisit, recordVisit, type VisitDraft } from '#app/customers/visits.ts';

/** What may be said of a visit after it was tapped. */
export type VisitChanges = Partial<Pick<Visit, VisitField>>;

/** Something said at the counter. `visitId` and the like name what it is about: acts on the same thing stay in their order. */
export type Act =
  | { readonly kind: 'visit'; readonly visit: VisitDraft; readonly customer: CustomerDraft | null }
  | { readonly kind: 'visit-change'; readonly visitId: VisitId; readonly changes: VisitChanges }
  | ActBeside;

/** An act that is not on the disk yet; `problem` is why the last try failed, or null while none has. */
export interface Unsaved {
  readonly key: string;
  readonly act: Act;
  readonly problem: WriteProblem | null;
}

/** The list of what is not on the disk yet. */
export interface Pending {
  /** Keeps the act and writes it; it is in `unsaved()` before this returns. */
  readonly add: (act: Act) => void;
  /** In the order in which they were said. */
  readonly unsaved: () => readonly Unsaved[];
  /** Tries all that failed once more, now. Resolves when each was tried. */
  readonly retry: () => Promise<void>;
  /** Hears of each change of `unsaved()` until the returned function is called. `saved` is the act that just reached the disk, if any. */
  readonly subscribe: (onChange: (saved: Act | null) => void) => () => void;
  readonly close: () => void;
}

/** A failed write is tried again after so many milliseconds, besides on every tap of its sentence. */
const retryMs = 4000;
/** A write that has not answered for so long is said not to be saved. */
const patienceMs = 10_000;
const notAnswering: WriteProblem = { kind: 'storage-failed', name: 'TimeoutError' };

/** The list of the open shop: takes up what an earlier page left unwritten. */
export function openPending(deps: Deps, drafts: Drafts): Pending {
  const pending = new PendingActs(deps, drafts);
  void pending.retry();
  return pending;
}

class PendingActs implements Pending {
  readonly #deps: Deps;
  readonly #drafts: Drafts;
  readonly #prefix: string;
  readonly #listeners = new Set<(saved: Act | null) => void>();
  #queue: readonly Unsaved[];
  #turn: Promise<void> = Promise.resolve();
  /** Acts that wait for their turn or are being written. */
  #underway = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(deps: Deps, drafts: Drafts) {
    this.#deps = deps;
    this.#drafts = drafts;
    this.#prefix = `${deps.db.name}:unsaved:`;
    this.#queue = keptActs(drafts, this.#prefix);
  }

  add(act: Act): void {
    const item = { key: `${this.#prefix}${this.#deps.ids.next()}`, act, problem: null };
    this.#drafts.set(item.key, JSON.stringify(act));
    this.#queue = [...this.#queue, item];
    this.#next(item.key);
    this.#tell(null);
  }

  unsaved(): readonly Unsaved[] {
    return this.#queue;
  }

  async retry(): Promise<void> {
    this.#stopWaiting();
    for (const item of this.#queue) this.#next(item.key);
    await this.#turn;
  }

  subscribe(onChange: (saved: Act | null) => void): () => void {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  }

  close(): void {
    this.#stopWaiting();
    this.#listeners.clear();
  }

  // One after the other, in the order of the taps. Where nobody is ahead it begins in this very moment: the storage looks up what it needs
  // while the page draws.
  #next(key: string): void {
    const isFree = this.#underway === 0;
    this.#underway += 1;
    const turn = isFree ? this.#attempt(key) : this.#turn.then(() => this.#attempt(key));
    this.#turn = turn.finally(() => {
      this.#underway -= 1;
    });
  }

  async #attempt(key: string): Promise<void> {
    const item = this.#queue.find((each) => each.key === key);
    if (item === undefined) return;
    // Another tab took it up and has written it: what was said there since must not be undone.
    if (this.#drafts.get(key) === null) return this.#settle(item, null);
    const subject = subjectOf(item.act);
    const earlier = this.#queue.find((each) => each.key < key && subjectOf(each.act) === subject);
    if (earlier?.problem) return this.#settle(item, earlier.problem);
    // A storage that says nothing is said to be silent; what it answers in the end still counts.
    const silent = setTimeout(() => this.#fail(item, notAnswering), patienceMs);
    const problem = await problemWriting(this.#deps, item.act).finally(() => clearTimeout(silent));
    this.#settle(item, problem);
  }

  #settle(item: Unsaved, problem: WriteProblem | null): void {
    // What is no longer there cannot be changed: nothing is lost by letting go.
    if (problem === null || problem.kind === 'not-found') {
      this.#drafts.remove(item.key);
      this.#queue = this.#queue.filter((each) => each.key !== item.key);
      this.#tell(item.act);
      return;
    }
    this.#timer ??= setTimeout(() => void this.retry(), retryMs);
    this.#fail(item, problem);
  }

  #fail({ key }: Unsaved, problem: WriteProblem): void {
    this.#queue = this.#queue.map((each) => (each.key === key ? { ...each, problem } : each));
    this.#tell(null);
  }

  #stopWaiting(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #tell(saved: Act | null): void {
    for (const listener of this.#listeners) listener(saved);
  }
}

/** What an act is about: the id of the visit, moment or gesture. */
export function subjectOf(act: Act): string {
  switch (act.kind) {
    case 'visit':
      return act.visit.id;
    case 'visit-change':
      return act.visitId;
    case 'moment':
      return act.moment.id;
    case 'moment-change':
      return act.momentId;
    case 'hand-over':
    case 'take-back':
      return act.gestureId;
  }
}

// Whatever is thrown, as over a damaged row, leaves the act unsaved like any failure, and holds up nothing behind it.
async function problemWriting(deps: Deps, act: Act): Promise<WriteProblem | null> {
  try {
    const result = await written(deps, act);
    return result.ok ? null : result.problem;
  } catch (error) {
    return { kind: 'storage-failed', name: error instanceof Error ? error.name : 'Error' };
  }
}

async function written(deps: Deps, act: Act): Promise<Result<unknown, WriteProblem>> {
  switch (act.kind) {
    case 'visit':
      return act.customer === null
        ? recordVisit(deps, act.visit)
        : welcomeCustomer(deps, act.customer, act.visit);
    case 'visit-change':
      return changeVisit(deps, act.visitId, act.changes);
    case 'moment':
    case 'moment-change':
    case 'hand-over':
    case 'take-back':
      return writtenBeside(deps, act);
  }
}

// Fetched with the strip, where these are said. Where it cannot be fetched the act is kept like any that could not be written.
async function writtenBeside(deps: Deps, act: ActBeside): Promise<Result<unknown, WriteProblem>> {
  const { writeBeside } = await import('./follow-up-commands.ts');
  return writeBeside(deps, act);
}

function keptActs(drafts: Drafts, prefix: string): readonly Unsaved[] {
  return drafts.keys(prefix).flatMap((key) => {
    const act = actFrom(drafts.get(key));
    return act === null ? [] : [{ key, act, problem: null }];
  });
}

// Written by this very app on this very device, so the outline is enough to tell an act from something else.
function actFrom(text: string | null): Act | null {
  const value = draftValue(text);
  return isAct(value) ? value : null;
}

function isAct(value: unknown): value is Act {
  if (!isRecord(value)) return false;
  const idOf = subjects.get(value['kind']);
  return idOf !== undefined && typeof idOf(value) === 'string';
}

type Outline = Readonly<Record<string, unknown>>;

const subjects: ReadonlyMap<unknown, (outline: Outline) => unknown> = new Map([
  ['visit', (outline: Outline) => idIn(outline['visit'])],
  ['visit-change', (outline: Outline) => isRecord(outline['changes']) && outline['visitId']],
  ['moment', (outline: Outline) => idIn(outline['moment'])],
  ['moment-change', (outline: Outline) => isRecord(outline['changes']) && outline['momentId']],
  ['hand-over', (outline: Outline) => typeof outline['day'] === 'string' && outline['gestureId']],
  ['take-back', (outline: Outline) => outline['gestureId']],
]);

function idIn(value: unknown): unknown {
  return isRecord(value) ? value['id'] : undefined;
}

function isRecord(value: unknown): value is Outline {
  return typeof value === 'object' && value !== null;
}
