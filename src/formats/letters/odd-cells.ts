// The cells of a list that hold bytes beyond ASCII: all that can say how its letters are written.
// Each is kept once, so that one word on every line does not outvote the others.

/** Takes the bytes of a file piece by piece. */
export interface OddCells {
  /** Cells that a piece cuts off are left out: half a letter is evidence of nothing. */
  readonly feed: (
    bytes: Uint8Array,
    piece: { readonly isFirst: boolean; readonly isLast: boolean },
  ) => void;
  /** The cells so far, in the order of the file. */
  readonly cells: () => readonly Uint8Array[];
}

export interface OddCellLimits {
  /** Bytes of all cells together. */
  readonly bytes: number;
  /** Bytes of those of one piece, so that the whole file is heard. */
  readonly bytesOfPiece: number;
}

/** Of a longer cell the beginning is kept, up to a blank: no letter of several bytes has one. */
const maxCellBytes = 400;

/** Begins to gather. */
export function oddCells(limits: OddCellLimits): OddCells {
  const found = new Map<string, Uint8Array>();
  let size = 0;
  const feed: OddCells['feed'] = (bytes, { isFirst, isLast }) => {
    const limit = Math.min(limits.bytes, size + limits.bytesOfPiece);
    for (let from = isFirst ? 0 : cellEnd(bytes, 0) + 1; from < bytes.length && size < limit;) {
      const end = cellEnd(bytes, from);
      if (end === bytes.length && !isLast) break;
      const cell = beginningOf(bytes.subarray(from, end));
      if (cell.some(isOdd)) size += keep(found, cell);
      from = end + 1;
    }
  };
  return { feed, cells: () => [...found.values()] };
}

function beginningOf(cell: Uint8Array): Uint8Array {
  if (cell.length <= maxCellBytes) return cell;
  const beginning = cell.subarray(0, maxCellBytes);
  return beginning.subarray(0, Math.max(0, beginning.lastIndexOf(blank)));
}

// Its bytes, when it is a new one.
function keep(found: Map<string, Uint8Array>, cell: Uint8Array): number {
  const key = String.fromCharCode(...cell);
  if (found.has(key)) return 0;
  found.set(key, cell.slice());
  return cell.length;
}

// These signs are never the second byte of a letter, in any encoding of East Asia.
const blank = 32;
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const comma = 44;
const semicolon = 59;

function cellEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === comma || byte === semicolon || byte === tab) return at;
    if (byte === lineFeed || byte === carriageReturn) return at;
  }
  return bytes.length;
}

function isOdd(byte: number): boolean {
  return byte >= 128;
}
