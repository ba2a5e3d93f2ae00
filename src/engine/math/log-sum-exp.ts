// Sums of numbers known only by their logarithms. Likelihoods of frequent customers are smaller
// than the smallest double, so the largest term is always taken out first.

/** ln(eᵃ + eᵇ), exact where one is −∞ and safe where both underflow. */
export function logAddExp(a: number, b: number): number {
  const high = Math.max(a, b);
  if (high === Number.NEGATIVE_INFINITY) return high;
  return high + Math.log1p(Math.exp(Math.min(a, b) - high));
}

/** ln Σ eᵛ over `values`; −∞ for an empty list. */
export function logSumExp(values: ArrayLike<number>): number {
  let high = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < values.length; index += 1)
    high = Math.max(high, values[index] ?? high);
  if (high === Number.NEGATIVE_INFINITY) return high;
  let sum = 0;
  for (let index = 0; index < values.length; index += 1)
    sum += Math.exp((values[index] ?? Number.NEGATIVE_INFINITY) - high);
  return high + Math.log(sum);
}

/** 1 / (1 + e⁻ᵛ) without overflow. */
export function logistic(value: number): number {
  if (value >= 0) return 1 / (1 + Math.exp(-value));
  const power = Math.exp(value);
  return power / (1 + power);
}

/** ln(p / (1 − p)), with p kept 1e-9 away from both ends so that it stays finite. */
export function logit(probability: number): number {
  const clamped = Math.min(1 - 1e-9, Math.max(1e-9, probability));
  return Math.log(clamped / (1 - clamped));
}
