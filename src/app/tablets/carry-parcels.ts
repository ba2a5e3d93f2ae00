// Worker: seals what changes here, brings it to the server, takes what comes and merges it, for as
// long as the shop is open. In one tab at a time. No tap and no screen waits for any of it: what
// the screen says is read from the line row.

import { clocksApart, heldUntil, type ClockReadings } from '#domain/tablets/clocks.ts';
import type { DepotContents } from '#domain/tablets/depot-messages.ts';
import { countOf, missingCount } from '#domain/tablets/parcel-counts.ts';
import type { Result } from '#lib/result.ts';
import type { DepotProblem } from '#platform/network/depot-line.ts';
import { withLock } from '#platform/concurrency/exclusive-lock.ts';
import { scratchName } from '#app/integrity/scratch-name.ts';
import { turnOverLog } from '#storage/integrity/turn-over-log.ts';
import { observeQuery } from '#storage/observe.ts';
import { attempt } from '#storage/transaction.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { noteChanges } from '#storage/tablets/note-changes.ts';
import { readParcelCounts } from '#storage/tablets/parcels.ts';
import type { LineProblem, LineStatus, TabletsDexie } from '#storage/tablets/tablets-database.ts';
import { ClockWatch } from './clock-watch.ts';
import { mergeNextParcels, retryAside } from './merge-parcels.ts';
import { dropSettled } from './note-overruled.ts';
import { pushEmptied, pushParcels } from './push-parcels.ts';
import { remindServer } from './remind-server.ts';
import { sealChanges } from './seal-changes.ts';
import { sweepParcels } from './sweep-parcels.ts';
import { requiredState, type TabletContext } from './tablet-context.ts';
import { ensureSigningKey } from './tablet-roster.ts';
import { takeMessage } from './take-messages.ts';

const firstPauseMs = 1_000;
const maxPauseMs = 30_000;
/** After a failed write: the disk may be full, or the shop's connection lost. */
const afterFailureMs = 10_000;

/** Runs until `signal` aborts. */
export async function carryParcels(context: TabletContext, signal: AbortSignal): Promise<void> {
  await withLock(`${context.tablets.name} carrier`, () => new ParcelCarrier(context, signal).run());
}

class ParcelCarrier {
  readonly #context: TabletContext;
  readonly #signal: AbortSignal;
  readonly #work = new Pause();
  readonly #lineRest = new Pause();
  /** What the server has; null while there is no line. */
  #there: DepotContents | null = null;
  #isReminded = false;
  #isRosterNew = false;
  #problem: LineProblem | null = null;
  #reachedAt: number | null = null;
  #clocks: ClockReadings | null = null;
  readonly #clockWatch: ClockWatch;
  #endLine = (): void => {};
  #said = '';

  constructor(context: TabletContext, signal: AbortSignal) {
    this.#context = context;
    this.#signal = signal;
    this.#clockWatch = new ClockWatch(context.deps.clock);
  }

  async run(): Promise<void> {
    const { deps, tablets } = this.#context;
    noteChanges(deps.db);
    await ensureSigningKey(this.#context);
    this.#reachedAt = (await tablets.line.get('line'))?.reachedAt ?? null;
    const wake = (): void => this.#work.end();
    const onRoster = (): void => {
      this.#isRosterNew = true;
      wake();
    };
    const stops = [
      observeQuery(() => readMeta(deps.db), { onResult: wake, onFailure: wake }),
      // Who was taken out must be known everywhere at once.
      observeQuery(() => tablets.roster.toArray(), { onResult: onRoster, onFailure: wake }),
    ];
    const wakeLine = (): void => this.#lineRest.end();
    globalThis.addEventListener?.('online', wakeLine);
    const listening = this.#keepListening();
    this.#signal.addEventListener('abort', wake);
    this.#signal.addEventListener('abort', wakeLine);
    while (!this.#signal.aborted) await this.#step();
    for (const stop of stops) stop();
    globalThis.removeEventListener?.('online', wakeLine);
    await listening;
  }

  async #step(): Promise<void> {
    // The next line begins with what the server's clock says.
    if (this.#clockWatch.hasJumped()) this.#endLine();
    const done = await attempt(() => this.#workOnce());
    if (!done.ok) await this.#work.rest(afterFailureMs);
    else if (!done.value) await this.#work.rest(maxPauseMs);
  }

  /** Gives whether there is more to be done at once. */
  async #workOnce(): Promise<boolean> {
    await sealChanges(this.#context);
    await this.#push();
    // Whoever could say again what a lost tablet said may be gone as well.
    const isRosterNew = this.#isRosterNew;
    this.#isRosterNew = false;
    if (isRosterNew) await retryAside(this.#context);
    const merged = await mergeNextParcels(this.#context);
    await this.#say();
    if (!merged.ok || merged.value) return merged.ok;
    await dropSettled(this.#context);
    const swept = await sweepParcels(this.#context);
    if (swept === 'cleared')
      await turnOverLog(scratchName(`${this.#context.tablets.name}-parcels`));
    return swept === 'more';
  }

  async #push(): Promise<void> {
    if (this.#there === null) return;
    const pushed = await this.#pushTo(this.#there);
    // A line that ended meanwhile has said what the matter is.
    if (this.#there === null) return;
    if (pushed.ok) this.#there = pushed.value;
    else this.#problem = problemOf(pushed.problem);
  }

  async #pushTo(there: DepotContents): Promise<Result<DepotContents, DepotProblem>> {
    const pushed = await pushParcels(this.#context, there.counts);
    if (!pushed.ok) return pushed;
    if (!this.#isReminded) {
      const reminded = await remindServer(this.#context, there);
      if (!reminded.ok) return reminded;
      this.#isReminded = true;
    }
    // After the parcels: what else was in emptied ones is in them.
    return pushEmptied(this.#context, { ...there, counts: pushed.value });
  }

  async #keepListening(): Promise<void> {
    let pauseMs = firstPauseMs;
    while (!this.#signal.aborted) {
      const before = this.#reachedAt;
      const ended = await this.#listenOnce();
      if (this.#signal.aborted) return;
      this.#there = null;
      this.#problem = this.#problem === 'tampered' ? 'tampered' : problemOf(ended);
      this.#work.end();
      pauseMs = this.#reachedAt === before ? Math.min(pauseMs * 2, maxPauseMs) : firstPauseMs;
      await this.#lineRest.rest(pauseMs);
    }
  }

  async #listenOnce(): Promise<DepotProblem> {
    const { tablets, line } = this.#context;
    const { pass } = await requiredState(tablets);
    const body = await readParcelCounts(tablets);
    const control = new AbortController();
    const stop = (): void => control.abort();
    this.#endLine = stop;
    this.#signal.addEventListener('abort', stop);
    const onMessage = async (message: unknown): Promise<void> => {
      if (!(await this.#take(message))) stop();
    };
    const request = { method: 'POST', path: 'line', pass, body } as const;
    const ended = await line.listen(request, onMessage, control.signal);
    this.#signal.removeEventListener('abort', stop);
    return ended;
  }

  /** Gives whether the line may go on. */
  async #take(message: unknown): Promise<boolean> {
    const taken = await takeMessage(this.#context, message);
    if (taken.kind === 'forged') {
      this.#problem = 'tampered';
      return false;
    }
    this.#reachedAt = this.#context.deps.clock.now();
    if (taken.kind === 'state') {
      const here = this.#reachedAt;
      this.#clocks = taken.clock === null ? null : clocksApart({ here, there: taken.clock });
      this.#there = taken.there;
      this.#isReminded = false;
      this.#problem = null;
      await retryAside(this.#context);
    }
    this.#work.end();
    return true;
  }

  async #say(): Promise<void> {
    const { deps, tablets } = this.#context;
    const [counts, { tablet, merged, carried, leftToOthers = [] }, meta] = await Promise.all([
      readParcelCounts(tablets),
      requiredState(tablets),
      readMeta(deps.db),
    ]);
    const there = this.#there;
    const left = leftToOthers.length === 0 ? 0 : await countToBeSaid(tablets);
    const line: LineStatus = {
      id: 'line',
      problem: this.#problem,
      waiting: Math.max(0, countOf(counts, tablet) - carried),
      coming:
        left + Math.max(missingCount(merged, counts), missingCount(merged, there?.counts ?? {})),
      reachedAt: this.#reachedAt,
      clocks: this.#clocks,
      // As long as the clock is ahead, there is no telling until when.
      heldUntil:
        this.#clocks === null ? heldUntil(meta?.lastStamp ?? null, deps.clock.now()) : null,
    };
    const said = JSON.stringify({ ...line, reachedAt: line.reachedAt !== null });
    if (said === this.#said && this.#problem === null) return;
    this.#said = said;
    await tablets.line.put(line);
  }
}

/** Parcels of which others say again what is in them. */
async function countToBeSaid({ aside }: TabletsDexie): Promise<number> {
  return aside.filter(({ why }) => why === 'said-again').count();
}

function problemOf(problem: DepotProblem): LineProblem {
  if (problem === 'conflict') return 'tampered';
  if (problem === 'unknown-here' || problem === 'taken-out' || problem === 'full') return problem;
  return 'no-line';
}

/** A rest that somebody else can end; ended before it began, it does not begin. */
class Pause {
  #isEnded = false;
  #end: (() => void) | null = null;

  end(): void {
    this.#isEnded = true;
    this.#end?.();
  }

  async rest(ms: number): Promise<void> {
    if (!this.#isEnded)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#end = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.#isEnded = false;
    this.#end = null;
  }
}
