// UUIDs of version 7 (RFC 9562), which sort by the time they were made.

import { hexOf } from '#lib/hex.ts';

// Twelve bits of a version 7 id count within a millisecond.
const maxCounter = 4095;

/** Makes ids; each is greater than the one before, also within one millisecond. */
export interface Ids {
  readonly next: () => string;
}

/** Ids from the device's own randomness; `now` gives epoch ms. */
export function randomIds(now: () => number): Ids {
  let lastMs = 0;
  let counter = 0;
  return {
    next() {
      const ms = now();
      if (ms > lastMs) [lastMs, counter] = [ms, 0];
      // A coarse clock, or one set back, goes on from the last id: never behind it.
      else if (counter < maxCounter) counter += 1;
      else [lastMs, counter] = [lastMs + 1, 0];
      return uuidOf(lastMs, counter, crypto.getRandomValues(new Uint8Array(8)));
    },
  };
}

export function newDeviceId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    (byte % 36).toString(36),
  ).join('');
}

function uuidOf(ms: number, counter: number, random: Uint8Array): string {
  const time = ms.toString(16).padStart(12, '0');
  const [first = 0, ...rest] = random;
  const variant = (0x80 | (first & 0x3f)).toString(16);
  const tail = hexOf(Uint8Array.from(rest));
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}`;
}
