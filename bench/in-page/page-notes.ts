// Runs in the page before anything of the app: looks on while it starts, answers taps and letters,
// and gives its work. Never changes what the app does.

import type { RequestKind, WorkerRequest, WorkerResponse } from '#app/worker/protocol.ts';
import type { HistoryChange } from '#storage/observe.ts';
import {
  beginCounting,
  counted,
  endCounting,
  nextWrite,
  watchStorage,
  type NotedTransaction,
  type CountedWork,
} from './counted-storage.ts';

/** Milliseconds from the finger's lifting. */
export interface TapTimes {
  /** Until the frame after the one in which the name stands in the strip began. */
  readonly painted: number;
  /** Until the browser said that the transaction is complete. */
  readonly done: number;
}

/** Milliseconds from the key to the tiles in the document, and to their frame. */
export interface LetterTimes {
  readonly drawn: number;
  readonly painted: number;
}

/** How a start went, in milliseconds since the navigation. */
export interface StartTimes {
  /** The first letter could be tapped. */
  readonly letters: number;
  /** The first letter tapped gives the right people. */
  readonly usable: number;
  /** What was read until then; null when only time was measured. */
  readonly work: CountedWork | null;
}

/**
 * The start that is to be watched: the letter, and who must answer to it (nobody in an empty shop).
 */
export interface StartWatch {
  readonly letter: string;
  readonly right: readonly string[];
  readonly counts: boolean;
}

/** A request to the app's worker, as the app would send it. */
export interface Asked<K extends RequestKind> {
  readonly database: string;
  readonly request: WorkerRequest<K>;
  /** Whose history changed before it as the page would tell. */
  readonly changed?: HistoryChange | null;
}

/** What the worker gave, and after how many milliseconds. */
export interface Answered<K extends RequestKind> {
  readonly value: Extract<WorkerResponse<K>, { readonly ok: true }>['value'];
  readonly ms: number;
}

/** What the measuring side may ask of the page. */
export interface PageNotes {
  readonly beginCounting: () => void;
  readonly endCounting: () => CountedWork;
  /** Watches the next click on a tile. */
  readonly nextTap: () => Promise<TapTimes>;
  /** Watches the next letter. */
  readonly nextLetter: () => Promise<LetterTimes>;
  /** The writing transaction of the last watched tap. */
  readonly lastWrite: () => NotedTransaction | null;
  /** Milliseconds of `count` frames, one by one. */
  readonly frames: (count: number) => Promise<readonly number[]>;
  readonly tileNames: () => readonly string[];
  /**
   * Resolves with the time, in ms since the navigation, at which `holds` first held and was
   * painted.
   */
  readonly start: Promise<StartTimes> | null;
  /** The workers that the app has started. */
  readonly workers: readonly Worker[];
  /** Asks the worker that the app started last; rejects when it fails. */
  readonly ask: <K extends RequestKind>(asked: Asked<K>) => Promise<Answered<K>>;
  /** Long tasks of the page since it began: [start, duration] in ms. */
  readonly longTasks: readonly (readonly [number, number])[];
  /**
   * Resolves when `holds` does, looking at each change of the document, with the time of the frame
   * after. Rejects after a minute.
   */
  readonly when: (
    holds: () => boolean,
  ) => Promise<{ readonly drawn: number; readonly painted: number }>;
}

declare global {
  var notes: PageNotes;
  var watchedStart: StartWatch | undefined;
}

const workers: Worker[] = [];
const longTasks: (readonly [number, number])[] = [];
let write: NotedTransaction | null = null;

function when(holds: () => boolean): Promise<{ readonly drawn: number; readonly painted: number }> {
  return new Promise((resolve, reject) => {
    const watcher = new MutationObserver(look);
    const late = setTimeout(() => reject(new Error(`never seen: ${String(holds)}`)), 60_000);
    function look(): void {
      if (!holds()) return;
      watcher.disconnect();
      clearTimeout(late);
      const drawn = performance.now();
      afterFrame(() => resolve({ drawn, painted: performance.now() }));
    }
    watcher.observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
    look();
  });
}

function afterFrame(step: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', step, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}

function textOf(selector: string): string {
  return document.querySelector(selector)?.textContent?.trim() ?? '';
}

function tileNames(): readonly string[] {
  return [...document.querySelectorAll('.customer-tile_name')].map(
    (name) => name.textContent?.trim() ?? '',
  );
}

function nextOn(
  selector: string,
  kind: 'click' | 'pointerdown',
): Promise<{ readonly at: number; readonly on: Element }> {
  return new Promise((resolve) => {
    function clicked(event: Event): void {
      const on = event.target instanceof Element ? event.target.closest(selector) : null;
      if (on === null) return;
      removeEventListener(kind, clicked, true);
      resolve({ at: event.timeStamp, on });
    }
    addEventListener(kind, clicked, true);
  });
}

async function nextTap(): Promise<TapTimes> {
  const writing = nextWrite();
  const { at, on } = await nextOn('.customer-tile', 'click');
  const name = on.querySelector('.customer-tile_name')?.textContent?.trim() ?? '';
  const before = document.querySelector('.visit-strip_who');
  const shown = when(() => {
    const who = document.querySelector('.visit-strip_who');
    return who !== before && who !== null && textOf('.visit-strip_name') === name;
  });
  write = await writing;
  const [{ painted }, done] = await Promise.all([shown, write.doneAt]);
  return { painted: painted - at, done: done - at };
}

async function nextLetter(): Promise<LetterTimes> {
  const { at } = await nextOn('.keypad-button', 'pointerdown');
  const before = tileNames().join('|');
  const { drawn, painted } = await when(
    () => textOf('.letter-pad_typed') !== '' && tileNames().join('|') !== before,
  );
  return { drawn: drawn - at, painted: painted - at };
}

function keyOf(letter: string): HTMLElement | null {
  const keys = [...document.querySelectorAll<HTMLElement>('.keypad-button')];
  return keys.find((key) => key.textContent === letter) ?? null;
}

async function watchedStartOf({ letter, right, counts }: StartWatch): Promise<StartTimes> {
  if (counts) beginCounting();
  const { painted: letters } = await when(() => keyOf(letter) !== null);
  keyOf(letter)?.click();
  const wanted = right.join('|');
  const { painted: usable } = await when(
    () => textOf('.letter-pad_typed') !== '' && tileNames().join('|') === wanted,
  );
  return { letters, usable, work: counts ? counted() : null };
}

function frames(count: number): Promise<readonly number[]> {
  return new Promise((resolve) => {
    const times: number[] = [];
    function frame(now: number): void {
      times.push(now);
      if (times.length <= count) requestAnimationFrame(frame);
      else resolve(times.slice(1).map((time, index) => time - (times[index] ?? time)));
    }
    requestAnimationFrame(frame);
  });
}

function ask<K extends RequestKind>({
  database,
  request,
  changed = null,
}: Asked<K>): Promise<Answered<K>> {
  return new Promise((resolve, reject) => {
    const worker = workers.at(-1);
    if (worker === undefined) throw new Error('no worker');
    const call = 1_000_000 + Math.floor(performance.now() * 1_000);
    const begun = performance.now();
    function onMessage({ data }: MessageEvent): void {
      if (data.call !== call || 'progress' in data) return;
      worker?.removeEventListener('message', onMessage);
      if ('bug' in data) reject(new Error(data.bug.message));
      else if (!data.output.ok) reject(new Error(JSON.stringify(data.output.problem)));
      else resolve({ value: data.output.value, ms: performance.now() - begun });
    }
    worker.addEventListener('message', onMessage);
    const input = { database, now: Date.now(), changed, request };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    worker.postMessage({ call, input });
  });
}

function watchWorkers(): void {
  const Made = globalThis.Worker;
  globalThis.Worker = class extends Made {
    constructor(...words: ConstructorParameters<typeof Worker>) {
      super(...words);
      workers.push(this);
    }
  };
}

function watchLongTasks(): void {
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
}

watchStorage();
watchWorkers();
watchLongTasks();
globalThis.notes = {
  beginCounting,
  endCounting,
  nextTap,
  nextLetter,
  lastWrite: () => write,
  frames,
  tileNames,
  start: globalThis.watchedStart === undefined ? null : watchedStartOf(globalThis.watchedStart),
  workers,
  ask,
  longTasks,
  when,
};
