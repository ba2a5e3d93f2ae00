/** `bytes` compressed as zlib does. The same bytes always become the same bytes. */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(zlib());
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// The library's types name a stream of shared memory too, which no stream of ours is.
function zlib(): ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new CompressionStream('deflate') as ReadableWritablePair<
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>
  >;
}
