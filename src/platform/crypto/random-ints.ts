// Random numbers that nobody can foresee, for passphrases. All are equally likely.

const range = 2 ** 32;

/** `count` whole numbers from 0 to `below` − 1; `below` is at most 2³². */
export function randomInts(count: number, below: number): readonly number[] {
  return Array.from({ length: count }, () => randomInt(below));
}

// Numbers beyond the last whole multiple would make the first ones likelier.
function randomInt(below: number): number {
  const last = range - (range % below);
  for (;;) {
    const [number = range] = crypto.getRandomValues(new Uint32Array(1));
    if (number < last) return number % below;
  }
}
