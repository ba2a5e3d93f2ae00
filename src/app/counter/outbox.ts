// The commands of the Counter that are not on the disk yet. A command is stored before it is
// written, shown as "saving" meanwhile, and leaves the outbox only when the browser says that it is
// on the disk. A failed write stays, is reported and tried again; after a reload the stored
// commands are written first. Every command is idempotent, so writing one twice is safe.

import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import type { VisitDraft, VisitFields, VisitId } from '#domain/visits/visit.ts';
import { Emitter } from '#lib/observable.ts';
import type { Result } from '#lib/result.ts';
import { isRecord } from '#lib/typed-keys.ts';
import { loadStored, type LocalStore } from '#platform/browser-storage/local-store.ts';
import type { FollowUpCommand } from './follow-up-commands.ts';
import { addCustomerWithVisit, type CustomerDraft } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { changeVisit, recordVisit } from '#app/customers/visits.ts';

/** What may be changed of a visit after it was tapped. */
export type VisitChanges = Partial<VisitFields>;

/** One thing to write. Commands about the same row (`targetOf`) are written in their order. */
export type Command =
  | { readonly kind: 'visit'; readonly visit: VisitDraft; readonly customer: CustomerDraft | null }
  | { readonly kind: 'visit-change'; readonly visitId: VisitId; readonly changes: VisitChanges }
  | FollowUpCommand;

/** `problem` is why the last attempt failed; null before the first failure. */
export interface QueuedCommand {
  readonly key: string;
  readonly command: Command;
  readonly problem: WriteProblem | null;
}

/** Until a failed write is tried again by itself; a tap on its message tries at once. */
const retryMs = 4000;
/** A write that has not answered for so long is shown as not saved. */
const timeoutMs = 10_000;
const timeoutProblem: WriteProblem = { kind: 'storage-failed', name: 'TimeoutError' };

/** The outbox of the open shop; it begins with what an earlier page left unwritten. */
export function openOutbox(deps: Deps, drafts: LocalStore): Outbox {
  const outbox = new Outbox(deps, drafts);
  void outbox.retry();
  return outbox;
}

/** Emits at each change of `queued()`: the command that just reached the disk, or null. */
export class Outbox extends Emitter<Command | null> {
  readonly #deps: Deps;
  readonly #drafts: LocalStore;
  readonly #prefix: string;
  #queue: readonly QueuedCommand[];
  #turn: Promise<void> = Promise.resolve();
  /** Commands that wait for their turn or are being written. */
  #underway = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(deps: Deps, drafts: LocalStore) {
    super();
    this.#deps = deps;
    this.#drafts = drafts;
    this.#prefix = `${deps.db.name}:unsaved:`;
    this.#queue = loadQueue(drafts, this.#prefix);
  }

  /** Stores the command and writes it; it is in `queued()` before this returns. */
  add(command: Command): void {
    const item = { key: `${this.#prefix}${this.#deps.ids.next()}`, command, problem: null };
    this.#drafts.set(item.key, JSON.stringify(command));
    this.#queue = [...this.#queue, item];
    this.#next(item.key);
    this.emit(null);
  }

  queued(): readonly QueuedCommand[] {
    return this.#queue;
  }

  /** Tries all that failed once more. Resolves when each was tried. */
  async retry(): Promise<void> {
    this.#stopWaiting();
    for (const item of this.#queue) this.#next(item.key);
    await this.#turn;
  }

  close(): void {
    this.#stopWaiting();
    this.clearListeners();
  }

  // One after the other, in the order of the taps. Where none is ahead it begins at once, so that
  // the storage reads what it needs while the page draws.
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
    // Another tab has written it: what was changed there since must not be undone.
    if (this.#drafts.get(key) === null) return this.#settle(item, null);
    const subject = targetOf(item.command);
    const earlier = this.#queue.find(
      (each) => each.key < key && targetOf(each.command) === subject,
    );
    if (earlier?.problem) return this.#settle(item, earlier.problem);
    // Storage that does not answer is reported; what it answers in the end still counts.
    const silent = setTimeout(() => this.#fail(item, timeoutProblem), timeoutMs);
    const problem = await executeSafely(this.#deps, item.command).finally(() =>
      clearTimeout(silent),
    );
    this.#settle(item, problem);
  }

  #settle(item: QueuedCommand, problem: WriteProblem | null): void {
    // A row that is gone cannot be changed: nothing is lost by dropping the command.
    if (problem === null || problem.kind === 'not-found') {
      this.#drafts.remove(item.key);
      this.#queue = this.#queue.filter((each) => each.key !== item.key);
      this.emit(item.command);
      return;
    }
    this.#timer ??= setTimeout(() => void this.retry(), retryMs);
    this.#fail(item, problem);
  }

  #fail({ key }: QueuedCommand, problem: WriteProblem): void {
    this.#queue = this.#queue.map((each) => (each.key === key ? { ...each, problem } : each));
    this.emit(null);
  }

  #stopWaiting(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** The id of the visit, customer, moment or gesture that the command is about. */
export function targetOf(command: Command): string {
  switch (command.kind) {
    case 'visit':
      return command.visit.id;
    case 'visit-change':
    case 'name-visit':
      return command.visitId;
    case 'newcomer-change':
      return command.customerId;
    case 'moment':
      return command.moment.id;
    case 'moment-change':
      return command.momentId;
    case 'hand-over':
    case 'take-back':
    case 'settle-perk':
      return command.gestureId;
  }
}

// Whatever is thrown, as over a damaged row, leaves the command unsaved like any failure, and
// blocks nothing behind it.
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
    case 'name-visit':
    case 'newcomer-change':
    case 'moment':
    case 'moment-change':
    case 'hand-over':
    case 'take-back':
    case 'settle-perk':
      return executeLazily(deps, command);
  }
}

// Loaded with the strip, where these are given. Where it cannot be loaded the command stays, like
// any that could not be written.
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
  if (!isRecord(value)) return false;
  const fields = Object.entries(outlines).find(([kind]) => kind === value['kind'])?.[1];
  return fields !== undefined && fields.every((field) => isNamed(value[field]));
}

const outlines: Readonly<Record<Command['kind'], readonly string[]>> = {
  visit: ['visit'],
  'visit-change': ['visitId', 'changes'],
  'name-visit': ['visitId', 'customer'],
  'newcomer-change': ['customerId', 'changes'],
  moment: ['moment'],
  'moment-change': ['momentId', 'changes'],
  'hand-over': ['gestureId', 'day'],
  'take-back': ['gestureId'],
  'settle-perk': ['gestureId', 'perk'],
};

function isNamed(value: unknown): boolean {
  return typeof value === 'string' || isRecord(value);
}
