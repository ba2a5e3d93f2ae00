import { options } from 'preact';
import type { Pending } from '#app/pending.ts';

/** A frame: whoever waits for the storage longer sees the tap before it is written. */
const longestMs = 16;

let isPaused = false;
let waiting: (() => void)[] = [];

/**
 * What a tap writes goes first: what it changes is drawn once it is on the disk, or after a frame. Until then the page is free to hear the
 * storage's answers and to send it the rows, which come in time for the frame in which the tap can be seen at all.
 */
export function pauseForTap(pending: Pick<Pending, 'subscribe'>): void {
  isPaused = true;
  const timer = setTimeout(end, longestMs);
  const stopHearing = pending.subscribe((saved) => {
    if (saved !== null) end();
  });
  function end(): void {
    clearTimeout(timer);
    stopHearing();
    isPaused = false;
    const draws = waiting;
    waiting = [];
    for (const draw of draws) draw();
  }
}

/** From now on drawing waits for the end of such a pause; everything else is drawn as soon as it has changed. */
export function drawAfterTaps(): void {
  options.debounceRendering = (draw) => {
    if (isPaused) waiting.push(draw);
    else queueMicrotask(draw);
  };
}
