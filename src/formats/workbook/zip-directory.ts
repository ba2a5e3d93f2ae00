// The list of contents at the end of a zip file. It is read before anything is unpacked, so that a
// small file that would become a huge one is refused first.

/** A file inside the zip, as its directory declares it. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored as it is, 8: deflated. */
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where its own header begins. */
  readonly offset: number;
  readonly isLocked: boolean;
}

const endMark = 0x0605_4b50;
const entryMark = 0x0201_4b50;
const endLength = 22;
const entryLength = 46;
const maxComment = 65_535;
const inZip64 = 0xffff_ffff;

/** The entries of the zip in `bytes`, or null when it has no directory that can be read. */
export function zipDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  while (entries.length < count && at + entryLength <= view.byteLength) {
    if (view.getUint32(at, true) !== entryMark) return null;
    const lengths = [28, 30, 32].map((from) => view.getUint16(at + from, true));
    entries.push(entryAt(view, at, nameAt(bytes, at + entryLength, lengths[0] ?? 0)));
    at += entryLength + lengths.reduce((sum, length) => sum + length, 0);
  }
  return entries.length === count ? entries : null;
}

function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - endLength;
  for (let at = last; at >= 0 && at >= last - maxComment; at -= 1)
    if (view.getUint32(at, true) === endMark) return at;
  return null;
}

function entryAt(view: DataView, at: number, name: string): ZipEntry {
  const packed = view.getUint32(at + 20, true);
  const unpacked = view.getUint32(at + 24, true);
  const extra = at + entryLength + view.getUint16(at + 28, true);
  const sizes = { packed, unpacked, extra, extraEnd: extra + view.getUint16(at + 30, true) };
  return {
    name,
    method: view.getUint16(at + 10, true),
    ...sizesOf(view, sizes),
    offset: view.getUint32(at + 42, true),
    isLocked: (view.getUint16(at + 8, true) & 1) === 1,
  };
}

interface Sizes {
  readonly packed: number;
  readonly unpacked: number;
  readonly extra: number;
  readonly extraEnd: number;
}

// Programs that write as a stream put the true sizes into the extra field, unpacked first.
function sizesOf(
  view: DataView,
  { packed, unpacked, extra, extraEnd }: Sizes,
): Pick<ZipEntry, 'packedBytes' | 'unpackedBytes'> {
  const long = longSizes(view, extra, Math.min(extraEnd, view.byteLength));
  const unpackedBytes = unpacked === inZip64 ? (long.shift() ?? Infinity) : unpacked;
  const packedBytes = packed === inZip64 ? (long.shift() ?? Infinity) : packed;
  return { packedBytes, unpackedBytes };
}

function longSizes(view: DataView, from: number, end: number): number[] {
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const count = Math.floor(Math.min(view.getUint16(at + 2, true), end - at - 4) / 8);
    return Array.from({ length: count }, (_, index) =>
      Number(view.getBigUint64(at + 4 + index * 8, true)),
    );
  }
  return [];
}

// Names of the parts of a workbook are ASCII.
function nameAt(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, Math.min(from + length, from + 1000)));
}

/** The packed bytes of `entry`, or null when they lie outside of the file. */
export function packedPart(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length) return null;
  const names = view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const from = entry.offset + 30 + names;
  return from + entry.packedBytes > bytes.length
    ? null
    : bytes.subarray(from, from + entry.packedBytes);
}
