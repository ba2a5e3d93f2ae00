import type { RandomSource } from '../values/random-source.ts';

// What breaks readers: ends of quotes, tags and lines, marks, zeros, lengths at their limits.
const nasty = [0, 9, 10, 13, 34, 38, 39, 44, 58, 59, 60, 61, 62, 92, 127, 128, 254, 255] as const;

/** `bytes` with a few of them changed, cut, doubled, moved or repeated. */
export function mutatedBytes(
  bytes: Uint8Array<ArrayBuffer>,
  random: RandomSource,
): Uint8Array<ArrayBuffer> {
  let changed = bytes;
  for (let changes = random.whole(1, 6); changes > 0; changes -= 1)
    changed = mutatedOnce(changed, random);
  return changed;
}

function mutatedOnce(
  bytes: Uint8Array<ArrayBuffer>,
  random: RandomSource,
): Uint8Array<ArrayBuffer> {
  const at = random.whole(0, Math.max(0, bytes.length - 1));
  const to = Math.min(bytes.length, at + random.whole(1, 40));
  const [before, part, after] = [bytes.slice(0, at), bytes.slice(at, to), bytes.slice(to)];
  const other = Uint8Array.of(random.of(nasty));
  switch (random.whole(0, 6)) {
    case 0:
      return joined(before, after);
    case 1:
      return joined(before, part, part, after);
    case 2:
      return joined(before, other, bytes.slice(at + 1));
    case 3:
      return joined(before, other, part, after);
    case 4:
      return joined(before, Uint8Array.of(random.whole(0, 255)), bytes.slice(at + 1));
    case 5:
      return joined(...Array.from({ length: random.whole(2, 200) }, () => part), after);
    default:
      return random.happens(0.2) ? before : joined(after, before);
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(parts));
}
