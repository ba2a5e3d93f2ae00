// Chance that nobody can foretell, from the device itself: for phrases that lock copies. Every
// number is as likely as any other.

const range = 2 ** 32;

/** `count` whole numbers from 0 to `below` − 1; `below` is at most 2³². */
export function randomInts(count: number, below: number): readonly number[] {
  return Array.from({ length: count }, () => randomInt(below));
}

// Numbers beyond the last whole multiple would make the first words likelier: they are drawn again.
function randomInt(below: number): number {
  const last = range - (range % below);
  for (;;) {
    const [number = range] = crypto.getRandomValues(new Uint32Array(1));
    if (number < last) return number % below;
  }
}
