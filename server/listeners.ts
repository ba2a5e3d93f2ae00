// The open lines to tablets: each gets what it lacks, then every parcel as it comes. A slow tablet
// is waited for, and holds up no other.
import type { ServerResponse } from 'node:http';
import { countOf, type ParcelCounts } from '#domain/tablets/parcel-counts.ts';
import type { DepotState, ParcelMessage } from '#domain/tablets/depot-messages.ts';
import type { ParcelStore } from './parcel-store.ts';

const maxLines = 64;
/** Proxies and browsers end a line on which nothing is said. */
const signOfLifeMs = 15_000;
const parcelsAtOnce = 50;

interface Line {
  readonly tablet: string;
  readonly response: ServerResponse;
  sent: Record<string, number>;
  isPumping: boolean;
  isBehind: boolean;
}

export class Listeners {
  readonly #store: ParcelStore;
  readonly #now: () => number;
  readonly #lines = new Set<Line>();
  readonly #timer: NodeJS.Timeout;

  constructor(store: ParcelStore, now: () => number) {
    this.#store = store;
    this.#now = now;
    this.#timer = setInterval(() => this.#sayAlive(), signOfLifeMs);
    this.#timer.unref();
  }

  /** Gives whether there was room for one more. */
  add(tablet: string, known: ParcelCounts, response: ServerResponse): boolean {
    if (this.#lines.size >= maxLines) return false;
    const line = { tablet, response, sent: { ...known }, isPumping: false, isBehind: false };
    this.#lines.add(line);
    response.on('close', () => this.#lines.delete(line));
    response.writeHead(200, {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    this.#sayState(line);
    void this.#pump(line);
    return true;
  }

  /** There are new parcels. */
  notify(): void {
    for (const line of this.#lines) void this.#pump(line);
  }

  /** There are new keys or tablets; who was taken out may hear no more. */
  tellAll(): void {
    const tablets = this.#store.tablets();
    for (const line of this.#lines) {
      if (tablets[line.tablet] === false) this.#sayState(line);
      else line.response.destroy();
    }
  }

  close(): void {
    clearInterval(this.#timer);
    for (const { response } of this.#lines) response.destroy();
  }

  #sayState({ tablet, response }: Line): void {
    const state: DepotState = {
      now: this.#now(),
      counts: this.#store.counts(),
      emptied: this.#store.emptied(),
      tablets: this.#store.tablets(),
      lastKey: this.#store.lastKey(),
      keys: this.#store.keysFor(tablet),
    };
    response.write(`${JSON.stringify({ state })}\n`);
  }

  #sayAlive(): void {
    for (const { response } of this.#lines) response.write('\n');
  }

  async #pump(line: Line): Promise<void> {
    line.isBehind = true;
    if (line.isPumping) return;
    line.isPumping = true;
    while (line.isBehind && !line.response.destroyed) {
      line.isBehind = false;
      for (const tablet of Object.keys(this.#store.counts())) await this.#send(line, tablet);
    }
    line.isPumping = false;
  }

  async #send(line: Line, tablet: string): Promise<void> {
    const { response, sent } = line;
    while (!response.destroyed && countOf(sent, tablet) < countOf(this.#store.counts(), tablet)) {
      for (const parcel of this.#store.after(tablet, countOf(sent, tablet), parcelsAtOnce)) {
        sent[tablet] = parcel.number;
        // Its own it has, and asks for only where it knows of fewer.
        const bytes = Buffer.from(parcel.bytes).toString('base64url');
        const message: ParcelMessage = { tablet, number: parcel.number, bytes };
        if (!response.write(`${JSON.stringify({ parcel: message })}\n`)) await drained(response);
        if (response.destroyed) return;
      }
    }
  }
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}
