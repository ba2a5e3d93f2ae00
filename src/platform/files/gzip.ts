// Compresses with the browser's own gzip, as streams, so that a large shop is never in memory at
// once; a browser without it writes plain text. Must never unpack more than allowed: 200 kB can
// hold 200 MB of nothing.

import { failed, ok, type Result } from '#lib/result.ts';

/** Takes text, or its bytes, and becomes a file. */
export interface FileSink {
  /** Never waits; compression follows in the background. */
  readonly write: (part: string | Uint8Array<ArrayBuffer>) => void;
  /** Resolves when compression has caught up: await it now and then to save memory. */
  readonly flushed: () => Promise<void>;
  readonly finish: () => Promise<Blob>;
}

/** Something done to the bytes of a file after they are compressed. */
export type StreamTransform = (
  bytes: ReadableStream<Uint8Array>,
) => Promise<ReadableStream<Uint8Array>>;

/** A file in the making: gzip where the browser can (Chrome 80, Firefox 113, Safari 16.4). */
export function fileSink(transform: StreamTransform = unchanged): FileSink {
  const canCompress = typeof CompressionStream === 'function';
  return canCompress ? streamSink(new CompressionStream('gzip'), transform) : plainSink(transform);
}

function streamSink(
  stream: { readonly writable: WritableStream; readonly readable: ReadableStream<Uint8Array> },
  transform: StreamTransform,
): FileSink {
  const encoder = new TextEncoder();
  const writer = stream.writable.getWriter();
  const compressed = loadBlob(stream.readable, transform);
  // Whoever gives up half-way never asks for the file; whoever finishes still hears of a failure.
  compressed.catch(() => undefined);
  let last: Promise<void> = Promise.resolve();
  return {
    write(part) {
      last = writer.write(typeof part === 'string' ? encoder.encode(part) : part);
      // Whoever awaits it hears of it; a broken stream refuses later writes and the closing too.
      last.catch(() => undefined);
    },
    flushed: () => last,
    async finish() {
      await last;
      await writer.close();
      return compressed;
    },
  };
}

function plainSink(transform: StreamTransform): FileSink {
  const parts: Blob[] = [];
  return {
    write: (part) => void parts.push(new Blob([part])),
    flushed: () => Promise.resolve(),
    finish: () => loadBlob(new Blob(parts).stream(), transform),
  };
}

async function loadBlob(
  bytes: ReadableStream<Uint8Array>,
  transform: StreamTransform,
): Promise<Blob> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no stream of ours lies in shared memory
  return new Response((await transform(bytes)) as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
}

function unchanged(bytes: ReadableStream<Uint8Array>): Promise<ReadableStream<Uint8Array>> {
  return Promise.resolve(bytes);
}

export type ReadTextProblem =
  | 'unreadable'
  | 'cannot-unpack'
  | 'damaged'
  | 'not-text'
  | 'zip-bomb'
  /** The reader of the text wanted no more. */
  | 'stopped';

export interface UnpackOptions {
  /** Bytes that may come out, at most. */
  readonly maxBytes: number;
  /** Takes the next piece; reading goes on when the promise resolves. False stops it. */
  readonly onText: (text: string) => Promise<boolean>;
}

/** Reads UTF-8 text piece by piece, unpacking gzip. A stream that breaks is `damaged`. */
export async function readText(
  source: Blob | ReadableStream<Uint8Array>,
  { maxBytes, onText }: UnpackOptions,
): Promise<Result<null, ReadTextProblem>> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let isText = true;
  const read = await readBytes(source, {
    maxBytes,
    async onBytes(bytes) {
      const text = decoded(decoder, bytes);
      isText = text !== undefined;
      return text === '' || (text !== undefined && (await onText(text)));
    },
  });
  // A letter may have been begun and never ended.
  if (!isText || (read.ok && decoded(decoder, undefined) === undefined)) return failed('not-text');
  return read;
}

export interface BytesOptions {
  /** Bytes that may come out, at most. */
  readonly maxBytes: number;
  /** Takes the next piece; reading goes on when the promise resolves. False stops it. */
  readonly onBytes: (bytes: Uint8Array) => Promise<boolean>;
}

/** The same for bytes of any kind. */
export async function readBytes(
  source: Blob | ReadableStream<Uint8Array>,
  options: BytesOptions,
): Promise<Result<null, ReadTextProblem>> {
  const broken = source instanceof Blob ? 'unreadable' : 'damaged';
  const peekedStream = await peekStream(source instanceof Blob ? source.stream() : source);
  if (peekedStream === undefined) return failed(broken);
  const { isCompressed, bytes } = peekedStream;
  if (isCompressed && typeof DecompressionStream !== 'function') return failed('cannot-unpack');
  const reader = (
    isCompressed ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes
  ).getReader();
  const problem = await readAll(reader, options, isCompressed ? 'damaged' : broken);
  if (problem === undefined) return ok(null);
  // The stream may be broken already; there is nothing more to be had from it.
  await reader.cancel().catch(() => undefined);
  return failed(problem);
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { maxBytes, onBytes }: BytesOptions,
  broken: ReadTextProblem,
): Promise<ReadTextProblem | undefined> {
  for (let bytes = 0; ;) {
    const piece = await reader.read().catch(() => undefined);
    if (piece === undefined) return broken;
    if (piece.done) return undefined;
    bytes += piece.value.byteLength;
    if (bytes > maxBytes) return 'zip-bomb';
    if (!(await onBytes(piece.value))) return 'stopped';
  }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

interface PeekedStream {
  readonly isCompressed: boolean;
  /** All bytes, also those that were peeked at. */
  readonly bytes: ReadableStream<Uint8Array<ArrayBuffer>>;
}

// Undefined when not even the beginning can be read.
async function peekStream(source: ReadableStream<Uint8Array>): Promise<PeekedStream | undefined> {
  const reader = source.getReader();
  const peeked: Uint8Array[] = [];
  try {
    while (lengthOf(peeked) < 2) {
      const piece = await reader.read();
      if (piece.done) break;
      peeked.push(piece.value);
    }
  } catch {
    return undefined;
  }
  const [first, second] = peeked.flatMap((piece) => [...piece.subarray(0, 2)]);
  return { isCompressed: first === 0x1f && second === 0x8b, bytes: resumedStream(peeked, reader) };
}

function resumedStream(
  peeked: readonly Uint8Array[],
  reader: ReadableStreamDefaultReader<Uint8Array>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const waiting = [...peeked];
  return new ReadableStream({
    async pull(controller) {
      const first = waiting.shift();
      const { done, value } =
        first === undefined ? await reader.read() : { done: false, value: first };
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no stream of ours lies in shared memory
      if (value !== undefined) controller.enqueue(value as Uint8Array<ArrayBuffer>);
      if (done) controller.close();
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}
