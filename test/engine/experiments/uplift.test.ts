// What is believed of cards after some were given, beside the same computed from the joint normal
// distribution of all groups.
import { describe, expect, it } from 'vitest';
import {
  probabilityPositive,
  upliftPosterior,
  upliftPosteriors,
  type ArmCounts,
} from '#engine/experiments/uplift.ts';

const nothing: ArmCounts = { given: 0, cameBack: 0, compared: 0, comparedBack: 0 };
const birthdays: ArmCounts = { given: 40, cameBack: 36, compared: 40, comparedBack: 12 };
const slipping: ArmCounts = { given: 90, cameBack: 20, compared: 60, comparedBack: 18 };
const prior = { mean: 0.05, variance: 0.06 ** 2 };

describe('what is believed of cards', () => {
  it('is the prior alone before any was given, or with nobody to compare with', () => {
    for (const counts of [nothing, { ...birthdays, given: 0 }, { ...birthdays, compared: 0 }]) {
      expect(upliftPosterior(counts).mean).toBeCloseTo(0.05, 12);
      expect(upliftPosterior(counts).deviation).toBeCloseTo(0.06, 12);
      const [pooled] = upliftPosteriors([counts, nothing]);
      expect(pooled?.mean).toBeCloseTo(0.05, 12);
      expect(pooled?.deviation).toBeCloseTo(0.06, 12);
    }
  });

  it('leans from the prior to the counts of all cards as these grow', () => {
    const { mean, variance } = differenceOf(birthdays);
    const weight = prior.variance / (prior.variance + variance);
    const { mean: found, deviation } = upliftPosterior(birthdays);
    expect(found).toBeCloseTo(prior.mean + weight * (mean - prior.mean), 10);
    expect(deviation ** 2).toBeCloseTo(prior.variance * (1 - weight), 10);
  });

  it('leans half as far on the cards of other reasons', () => {
    const groups = [birthdays, slipping, nothing];
    const found = upliftPosteriors(groups);
    expect(found).toHaveLength(3);
    found.forEach(({ mean, deviation }, place) => {
      const wanted = jointPosterior(birthdays, slipping, place);
      expect(mean).toBeCloseTo(wanted.mean, 10);
      expect(deviation ** 2).toBeCloseTo(wanted.variance, 10);
    });
  });

  it('is as probable to help as the table of the normal distribution says', () => {
    const table = [
      [-3, 0.001349898],
      [-1, 0.158655254],
      [0, 0.5],
      [0.5, 0.691462461],
      [1, 0.841344746],
      [1.6448536, 0.95],
      [2.5, 0.993790335],
    ] as const;
    for (const [z, share] of table)
      expect(probabilityPositive({ mean: z * 0.06, deviation: 0.06 })).toBeCloseTo(share, 6);
  });
});

interface Normal {
  readonly mean: number;
  readonly variance: number;
}

function differenceOf({ given, cameBack, compared, comparedBack }: ArmCounts): Normal {
  const [card, none] = [(cameBack + 1) / (given + 2), (comparedBack + 1) / (compared + 2)];
  return {
    mean: card - none,
    variance: (card * (1 - card)) / (given + 3) + (none * (1 - none)) / (compared + 3),
  };
}

/** One group (0 and 1 were seen, 2 was not) given what was seen, by inverting two by two. */
function jointPosterior(first: ArmCounts, second: ArmCounts, place: number): Normal {
  const [a, b] = [differenceOf(first), differenceOf(second)];
  const shared = prior.variance / 2;
  const [aa, bb] = [prior.variance + a.variance, prior.variance + b.variance];
  const determinant = aa * bb - shared * shared;
  const [toA, toB] = [0, 1].map((seen) => (seen === place ? prior.variance : shared));
  if (toA === undefined || toB === undefined) throw new Error('Two groups were seen');
  const weightA = (toA * bb - toB * shared) / determinant;
  const weightB = (toB * aa - toA * shared) / determinant;
  return {
    mean: prior.mean + weightA * (a.mean - prior.mean) + weightB * (b.mean - prior.mean),
    variance: prior.variance - weightA * toA - weightB * toB,
  };
}
