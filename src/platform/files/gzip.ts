// Packing and unpacking with the browser's own gzip, as streams, so that a large shop never stands in memory at once. Where a browser has
// none, text is written as it is. Must never unpack more than it was allowed: 200 kB can hold 200 MB of nothing.

import { failed, ok, type Result } from '#lib/result.ts';

/** Takes text, or its bytes, and becomes a file. */
export interface FileSink {
  /** Never waits, the packing follows in the background. */
  readonly write: (part: string | Uint8Array<ArrayBuffer>) => void;
  /** Resolves when the packing has caught up: whoever waits for it now and then keeps little in memory. */
  readonly caughtUp: () => Promise<void>;
  readonly finish: () => Promise<Blob>;
}

/** Something done to the bytes of a file after they are packed. */
export type Wrap = (bytes: ReadableStream<Uint8Array>) => Promise<ReadableStream<Uint8Array>>;

/** Whether this browser packs (Chrome 80, Firefox 113, Safari 16.4). */
export function canPack(): boolean {
  return typeof CompressionStream === 'function';
}

/** A file in the making: gzip where the browser can, plain text where it cannot; then wrapped, if asked for. */
export function fileSink(wrap: Wrap = asTheyAre): FileSink {
  return canPack() ? streamSink(new CompressionStream('gzip'), wrap) : plainSink(wrap);
}

function streamSink(
  stream: { readonly writable: WritableStream; readonly readable: ReadableStream<Uint8Array> },
  wrap: Wrap,
): FileSink {
  const encoder = new TextEncoder();
  const writer = stream.writable.getWriter();
  const packed = blobOf(stream.readable, wrap);
  // Whoever gives up half-way never asks for the file; whoever finishes still hears of a failure.
  packed.catch(() => undefined);
  let last: Promise<void> = Promise.resolve();
  return {
    write(part) {
      last = writer.write(typeof part === 'string' ? encoder.encode(part) : part);
      // Whoever waits for it hears of it; a broken stream refuses all that comes after it, and the closing too.
      last.catch(() => undefined);
    },
    caughtUp: () => last,
    async finish() {
      await last;
      await writer.close();
      return packed;
    },
  };
}

function plainSink(wrap: Wrap): FileSink {
  const parts: Blob[] = [];
  return {
    write: (part) => void parts.push(new Blob([part])),
    caughtUp: () => Promise.resolve(),
    finish: () => blobOf(new Blob(parts).stream(), wrap),
  };
}

async function blobOf(bytes: ReadableStream<Uint8Array>, wrap: Wrap): Promise<Blob> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no stream of ours lies in shared memory
  return new Response((await wrap(bytes)) as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
}

function asTheyAre(bytes: ReadableStream<Uint8Array>): Promise<ReadableStream<Uint8Array>> {
  return Promise.resolve(bytes);
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

/** Reads UTF-8 text from a file or a stream piece by piece, unpacking it when it begins like gzip. A stream that breaks is damaged. */
export async function readText(
  source: Blob | ReadableStream<Uint8Array>,
  { greatestBytes, onText }: UnpackOptions,
): Promise<Result<null, UnpackProblem>> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let isText = true;
  const read = await readBytes(source, {
    greatestBytes,
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
  readonly greatestBytes: number;
  /** Takes the next piece; the next one is read when the promise resolves. False ends the reading. */
  readonly onBytes: (bytes: Uint8Array) => Promise<boolean>;
}

/** The same for bytes of any kind. */
export async function readBytes(
  source: Blob | ReadableStream<Uint8Array>,
  options: BytesOptions,
): Promise<Result<null, UnpackProblem>> {
  const broken = source instanceof Blob ? 'unreadable' : 'damaged';
  const begun = await begunStream(source instanceof Blob ? source.stream() : source);
  if (begun === undefined) return failed(broken);
  const { isPacked, bytes } = begun;
  if (isPacked && typeof DecompressionStream !== 'function') return failed('cannot-unpack');
  const reader = (
    isPacked ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes
  ).getReader();
  const problem = await readAll(reader, options, isPacked ? 'damaged' : broken);
  if (problem === undefined) return ok(null);
  // The stream may be broken already; there is nothing more to be had from it.
  await reader.cancel().catch(() => undefined);
  return failed(problem);
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { greatestBytes, onBytes }: BytesOptions,
  broken: UnpackProblem,
): Promise<UnpackProblem | undefined> {
  for (let bytes = 0; ;) {
    const piece = await reader.read().catch(() => undefined);
    if (piece === undefined) return broken;
    if (piece.done) return undefined;
    bytes += piece.value.byteLength;
    if (bytes > greatestBytes) return 'swollen';
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

interface BegunStream {
  readonly isPacked: boolean;
  /** All bytes, also those that were looked at. */
  readonly bytes: ReadableStream<Uint8Array<ArrayBuffer>>;
}

// Undefined when not even the beginning can be read.
async function begunStream(source: ReadableStream<Uint8Array>): Promise<BegunStream | undefined> {
  const reader = source.getReader();
  const seen: Uint8Array[] = [];
  try {
    while (lengthOf(seen) < 2) {
      const piece = await reader.read();
      if (piece.done) break;
      seen.push(piece.value);
    }
  } catch {
    return undefined;
  }
  const [first, second] = seen.flatMap((piece) => [...piece.subarray(0, 2)]);
  return { isPacked: first === 0x1f && second === 0x8b, bytes: goingOn(seen, reader) };
}

function goingOn(
  seen: readonly Uint8Array[],
  reader: ReadableStreamDefaultReader<Uint8Array>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const waiting = [...seen];
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
