// Unpacks one part of a zip file with the browser's own streams, never more than allowed.

/** The bytes of a deflated part, or null when it is damaged, too long, or the browser cannot. */
export async function inflatePart(
  packed: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Uint8Array | null> {
  try {
    // Safari 16.4 is the first that knows this form, and throws before.
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return await readPieces(stream.getReader(), maxBytes);
  } catch {
    return null;
  }
}

async function readPieces(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    pieces.push(value);
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
  }
  return joinedBytes(pieces, size);
}

function joinedBytes(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
