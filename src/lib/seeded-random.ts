// Repeatable random numbers: the same seed gives the same on every device. Never for secrets.

import { hashOf } from './hash.ts';

/** A source of numbers in [0, 1). */
export type Random = () => number;

/** A generator from `seed` (sfc32 by Chris Doty-Humphrey, seeded by hashing; passes PractRand). */
export function seededRandom(seed: string): Random {
  let a = hashOf(`${seed}/a`);
  let b = hashOf(`${seed}/b`);
  let c = hashOf(`${seed}/c`);
  let counter = 1;
  function next(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  }
  for (let round = 0; round < 12; round += 1) next();
  return next;
}
