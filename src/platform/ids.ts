// New identities: UUIDs of version 7 (RFC 9562), which sort by the time they were made, so that rows made later come later.

/** Makes ids; each is greater than the one before from the same maker, also within one millisecond. */
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
      counter = ms > lastMs ? 0 : counter + 1;
      lastMs = Math.max(lastMs, ms);
      return uuidOf(
        lastMs + Math.floor(counter / 4096),
        counter % 4096,
        crypto.getRandomValues(new Uint8Array(8)),
      );
    },
  };
}

/** A short name for this device in stamps: eight small letters and digits. */
export function newDeviceId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    (byte % 36).toString(36),
  ).join('');
}

function uuidOf(ms: number, counter: number, random: Uint8Array): string {
  const time = ms.toString(16).padStart(12, '0');
  const [first = 0, ...rest] = random;
  const variant = (0x80 | (first & 0x3f)).toString(16);
  const tail = rest.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}`;
}
