import { options } from 'preact';

/** Longer than quiet storage needs for its answers, and shorter than a frame. */
const pauseMs = 6;

let isTapped = false;

/**
 * What a tap writes goes first: a moment later, and in time for the frame in which it can be seen at all, what it changes is drawn. In that
 * moment the page is free to hear the storage's answers and to send it the rows.
 */
export function pauseForTap(): void {
  isTapped = true;
  setTimeout(() => {
    isTapped = false;
  }, pauseMs);
}

/** From now on drawing waits for that moment after a tap; everything else is drawn as soon as it has changed. */
export function drawAfterTaps(): void {
  options.debounceRendering = (draw) => {
    if (isTapped) setTimeout(draw, pauseMs);
    else queueMicrotask(draw);
  };
}
