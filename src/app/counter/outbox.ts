// What was tapped and is not on the disk yet. A tap is kept as a draft before it is written, shown
// as "saving" meanwhile, and leaves this list only when the browser says that it is on the disk. A
// failed write stays, is said, and is tried again; after a reload the kept ones are written first.
// Saying the same thing twice changes nothing, so a draft may safely be written once more.

import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import type { VisitFields, VisitId } from '#domain/visits/visit.ts';
import type { Result } from '#lib/result.ts';
import {
  firstShape,
  isRecord,
  oneOfShape,
  recordShape,
  textShape,
  type Shape,
} from '#lib/shape.ts';
import { loadStored, type LocalStore } from '#platform/browser-storage/local-store.ts';
import type { FollowUpCommand } from './follow-up-commands.ts';
import { addCustomerWithVisit, type CustomerDraft } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { changeVisit, recordVisit, type VisitDraft } from '#app/customers/visits.ts';

/** What may be said of a visit after it was tapped. */
export type VisitChanges = Partial<VisitFields>;

/**
 * Something said at the counter. `visitId` and the like name what it is about: acts on the same
 * thing stay in their order.
 */
export type Command =
  | { readonly kind: 'visit'; readonly visit: VisitDraft; readonly customer: CustomerDraft | null }
  | { readonly kind: 'visit-change'; readonly visitId: VisitId; readonly changes: VisitChanges }
  | FollowUpCommand;

/**
 * An act that is not on the disk yet; `problem` is why the last try failed, or null while none has.
 */
export interface QueuedCommand {
  readonly key: string;
  readonly command: Command;
  readonly problem: WriteProblem | null;
}

/** The list of what is not on the disk yet. */
export interface Outbox {
  /** Keeps the act and writes it; it is in `unsaved()` before this returns. */
  readonly add: (command: Command) => void;
  /** In the order in which they were said. */
  readonly queued: () => readonly QueuedCommand[];
  /** Tries all that failed once more, now. Resolves when each was tried. */
  readonly retry: () => Promise<void>;
  /**
   * Hears of each change of `unsaved()` until the returned function is called. `saved` is the act
   * that just reached the disk, if any.
   */
  readonly subscribe: (onChange: (saved: Command | null) => void) => () => void;
  readonly close: () => void;
}

/**
 * A failed write is tried again after so many milliseconds, besides on every tap of its sentence.
 */
const retryMs = 4000;
/** A write that has not answered for so long is said not to be saved. */
const timeoutMs = 10_000;
const timeoutProblem: WriteProblem = { kind: 'storage-failed', name: 'TimeoutError' };

/** The list of the open shop: takes up what an earlier page left unwritten. */
export function openOutbox(deps: Deps, drafts: LocalStore): Outbox {
  const pending = new StoredOutbox(deps, drafts);
  void pending.retry();
  return pending;
}

class StoredOutbox implements Outbox {
  readonly #deps: Deps;
  readonly #drafts: LocalStore;
  readonly #prefix: string;
  readonly #listeners = new Set<(saved: Command | null) => void>();
  #queue: readonly QueuedCommand[];
  #turn: Promise<void> = Promise.resolve();
  /** Acts that wait for their turn or are being written. */
  #underway = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(deps: Deps, drafts: LocalStore) {
    this.#deps = deps;
    this.#drafts = drafts;
    this.#prefix = `${deps.db.name}:unsaved:`;
    this.#queue = loadQueue(drafts, this.#prefix);
  }

  add(command: Command): void {
    const item = { key: `${this.#prefix}${this.#deps.ids.next()}`, command, problem: null };
    this.#drafts.set(item.key, JSON.stringify(command));
    this.#queue = [...this.#queue, item];
    this.#next(item.key);
    this.#emit(null);
  }

  queued(): readonly QueuedCommand[] {
    return this.#queue;
  }

  async retry(): Promise<void> {
    this.#stopWaiting();
    for (const item of this.#queue) this.#next(item.key);
    await this.#turn;
  }

  subscribe(onChange: (saved: Command | null) => void): () => void {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  }

  close(): void {
    this.#stopWaiting();
    this.#listeners.clear();
  }

  // One after the other, in the order of the taps. Where nobody is ahead it begins in this very
  // moment: the storage looks up what it needs while the page draws.
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
    const subject = targetOf(item.command);
    const earlier = this.#queue.find(
      (each) => each.key < key && targetOf(each.command) === subject,
    );
    if (earlier?.problem) return this.#settle(item, earlier.problem);
    // A storage that says nothing is said to be silent; what it answers in the end still counts.
    const silent = setTimeout(() => this.#fail(item, timeoutProblem), timeoutMs);
    const problem = await executeSafely(this.#deps, item.command).finally(() =>
      clearTimeout(silent),
    );
    this.#settle(item, problem);
  }

  #settle(item: QueuedCommand, problem: WriteProblem | null): void {
    // What is no longer there cannot be changed: nothing is lost by letting go.
    if (problem === null || problem.kind === 'not-found') {
      this.#drafts.remove(item.key);
      this.#queue = this.#queue.filter((each) => each.key !== item.key);
      this.#emit(item.command);
      return;
    }
    this.#timer ??= setTimeout(() => void this.retry(), retryMs);
    this.#fail(item, problem);
  }

  #fail({ key }: QueuedCommand, problem: WriteProblem): void {
    this.#queue = this.#queue.map((each) => (each.key === key ? { ...each, problem } : each));
    this.#emit(null);
  }

  #stopWaiting(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #emit(saved: Command | null): void {
    for (const listener of this.#listeners) listener(saved);
  }
}

/** What an act is about: the id of the visit, moment or gesture. */
export function targetOf(command: Command): string {
  switch (command.kind) {
    case 'visit':
      return command.visit.id;
    case 'visit-change':
      return command.visitId;
    case 'moment':
      return command.moment.id;
    case 'moment-change':
      return command.momentId;
    case 'hand-over':
    case 'take-back':
      return command.gestureId;
  }
}

// Whatever is thrown, as over a damaged row, leaves the act unsaved like any failure, and holds up
// nothing behind it.
async function executeSafely(deps: Deps, command: Command): Promise<WriteProblem | null> {
  try {
    const result = await execute(deps, command);
    return result.ok ? null : result.problem;
  } catch (error) {
    return { kind: 'storage-failed', name: error instanceof Error ? error.name : 'Error' };
  }
}

async function execute(deps: Deps, command: Command): Promise<Result<unknown, WriteProblem>> {
  switch (command.kind) {
    case 'visit':
      return command.customer === null
        ? recordVisit(deps, command.visit)
        : addCustomerWithVisit(deps, command.customer, command.visit);
    case 'visit-change':
      return changeVisit(deps, command.visitId, command.changes);
    case 'moment':
    case 'moment-change':
    case 'hand-over':
    case 'take-back':
      return executeLazily(deps, command);
  }
}

// Fetched with the strip, where these are said. Where it cannot be fetched the act is kept like any
// that could not be written.
async function executeLazily(
  deps: Deps,
  command: FollowUpCommand,
): Promise<Result<unknown, WriteProblem>> {
  const { executeFollowUp } = await import('./follow-up-commands.ts');
  return executeFollowUp(deps, command);
}

function loadQueue(drafts: LocalStore, prefix: string): readonly QueuedCommand[] {
  return drafts.keys(prefix).flatMap((key) => {
    const command = loadStored(drafts, key, commandShape);
    return command === undefined ? [] : [{ key, command, problem: null }];
  });
}

// Written by this very app on this very device: the outline is enough to tell a command from
// something else, and the command is taken as it stands.
function commandShape(value: unknown): Command | undefined {
  return isCommand(value) ? value : undefined;
}

function isCommand(value: unknown): value is Command {
  return commandOutline(value) !== undefined;
}

const anyRecord: Shape<object> = (value) => (isRecord(value) ? value : undefined);
const withId = recordShape({ id: textShape });
const commandOutline: Shape<object> = firstShape<object>(
  recordShape({ kind: oneOfShape(['visit']), visit: withId }),
  recordShape({ kind: oneOfShape(['visit-change']), visitId: textShape, changes: anyRecord }),
  recordShape({ kind: oneOfShape(['moment']), moment: withId }),
  recordShape({ kind: oneOfShape(['moment-change']), momentId: textShape, changes: anyRecord }),
  recordShape({ kind: oneOfShape(['hand-over']), gestureId: textShape, day: textShape }),
  recordShape({ kind: oneOfShape(['take-back']), gestureId: textShape }),
);
