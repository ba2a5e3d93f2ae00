// Packing and unpacking with the browser's own gzip, as streams, so that a large shop never stands in memory at once. Where a browser has
// none, text is written as it is. Must never unpack more than it was allowed: 200 kB can hold 200 MB of nothing.

import { failed, ok, type Result } from '#lib/result.ts';

/** Takes text and becomes a file. */
export interface FileSink {
  /** Adds text; never waits, the packing follows in the background. */
  readonly write: (text: string) => void;
  readonly finish: () => Promise<Blob>;
}

/** Whether this browser packs (Chrome 80, Firefox 113, Safari 16.4). */
export function canPack(): boolean {
  return typeof CompressionStream === 'function';
}

/** A file in the making: gzip where the browser can, plain text where it cannot. */
export function fileSink(): FileSink {
  return canPack() ? gzipSink() : plainSink();
}

function gzipSink(): FileSink {
  const encoder = new TextEncoder();
  const stream = new CompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const packed = new Response(stream.readable).blob();
  // Whoever gives up half-way never asks for the file; whoever finishes still hears of a failure.
  packed.catch(() => undefined);
  const writes: Promise<void>[] = [];
  return {
    write: (text) => void writes.push(writer.write(encoder.encode(text))),
    async finish() {
      await Promise.all(writes);
      await writer.close();
      return packed;
    },
  };
}

function plainSink(): FileSink {
  const parts: Blob[] = [];
  return {
    write: (text) => void parts.push(new Blob([text])),
    finish: () => Promise.resolve(new Blob(parts)),
  };
}

/** Why the text of a file could not be had. */
export type UnpackProblem =
  | 'unreadable'
  | 'cannot-unpack'
  | 'damaged'
  | 'not-text'
  | 'swollen'
  /** The reader of the text wanted no more. */
  | 'stopped';

export interface UnpackOptions {
  /** Bytes that may come out, at most. */
  readonly greatestBytes: number;
  /** Takes the next piece; the next one is read when the promise resolves. False ends the reading. */
  readonly onText: (text: string) => Promise<boolean>;
}

/** Reads a file of UTF-8 text piece by piece, unpacking it when it begins like gzip. */
export async function readText(
  file: Blob,
  options: UnpackOptions,
): Promise<Result<null, UnpackProblem>> {
  const isPacked = await beginsLikeGzip(file);
  if (isPacked === undefined) return failed('unreadable');
  if (isPacked && typeof DecompressionStream !== 'function') return failed('cannot-unpack');
  const bytes = isPacked
    ? file.stream().pipeThrough(new DecompressionStream('gzip'))
    : file.stream();
  const reader = bytes.getReader();
  const problem = await readAll(reader, options, isPacked ? 'damaged' : 'unreadable');
  if (problem === undefined) return ok(null);
  // The stream may be broken already; there is nothing more to be had from it.
  await reader.cancel().catch(() => undefined);
  return failed(problem);
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { greatestBytes, onText }: UnpackOptions,
  broken: UnpackProblem,
): Promise<UnpackProblem | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let bytes = 0; ;) {
    const piece = await reader.read().catch(() => undefined);
    if (piece === undefined) return broken;
    bytes += piece.value?.byteLength ?? 0;
    if (bytes > greatestBytes) return 'swollen';
    const text = decoded(decoder, piece.value);
    if (text === undefined) return 'not-text';
    if (text !== '' && !(await onText(text))) return 'stopped';
    if (piece.done) return undefined;
  }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

async function beginsLikeGzip(file: Blob): Promise<boolean | undefined> {
  try {
    const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    return first === 0x1f && second === 0x8b;
  } catch {
    return undefined;
  }
}
