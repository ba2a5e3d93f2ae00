// The text of one part of a workbook, unpacked piece by piece, never more than allowed.

import { DecodeUTF8, Inflate } from 'fflate';
import { packedPart, type ZipEntry } from './zip-directory.ts';

export interface PartOptions {
  /** Bytes that may come out, at most. */
  readonly maxBytes: number;
  /** Takes the next piece; false stops the reading. */
  readonly onText: (text: string) => boolean;
}

/** `stopped`: the reader of the text wanted no more. */
export type PartOutcome = 'read' | 'stopped' | 'damaged' | 'too-long';

/** Packed bytes at a time: a thousand times as much, what comes of them at worst, must fit. */
const pieceBytes = 16_384;

/** Reads `entry` of the zip in `bytes`. */
export function readPartText(
  bytes: Uint8Array,
  entry: ZipEntry,
  { maxBytes, onText }: PartOptions,
): PartOutcome {
  const packed = packedPart(bytes, entry);
  if (packed === null || (entry.method !== 0 && entry.method !== 8)) return 'damaged';
  let outcome: PartOutcome = 'read';
  let size = 0;
  const decoder = new DecodeUTF8((text) => {
    if (outcome === 'read' && text !== '' && !onText(text)) outcome = 'stopped';
  });
  const unpacked = (piece: Uint8Array, isLast: boolean): void => {
    size += piece.length;
    if (size > maxBytes) outcome = 'too-long';
    if (outcome === 'read') decoder.push(piece, isLast);
  };
  const inflater = entry.method === 8 ? new Inflate(unpacked) : null;
  // The library throws at what is damaged.
  try {
    for (let at = 0; at < packed.length && isReading(outcome); at += pieceBytes) {
      const piece = packed.subarray(at, at + pieceBytes);
      const isLast = at + pieceBytes >= packed.length;
      if (inflater === null) unpacked(piece, isLast);
      else inflater.push(piece, isLast);
    }
  } catch {
    return isReading(outcome) ? 'damaged' : outcome;
  }
  return outcome;
}

// Asked of a value that callbacks change.
function isReading(outcome: PartOutcome): boolean {
  return outcome === 'read';
}
