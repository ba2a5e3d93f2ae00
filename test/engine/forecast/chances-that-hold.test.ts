// What is said of chances and ranges must hold: learned from the shop's own past, used only where
// it helps, and never against the laws of the models.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitChurnScale, scaledProbability, unscaled } from '#engine/forecast/churn/churn-scale.ts';
import type { ClosedSilence } from '#engine/forecast/churn/churn-calibration.ts';
import { expectedRangeLevel, levelToHold, rangeLevelFrom } from '#engine/forecast/range-level.ts';
import { rangeOf } from '#engine/forecast/mixture.ts';
import { withSameAgain } from '#engine/forecast/same-again.ts';
import { trainNextWeek } from '#engine/forecast/next-week/next-week-training.ts';
import { nextWeekChance } from '#engine/forecast/next-week/next-week-model.ts';
import { weekFeaturesOf } from '#engine/forecast/next-week/week-features.ts';
import { seededRandom } from '#lib/seeded-random.ts';

describe('the said chance to be gone', () => {
  it('moves to where the shop’s silences ended', () => {
    const scale = fitChurnScale(
      silencesThatEnd((score) => 1 / (1 + Math.exp(1.2 - score))),
      null,
    );
    expect(scaledProbability(0, scale)).toBeLessThan(0.42);
    expect(scaledProbability(3, scale)).toBeGreaterThan(0.7);
    expect(scale.low).toBeGreaterThan(scale.high);
  });

  it('stays as it was where it held already, with little past, and where the past contradicts itself', () => {
    const fair = fitChurnScale(
      silencesThatEnd((score) => 1 / (1 + Math.exp(-score))),
      null,
    );
    expect(scaledProbability(0, fair)).toBeGreaterThan(0.45);
    expect(scaledProbability(0, fair)).toBeLessThan(0.55);
    expect(fitChurnScale(silencesThatEnd(() => 0.1).slice(0, 15), null)).toEqual(unscaled);
    const turned = silencesThatEnd((_, now) => (now < 60 ? 0.05 : 0.9));
    expect(fitChurnScale(turned, null)).toEqual(unscaled);
  });

  it('never falls with the score', () => {
    const against = fitChurnScale(
      silencesThatEnd((score) => 1 / (1 + Math.exp(score))),
      null,
    );
    expect(Math.min(against.low, against.high)).toBeGreaterThanOrEqual(0);
    for (let score = -4; score < 4; score += 0.5)
      expect(scaledProbability(score + 0.5, against)).toBeGreaterThanOrEqual(
        scaledProbability(score, against) - 1e-12,
      );
  });
});

describe('a range', () => {
  const distribution = { alive: 1, expected: 2, more: [0.8, 0.6, 0.4, 0.15, 0.05] };

  it('holds a count exactly from the level on that the count asks for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), (visits) => {
        const level = levelToHold(distribution, visits);
        const { low, high } = rangeOf(distribution, Math.min(1, level + 1e-9));
        expect(visits >= low && visits <= high).toBe(true);
        if (level === 0) return;
        const narrower = rangeOf(distribution, level - 1e-6);
        expect(visits >= narrower.low && visits <= narrower.high).toBe(false);
      }),
    );
  });

  it('is as wide as eight in ten counts asked for, and as the model has it without any', () => {
    expect(rangeLevelFrom([], { expected: 0.8, people: 0 })).toBe(0.8);
    const asked = Array.from({ length: 1000 }, (_, index) => index / 2000);
    expect(rangeLevelFrom(asked, { expected: 0.8, people: 1000 })).toBeCloseTo(0.408, 2);
    expect(rangeLevelFrom([0.1, 0.2], { expected: 0.8, people: 2 })).toBeGreaterThan(0.7);
  });

  it('follows how many people told of it, however often each of them was looked at', () => {
    const asked = Array.from({ length: 1000 }, (_, index) => index / 2000);
    expect(rangeLevelFrom(asked, { expected: 0.8, people: 20 })).toBeCloseTo(0.6, 2);
  });

  it('of few visits is drawn to the level at which the model itself expects eight in ten held', () => {
    expect(expectedRangeLevel([])).toBe(0.8);
    const rare = { alive: 1, expected: 0.2, more: [0.15, 0.04, 0.01] };
    expect(expectedRangeLevel([rare])).toBe(0);
    const level = expectedRangeLevel([distribution]);
    const { low, high } = rangeOf(distribution, level + 1e-9);
    const chances = [1, ...distribution.more, 0];
    const held = (chances[low] ?? 0) - (chances[high + 1] ?? 0);
    expect(held).toBeGreaterThanOrEqual(0.8);
    const narrower = rangeOf(distribution, level - 1e-6);
    expect((chances[narrower.low] ?? 0) - (chances[narrower.high + 1] ?? 0)).toBeLessThan(0.8);
  });

  it('with a share of "as often as lately" expects the mean of both and keeps to chances', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.double({ min: 0.05, max: 0.5, noNaN: true }),
        (lately, share) => {
          const { expected, more } = withSameAgain(distribution, { lately, share });
          expect(expected).toBeCloseTo((1 - share) * 2 + share * lately, 9);
          expect(more.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(expected, 6);
          expect(more.every((chance, index) => chance <= (more[index - 1] ?? 1) + 1e-12)).toBe(
            true,
          );
        },
      ),
    );
  });
});

describe('the next seven days', () => {
  const params = {
    departure: 'MBG',
    r: 1,
    alpha: 5,
    a: 0.6,
    b: 1.5,
    parts: [{ k: 1, weight: 1 }],
  } as const;

  it('are learned where people keep a rhythm that the mixture does not know', () => {
    const everyThirdWeek = Array.from({ length: 120 }, (_, person) =>
      Float64Array.from({ length: 14 }, (_week, visit) => 3 * visit + (person % 21) / 7),
    );
    const now = 40;
    const model = trainNextWeek(everyThirdWeek, { now, params, decayWeeks: 26 });
    if (model === null) throw new Error('forty weeks of a rhythm teach something');
    const chances = [everyThirdWeek[3], everyThirdWeek[10]].map((times = new Float64Array()) =>
      nextWeekChance(weekFeaturesOf(times, { now, chance: 0.3 }), model),
    );
    // The one came at 39 and a half and rests, the other is due at 40 and a half.
    expect(chances[0]).toBeLessThan(0.1);
    expect(chances[1]).toBeGreaterThan(0.8);
  });

  it('are left to the mixture with less than eight weeks or a hundred visits', () => {
    const few = Array.from({ length: 5 }, () => Float64Array.from([0, 3, 6, 9, 12]));
    expect(trainNextWeek(few, { now: 30, params, decayWeeks: 26 })).toBeNull();
    const short = Array.from({ length: 90 }, () => Float64Array.from({ length: 10 }, (_, i) => i));
    expect(trainNextWeek(short, { now: 10, params, decayWeeks: 26 })).toBeNull();
  });
});

/** Silences over two years, each seen in three weeks, that end by this chance of being gone. */
function silencesThatEnd(
  goneChance: (score: number, now: number) => number,
): readonly ClosedSilence[] {
  const random = seededRandom('silences');
  return Array.from({ length: 300 }, (_, who) => {
    const began = who / 3;
    const score = 3 * random() - 1.5;
    const gone = random() < goneChance(score, began);
    return [1, 2, 3].map((elapsed) => ({
      silence: {
        who,
        now: began + elapsed,
        elapsed,
        medianGap: 1,
        latenessRatio: elapsed,
        gaps: 5,
        shorter: 0.5,
        lastGap: 1,
        trend: 0,
        score,
      },
      closed: began + elapsed + 3,
      gone,
    }));
  }).flat();
}
