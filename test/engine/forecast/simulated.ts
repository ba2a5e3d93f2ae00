import type { MixtureParams } from '#engine/forecast/mixture.ts';
import type { Random } from '#lib/seeded-random.ts';

/**
 * One invented customer: visit times (weeks) from the first at 0 up to `until`, by the story that
 * the model tells.
 */
export function simulatedCustomer(
  params: MixtureParams,
  until: number,
  random: Random,
): Float64Array {
  const k = drawnRegularity(params, random);
  const rate = k * (gammaDraw(params.r, random) / params.alpha);
  const [x, y] = [gammaDraw(params.a, random), gammaDraw(params.b, random)];
  const leaves = x / (x + y);
  const times = [0];
  let isHere = params.departure === 'BG' || random() >= leaves;
  for (let at = 0; isHere;) {
    for (let stage = 0; stage < k; stage += 1) at -= Math.log(1 - random()) / rate;
    if (!(at <= until)) break;
    times.push(at);
    isHere = random() >= leaves;
  }
  return Float64Array.from(times);
}

function drawnRegularity({ parts }: MixtureParams, random: Random): number {
  let left = random();
  for (const { k, weight } of parts) {
    left -= weight;
    if (left < 0) return k;
  }
  return parts[parts.length - 1]?.k ?? 1;
}

/** Gamma(shape, 1) by Marsaglia and Tsang 2000. */
function gammaDraw(shape: number, random: Random): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < normal ** 2 / 2 + d - d * v + d * Math.log(v))
      return d * v;
  }
}
