import type { DoublePair } from './find-doubles.ts';

/** What a look through the whole list found. */
export interface FoundDoubles {
  /** One person, or one home. The first have more in common. */
  readonly pairs: readonly DoublePair[];
  /** The first of those with one name and nothing else in common: most are two people. */
  readonly sameNames: readonly DoublePair[];
  readonly sameNameCount: number;
}
