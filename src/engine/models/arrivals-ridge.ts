// Corrects the plain score of who comes now by what this shop's own past shows: a conditional logit (McFadden 1974) over the people known at
// each past visit, pulled towards the plain score by a ridge. It is learned from some hundred visits and never replaces the plain score
// by more than those visits justify.

import { cell } from '../numbers/cell.ts';
import { solvePositive } from '../numbers/linear-solve.ts';
import { featureCount } from './arrivals-features.ts';

/** The correction: added to the plain score. Plain values. */
export interface ArrivalsRidge {
  readonly means: Float64Array;
  readonly spreads: Float64Array;
  readonly weights: Float64Array;
}

/**
 * One past visit: the features of the likeliest people (`reordered` at most, one after another), and which of them came. Visits by
 * somebody less likely must be left out: they would teach that the unlikely come.
 */
export interface PastChoice {
  readonly features: Float32Array;
  readonly people: number;
  readonly came: number;
}

/** Learning begins with so many visits, and more than these add work but no knowledge. */
export const fewestChoices = 200;
export const mostChoices = 600;
/** Only so many people, the likeliest by the plain score, are put in a new order: nobody further down belongs on a tile. */
export const reordered = 200;
/** Ridge towards the plain score: a lift must be worth about thirty visits to count in full. */
const strength = 30;
const mostSteps = 12;
/** Where the correction is tried: learned on the earlier two thirds, it must help the later third by this many standard errors (one-sided 95 %). */
const triedShare = 2 / 3;
const surely = 1.645;

/** The correction that these visits (in order of time) teach; null with fewer than 200, or where it does not surely help on the latest. */
export function learnArrivals(choices: readonly PastChoice[]): ArrivalsRidge | null {
  if (choices.length < fewestChoices) return null;
  const latest = choices.slice(-mostChoices);
  const cut = Math.floor(latest.length * triedShare);
  const gains = gainsOf(fitRidge(latest.slice(0, cut)), latest.slice(cut));
  return isSure(gains) ? fitRidge(latest) : null;
}

function fitRidge(choices: readonly PastChoice[]): ArrivalsRidge {
  const scale = scaleOf(choices);
  let weights = new Float64Array(featureCount);
  let cost = costAt(choices, scale, weights);
  for (let step = 0; step < mostSteps; step += 1) {
    const move = newtonMove(choices, scale, weights);
    const next = move === undefined ? undefined : lowered(choices, scale, { weights, move, cost });
    if (next === undefined) break;
    const gained = cost - next.cost;
    ({ weights, cost } = next);
    if (gained < 0.01) break;
  }
  return { ...scale, weights };
}

/** By visit, how much better (in logarithms) the corrected chances foresaw who came. */
function gainsOf(ridge: ArrivalsRidge, choices: readonly PastChoice[]): readonly number[] {
  const chances = new Float64Array(mostPeople(choices));
  const plain = new Float64Array(featureCount);
  return choices.map(
    (choice) =>
      writeChances(chances, choice, { scale: ridge, weights: ridge.weights }) -
      writeChances(chances, choice, { scale: ridge, weights: plain }),
  );
}

function isSure(gains: readonly number[]): boolean {
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const spread = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / gains.length;
  return mean > surely * Math.sqrt(spread / gains.length);
}

/** The corrected score from the features at `offset`. Without a correction, the plain score. */
export function correctedArrival(
  ridge: ArrivalsRidge | null,
  features: Float32Array,
  offset: number,
): number {
  const plain = features[offset] ?? 0;
  return ridge === null ? plain : plain + liftOf(ridge, ridge.weights, { features, offset });
}

type Scale = Pick<ArrivalsRidge, 'means' | 'spreads'>;

interface At {
  readonly features: Float32Array;
  readonly offset: number;
}

function liftOf(
  { means, spreads }: Scale,
  weights: Float64Array,
  { features, offset }: At,
): number {
  let lift = 0;
  for (let feature = 0; feature < featureCount; feature += 1)
    lift +=
      ((weights[feature] ?? 0) * ((features[offset + feature] ?? 0) - (means[feature] ?? 0))) /
      (spreads[feature] ?? 1);
  return lift;
}

function scaleOf(choices: readonly PastChoice[]): Scale {
  const means = new Float64Array(featureCount);
  const squares = new Float64Array(featureCount);
  let rows = 0;
  for (const { features, people } of choices) {
    rows += people;
    for (let index = 0; index < people * featureCount; index += 1) {
      const value = features[index] ?? 0;
      const feature = index % featureCount;
      means[feature] = (means[feature] ?? 0) + value;
      squares[feature] = (squares[feature] ?? 0) + value * value;
    }
  }
  const centre = means.map((sum) => sum / Math.max(1, rows));
  const spreads = squares.map((sum, feature) =>
    Math.sqrt(Math.max(1e-6, sum / Math.max(1, rows) - (centre[feature] ?? 0) ** 2)),
  );
  return { means: centre, spreads };
}

/** The chances of everybody at one past visit under `weights`, written into `chances`; gives ln of the chance of who came. */
function writeChances(
  chances: Float64Array,
  choice: PastChoice,
  { scale, weights }: { readonly scale: Scale; readonly weights: Float64Array },
): number {
  const { features, people, came } = choice;
  let high = Number.NEGATIVE_INFINITY;
  for (let person = 0; person < people; person += 1) {
    const offset = person * featureCount;
    const score = (features[offset] ?? 0) + liftOf(scale, weights, { features, offset });
    chances[person] = score;
    high = Math.max(high, score);
  }
  const cameScore = chances[came] ?? 0;
  let sum = 0;
  for (let person = 0; person < people; person += 1) {
    const power = Math.exp((chances[person] ?? 0) - high);
    chances[person] = power;
    sum += power;
  }
  for (let person = 0; person < people; person += 1) chances[person] = (chances[person] ?? 0) / sum;
  return cameScore - high - Math.log(sum);
}

function costAt(choices: readonly PastChoice[], scale: Scale, weights: Float64Array): number {
  const chances = new Float64Array(mostPeople(choices));
  let cost = 0;
  for (const choice of choices) cost -= writeChances(chances, choice, { scale, weights });
  return weights.reduce((sum, weight) => sum + (strength * weight * weight) / 2, cost);
}

function newtonMove(
  choices: readonly PastChoice[],
  scale: Scale,
  weights: Float64Array,
): Float64Array | undefined {
  const slope = weights.map((weight) => -strength * weight);
  const curve = new Float64Array(featureCount * featureCount);
  for (let feature = 0; feature < featureCount; feature += 1)
    curve[feature * featureCount + feature] = strength;
  const chances = new Float64Array(mostPeople(choices));
  for (const choice of choices) {
    writeChances(chances, choice, { scale, weights });
    addChoice({ slope, curve }, choice, { scale, chances });
  }
  return solvePositive(curve, slope);
}

interface Sums {
  readonly slope: Float64Array;
  readonly curve: Float64Array;
}

/** Adds one visit's part: how the one who came differs from whom we expected, and how unlike the expected ones are. */
function addChoice(
  { slope, curve }: Sums,
  { features, people, came }: PastChoice,
  { scale, chances }: { readonly scale: Scale; readonly chances: Float64Array },
): void {
  const row = new Float64Array(featureCount);
  const expected = new Float64Array(featureCount);
  for (let person = 0; person < people; person += 1) {
    const chance = cell(chances, person);
    // One in a hundred thousand moves nothing and is most of the work.
    if (chance < 1e-5 && person !== came) continue;
    for (let i = 0; i < featureCount; i += 1) {
      const value =
        (cell(features, person * featureCount + i) - cell(scale.means, i)) / cell(scale.spreads, i);
      row[i] = value;
      expected[i] = cell(expected, i) + chance * value;
      if (person === came) slope[i] = cell(slope, i) + value;
    }
    addOuter(curve, row, chance);
  }
  for (let i = 0; i < featureCount; i += 1) slope[i] = cell(slope, i) - cell(expected, i);
  addOuter(curve, expected, -1);
}

function addOuter(curve: Float64Array, row: Float64Array, weight: number): void {
  for (let i = 0; i < featureCount; i += 1) {
    const part = weight * cell(row, i);
    for (let j = 0; j <= i; j += 1)
      curve[i * featureCount + j] = cell(curve, i * featureCount + j) + part * cell(row, j);
  }
}

function lowered(
  choices: readonly PastChoice[],
  scale: Scale,
  {
    weights,
    move,
    cost,
  }: { readonly weights: Float64Array; readonly move: Float64Array; readonly cost: number },
): { weights: Float64Array<ArrayBuffer>; cost: number } | undefined {
  for (let share = 1; share > 1e-6; share /= 2) {
    const next = Float64Array.from(weights, (weight, place) => weight + share * (move[place] ?? 0));
    const reached = costAt(choices, scale, next);
    if (reached < cost) return { weights: next, cost: reached };
  }
  return undefined;
}

function mostPeople(choices: readonly PastChoice[]): number {
  return choices.reduce((most, { people }) => Math.max(most, people), 0);
}
