// Learns the correction of the baseline score from this shop's own past: a conditional logit
// (McFadden 1974) over the people known at each past visit, with a ridge towards the baseline
// score, fitted by Newton steps with a line search (undamped ones diverge). It never moves the
// score by more than the visits justify.

import { elementAt, solvePositive } from '#engine/math/linear-solve.ts';
import { featureCount } from './features.ts';
import type { ScoreCorrection } from './correction.ts';

/**
 * One past visit: the features of the likeliest people, one after another (at most `maxReordered`),
 * and which of them came. Visits by somebody less likely must be left out: they would teach that
 * the unlikely come.
 */
export interface VisitChoice {
  readonly features: Float32Array;
  readonly people: number;
  readonly came: number;
}

/** Learning begins with `minChoices` visits; more than `maxChoices` add work but no knowledge. */
export const minChoices = 200;
export const maxChoices = 600;
/** Ridge towards the baseline score: a weight needs about thirty visits to count in full. */
const strength = 30;
const maxSteps = 12;
/** A step that gains less log-likelihood than this over all visits changes no order. */
const minGain = 0.05;
/** Rarer people hardly bend the curve and are most of the work; 150 visits show its curvature. */
const minCurvatureChance = 1e-3;
const curvatureChoices = 150;

/** The correction that `choices` teach, continued from `start` and its scale where there is one. */
export function fitConditionalLogit(
  choices: readonly VisitChoice[],
  start?: ScoreCorrection,
): ScoreCorrection {
  const scale = start ?? scaleOf(choices);
  const fit: FitState = {
    choices: choices.map((choice) => ({ ...choice, chances: new Float64Array(choice.people) })),
    spreads: scale.spreads,
  };
  let weights = Float64Array.from(start?.weights ?? new Float64Array(featureCount));
  let cost = costAt(fit, weights);
  for (let step = 0; step < maxSteps; step += 1) {
    const move = newtonMove(fit, weights);
    const next = move === undefined ? undefined : lineSearch(fit, { weights, move, cost });
    if (next === undefined) break;
    const gained = cost - next.cost;
    ({ weights, cost } = next);
    if (gained < minGain) break;
  }
  return { means: scale.means, spreads: scale.spreads, weights };
}

type Scale = Pick<ScoreCorrection, 'means' | 'spreads'>;

/** A choice, and everybody's chances by the last weights tried. */
interface WeighedChoice extends VisitChoice {
  readonly chances: Float64Array;
}

/**
 * What is fitted to. The features stay as they are and the weights are scaled instead: the means
 * cancel, since people are only compared with one another, and most features stay 0.
 */
interface FitState {
  readonly choices: readonly WeighedChoice[];
  readonly spreads: Float64Array;
}

function scaleOf(choices: readonly VisitChoice[]): Scale {
  const means = new Float64Array(featureCount);
  const squares = new Float64Array(featureCount);
  let rows = 0;
  for (const { features, people } of choices) {
    rows += people;
    for (let offset = 0; offset < people * featureCount; offset += featureCount) {
      for (let feature = 0; feature < featureCount; feature += 1) {
        const value = features[offset + feature] ?? 0;
        means[feature] = (means[feature] ?? 0) + value;
        squares[feature] = (squares[feature] ?? 0) + value * value;
      }
    }
  }
  const centre = means.map((sum) => sum / Math.max(1, rows));
  const spreads = squares.map((sum, feature) =>
    Math.sqrt(Math.max(1e-6, sum / Math.max(1, rows) - elementAt(centre, feature) ** 2)),
  );
  return { means: centre, spreads };
}

/** Turns scores into chances in place; gives the log of the chance of who came. */
function chancesFrom(scores: Float64Array, people: number, came: number): number {
  let high = Number.NEGATIVE_INFINITY;
  for (let person = 0; person < people; person += 1) high = Math.max(high, scores[person] ?? 0);
  const cameScore = scores[came] ?? 0;
  let sum = 0;
  for (let person = 0; person < people; person += 1) {
    const power = Math.exp((scores[person] ?? 0) - high);
    scores[person] = power;
    sum += power;
  }
  for (let person = 0; person < people; person += 1) scores[person] = (scores[person] ?? 0) / sum;
  return cameScore - high - Math.log(sum);
}

/** Writes everybody's chances at one past visit; gives the log of the chance of who came. */
function writeChances(
  { features, people, came, chances }: WeighedChoice,
  lifts: Float64Array,
): number {
  for (let person = 0; person < people; person += 1) {
    let score = 0;
    const offset = person * featureCount;
    for (let i = 0; i < featureCount; i += 1)
      score += (lifts[i] ?? 0) * (features[offset + i] ?? 0);
    chances[person] = score;
  }
  return chancesFrom(chances, people, came);
}

/** The cost of `weights`; leaves everybody's chances by them in the choices. */
function costAt({ choices, spreads }: FitState, weights: Float64Array): number {
  const lifts = weights.map((weight, i) => weight / elementAt(spreads, i) + (i === 0 ? 1 : 0));
  let cost = 0;
  for (const choice of choices) cost -= writeChances(choice, lifts);
  return weights.reduce((sum, weight) => sum + (strength * weight * weight) / 2, cost);
}

// The slope counts everybody and says where the minimum is. The curvature only says how far to go,
// so a share of the visits is enough for it. The chances are those that `costAt` left.
function newtonMove(
  { choices, spreads }: FitState,
  weights: Float64Array,
): Float64Array | undefined {
  const slope = new Float64Array(featureCount);
  const curve = new Float64Array(featureCount * featureCount);
  const every = Math.max(1, Math.floor(choices.length / curvatureChoices));
  choices.forEach((choice, index) => {
    addSlope(slope, choice);
    if (index % every === 0) addCurve(curve, choice, every);
  });
  for (let i = 0; i < featureCount; i += 1) {
    const spread = elementAt(spreads, i);
    const from = i * featureCount;
    slope[i] = elementAt(slope, i) / spread - strength * elementAt(weights, i);
    for (let j = 0; j <= i; j += 1)
      curve[from + j] = elementAt(curve, from + j) / (spread * elementAt(spreads, j));
    curve[from + i] = elementAt(curve, from + i) + strength;
  }
  return solvePositive(curve, slope);
}

/** How the one who came differs from those expected. */
function addSlope(slope: Float64Array, { features, people, came, chances }: WeighedChoice): void {
  for (let person = 0; person < people; person += 1) {
    const weight = (person === came ? 1 : 0) - (chances[person] ?? 0);
    const offset = person * featureCount;
    for (let i = 0; i < featureCount; i += 1)
      slope[i] = (slope[i] ?? 0) + weight * (features[offset + i] ?? 0);
  }
}

/** The covariance of the expected features, counted `times` times. */
function addCurve(
  curve: Float64Array,
  { features, people, chances }: WeighedChoice,
  times: number,
): void {
  const expected = new Float64Array(featureCount);
  const row = new Float64Array(featureCount);
  let mass = 0;
  for (let person = 0; person < people; person += 1) {
    const chance = chances[person] ?? 0;
    if (chance <= minCurvatureChance) continue;
    mass += chance;
    for (let i = 0; i < featureCount; i += 1) {
      const value = features[person * featureCount + i] ?? 0;
      row[i] = value;
      expected[i] = (expected[i] ?? 0) + chance * value;
    }
    addOuter(curve, row, times * chance);
  }
  // Centred by its own mass, so that leaving people out keeps the curvature positive.
  if (mass > 0) addOuter(curve, expected, -times / mass);
}

function addOuter(curve: Float64Array, row: Float64Array, weight: number): void {
  for (let i = 0; i < featureCount; i += 1) {
    const part = weight * (row[i] ?? 0);
    if (part === 0) continue;
    const from = i * featureCount;
    for (let j = 0; j <= i; j += 1) curve[from + j] = (curve[from + j] ?? 0) + part * (row[j] ?? 0);
  }
}

function lineSearch(
  fit: FitState,
  {
    weights,
    move,
    cost,
  }: { readonly weights: Float64Array; readonly move: Float64Array; readonly cost: number },
): { weights: Float64Array<ArrayBuffer>; cost: number } | undefined {
  for (let share = 1; share > 1e-6; share /= 2) {
    const next = Float64Array.from(
      weights,
      (weight, index) => weight + share * elementAt(move, index),
    );
    const reached = costAt(fit, next);
    if (reached < cost) return { weights: next, cost: reached };
  }
  return undefined;
}
