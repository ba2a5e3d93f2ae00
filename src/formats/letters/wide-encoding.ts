// Whether a text is written in two bytes a letter, and whether bytes are a text at all.

export type WideEncoding = 'utf-16le' | 'utf-16be';

const sampleBytes = 65_536;
/** Of the zeros, those on the other side. */
const maxStray = 0.05;

/** UTF-16 by its mark, or by the zeros beside plain letters and line ends; else null. */
export function wideEncodingOf(head: Uint8Array): WideEncoding | null {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = head.subarray(0, Math.min(head.length, sampleBytes) & ~1);
  const [even, odd] = [zerosAt(sample, 0), zerosAt(sample, 1)];
  if (odd > 2 && even <= odd * maxStray) return holdsLines(sample, 0) ? 'utf-16le' : null;
  if (even > 2 && odd <= even * maxStray) return holdsLines(sample, 1) ? 'utf-16be' : null;
  return null;
}

function zerosAt(sample: Uint8Array, side: 0 | 1): number {
  let zeros = 0;
  for (let at = side; at < sample.length; at += 2) if (sample[at] === 0) zeros += 1;
  return zeros;
}

// The zeros of a picture have other bytes beside them than letters and line ends.
function holdsLines(sample: Uint8Array, low: 0 | 1): boolean {
  let lineEnds = 0;
  let controls = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at + 1 - low] !== 0) continue;
    const letter = sample[at + low] ?? 0;
    if (isLineEnd(letter)) lineEnds += 1;
    else if (isControl(letter)) controls += 1;
  }
  return lineEnds > 0 && controls === 0;
}

/** Of a text, the share of zeros and controls that a till's mistakes may amount to. */
const maxControls = 0.005;

/** Whether these bytes are no text in any encoding of one or more bytes a letter. */
export function isNoText(head: Uint8Array): boolean {
  const sample = head.subarray(0, sampleBytes);
  return sample.filter(isControl).length > sample.length * maxControls;
}

function isLineEnd(byte: number): boolean {
  return byte === 10 || byte === 13;
}

// Old programs end a text with a mark of its own.
const endMark = 26;

function isControl(byte: number): boolean {
  return (byte < 9 || (byte > 13 && byte < 32)) && byte !== endMark;
}
