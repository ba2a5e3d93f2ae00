// Stands guard over the open shop once its first screen is there: counts what should be there, then notes after each commit how far the shop
// has come. Nothing waits for it and no tap goes through it. It must never note a shop that was found short.

import type { Meta } from '#domain/shop/meta.ts';
import { attempt } from '#storage/attempt.ts';
import { observeQuestion } from '#storage/observe.ts';
import { readMeta } from '#storage/tables/settings.ts';
import { findTally, isShort, keepTally, lookAtRows } from '#storage/integrity/row-counts.ts';
import { canaryText, strongestCanary, type Canary, type CanaryPlace } from './integrity-marker.ts';
import { lastCopy, type CopyKeeping } from '#app/backup/backup-history.ts';
import type { Deps } from '#app/deps.ts';

export interface Guarded {
  readonly deps: Deps;
  readonly keeping: CopyKeeping;
  /** The first one is written at once, the others a moment later. */
  readonly places: readonly CanaryPlace[];
  /** The shop is less than it was, or cannot be read: nothing more may be written. */
  readonly onShort: () => void;
  /** The stamp of the last write, after each commit. */
  readonly onWritten: (lastStamp: string) => void;
}

/** Taps come in rows; files are written once for a row of them. */
const fileAfterMs = 1_000;
/** A lost connection is opened anew by the next tap; until then nothing can be counted. */
const countAgainAfterMs = 10_000;

/** Guards the shop until the returned function is called. */
export function guardShop(guarded: Guarded): () => void {
  let stop = nothingToStop;
  let isOver = false;
  async function begin(): Promise<void> {
    const state = await stateOf(guarded);
    if (isOver) return;
    if (state === 'short') guarded.onShort();
    else if (state === 'whole') stop = followCommits(guarded);
    else stop = startTimer(() => void begin());
  }
  void begin();
  return () => {
    isOver = true;
    stop();
  };
}

function nothingToStop(): void {}

function startTimer(step: () => void): () => void {
  const timer = setTimeout(step, countAgainAfterMs);
  return () => clearTimeout(timer);
}

// A connection that fails while another one reads the same rows was only lost.
async function stateOf(guarded: Guarded): Promise<'whole' | 'short' | 'unknown'> {
  const found = await attempt(() => isShopShort(guarded));
  if (found.ok) return found.value ? 'short' : 'whole';
  return (await lookAtRows(guarded.deps.db.name)).isReadable ? 'unknown' : 'short';
}

/** Whether the shop is less than it should be: an older state than any place has seen, or rows missing. */
export async function isShopShort({ deps, places }: Guarded): Promise<boolean> {
  const { db } = deps;
  const canary = await strongestCanary(places, db.name);
  const meta = await readMeta(db);
  if ((meta?.lastStamp ?? '') < (canary?.lastStamp ?? '')) return true;
  const { told, found } = await findTally(db);
  if (told !== null && isShort(found, told)) return true;
  if (told === null || isShort(told, found)) await keepTally(db);
  return false;
}

function followCommits(guarded: Guarded): () => void {
  const { deps, keeping, places } = guarded;
  const { name } = deps.db;
  const [first, ...others] = places;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let text = '';
  function writeOthers(): void {
    timer = null;
    for (const place of others) void place.write(text);
  }
  function note(meta: Meta | undefined): void {
    const lastStamp = meta?.lastStamp ?? null;
    // Another shop may have become the current one in the meantime.
    if (meta === undefined || lastStamp === null || keeping.pointer.read().shop !== name) return;
    text = canaryText(canaryOf(guarded, { ...meta, lastStamp }));
    keeping.pointer.see(name, lastStamp);
    void first?.write(text);
    timer ??= setTimeout(writeOthers, fileAfterMs);
    guarded.onWritten(lastStamp);
  }
  const unobserve = observeQuestion(() => readMeta(deps.db), {
    onAnswer: note,
    // Said elsewhere: whoever reads the shop for the screen hears of the same failure.
    onFailure: () => {},
  });
  return () => {
    unobserve();
    if (timer !== null) clearTimeout(timer);
  };
}

function canaryOf(
  { deps, keeping }: Guarded,
  { shopId, lastStamp, rows }: Meta & { readonly lastStamp: string },
): Canary {
  const { name } = deps.db;
  return {
    database: name,
    shopId,
    lastStamp,
    rows: rows ?? null,
    at: deps.clock.now(),
    lastCopyAt: lastCopy(keeping.notes, name)?.at ?? null,
  };
}
