import { describe, expect, it } from 'vitest';
import { featureCount } from '#engine/arrivals/features.ts';
import { fitConditionalLogit, type VisitChoice } from '#engine/arrivals/conditional-logit.ts';
import { seededRandom } from '#lib/seeded-random.ts';

describe('the correction', () => {
  it('finds a habit that the plain score does not know', () => {
    const { weights } = fitConditionalLogit(
      inventedChoices((features, person) => (features[person * featureCount + 13] ?? 0) * 3),
    );
    expect(weights[13]).toBeGreaterThan(0.5);
    expect(Math.abs(weights[9] ?? 1)).toBeLessThan(0.3);
  });

  it('stays near the plain score where that already says all', () => {
    const { weights } = fitConditionalLogit(inventedChoices(() => 0));
    expect(Math.max(...weights.map(Math.abs))).toBeLessThan(0.25);
  });

  it('goes on from an earlier one to the same answer', () => {
    const choices = inventedChoices(
      (features, person) => (features[person * featureCount + 5] ?? 0) * 2,
    );
    const fresh = fitConditionalLogit(choices);
    const continued = fitConditionalLogit(choices, {
      ...fresh,
      weights: new Float64Array(featureCount),
    });
    fresh.weights.forEach((weight, index) =>
      expect(continued.weights[index]).toBeCloseTo(weight, 2),
    );
  });
});

/** Visits by thirty invented people, drawn by their plain score and something more. */
function inventedChoices(
  more: (features: Float32Array, person: number) => number,
): readonly VisitChoice[] {
  const random = seededRandom('choices');
  return Array.from({ length: 400 }, () => {
    const people = 30;
    const features = Float32Array.from({ length: people * featureCount }, random);
    const chances = Array.from({ length: people }, (_, person) =>
      Math.exp((features[person * featureCount] ?? 0) + more(features, person)),
    );
    let left = random() * chances.reduce((sum, chance) => sum + chance, 0);
    const came = chances.findIndex((chance) => (left -= chance) < 0);
    return { features, people, came: Math.max(0, came) };
  });
}
