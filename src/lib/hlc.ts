// A hybrid logical clock (Kulkarni et al. 2014): every change gets a timestamp greater than all
// seen before on this device, even when its clock is set back, so that two tablets' changes merge.

declare const timestampBrand: unique symbol;

/** `<ms>-<counter>-<device>`, padded so that timestamps compare correctly as strings. */
export type HlcTimestamp = string & { readonly [timestampBrand]: true };

const timestampShape = /^(\d{15})-([0-9a-f]{4})-([0-9a-z]{1,16})$/;
const maxCounter = 0xffff;

/** The last timestamp used (null at first), the clock in epoch ms, and this device's id. */
export interface HlcState {
  readonly last: HlcTimestamp | null;
  readonly now: number;
  readonly device: string;
}

/** The next timestamp: at the clock's time when that is later than the last, else just after it. */
export function nextTimestamp({ last, now, device }: HlcState): HlcTimestamp {
  const before = last === null ? { ms: -1, counter: 0 } : partsOf(last);
  if (now > before.ms) return formatTimestamp(now, 0, device);
  if (before.counter < maxCounter) return formatTimestamp(before.ms, before.counter + 1, device);
  return formatTimestamp(before.ms + 1, 0, device);
}

export function parseTimestamp(text: string): HlcTimestamp | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape was checked on this line
  return timestampShape.test(text) ? (text as HlcTimestamp) : undefined;
}

export function timestampMs(timestamp: HlcTimestamp): number {
  return partsOf(timestamp).ms;
}

function partsOf(timestamp: HlcTimestamp): { readonly ms: number; readonly counter: number } {
  return {
    ms: Number(timestamp.slice(0, 15)),
    counter: Number.parseInt(timestamp.slice(16, 20), 16),
  };
}

function formatTimestamp(ms: number, counter: number, device: string): HlcTimestamp {
  const text = `${String(Math.max(0, Math.floor(ms))).padStart(15, '0')}-${counter.toString(16).padStart(4, '0')}-${device}`;
  const timestamp = parseTimestamp(text);
  if (timestamp === undefined) throw new RangeError(`Not a device id: ${device}`);
  return timestamp;
}
