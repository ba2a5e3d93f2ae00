import { describe, expect, it } from 'vitest';
import {
  featureCount,
  plainScore,
  usualAt,
  writeFeatures,
  type Moment,
  type Stamps,
} from '#engine/models/arrivals-features.ts';
import { correctedArrival, learnArrivals, type PastChoice } from '#engine/models/arrivals-ridge.ts';
import { randomFrom } from '#lib/random.ts';

const day = 1440;
/** 1970-01-05, a Monday, at eight in the morning. */
const monday = 4 * day + 8 * 60;

/** Somebody who comes every week on this weekday at this hour for twelve weeks. */
function weekly(weekday: number, hour: number): Int32Array {
  return Int32Array.from(
    { length: 12 },
    (_, week) => monday + (7 * week + weekday) * day + (hour - 8) * 60,
  );
}

function momentAt(stamps: Stamps, stamp: number): Moment {
  const counts = Int32Array.from(stamps, (times) => times.filter((time) => time < stamp).length);
  return { stamp, counts, usual: usualAt(stamps, { stamp, counts, timed: true }) };
}

describe('who is likely now', () => {
  const stamps = [weekly(0, 9), weekly(0, 17), weekly(3, 9), Int32Array.from([monday])];

  it('is who usually comes at this hour of this weekday', () => {
    const moment = momentAt(stamps, monday + 84 * day + 60);
    const scores = stamps.map((times, who) => plainScore(times, who, moment));
    expect(scores.indexOf(Math.max(...scores))).toBe(0);
    expect(scores.indexOf(Math.min(...scores))).toBe(3);
  });

  it('has the plain score as the first feature, and one hazard bin', () => {
    const moment = momentAt(stamps, monday + 84 * day + 60);
    const features = new Float32Array(featureCount);
    writeFeatures(features, 0, { times: stamps[1] ?? new Int32Array(), who: 1, moment });
    expect(features[0]).toBeCloseTo(plainScore(stamps[1] ?? new Int32Array(), 1, moment), 4);
    expect(features.subarray(14).reduce((sum, value) => sum + value, 0)).toBe(1);
    expect(features.every(Number.isFinite)).toBe(true);
  });

  it('asks nothing of hours where only days are known', () => {
    const days = stamps.map((times) => times.map((stamp) => stamp - (stamp % day)));
    const counts = Int32Array.from(days, (times) => times.length);
    const usual = usualAt(days, { stamp: monday + 90 * day, counts, timed: false });
    const score = plainScore(days[0] ?? new Int32Array(), 0, {
      stamp: monday + 90 * day,
      counts,
      usual,
    });
    expect(Number.isFinite(score)).toBe(true);
  });
});

describe('the correction', () => {
  it('finds a habit that the plain score does not know', () => {
    const choices = inventedChoices(
      (features, person) => (features[person * featureCount + 13] ?? 0) * 3,
    );
    const ridge = learnArrivals(choices);
    expect(ridge?.weights[13]).toBeGreaterThan(0.5);
    expect(Math.abs(ridge?.weights[9] ?? 1)).toBeLessThan(0.3);
  });

  it('is left out where the plain score already says all, and before 200 visits', () => {
    expect(learnArrivals(inventedChoices(() => 0))).toBeNull();
    expect(
      learnArrivals(
        inventedChoices(
          (features, person) => (features[person * featureCount + 13] ?? 0) * 3,
        ).slice(0, 199),
      ),
    ).toBeNull();
    expect(correctedArrival(null, Float32Array.from([2.5]), 0)).toBe(2.5);
  });
});

/** Visits by thirty invented people, drawn by their plain score and something more. */
function inventedChoices(
  more: (features: Float32Array, person: number) => number,
): readonly PastChoice[] {
  const random = randomFrom('choices');
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
