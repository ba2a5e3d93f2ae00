// Believes that a person's spend per visit is near the shop's until their own visits say otherwise,
// and that one huge receipt is an accident: amounts are cut at the shop's 99th percentile and means
// drawn towards the shop's mean. Counts only the visits that were made, so it promises nothing
// about the future. Wrong where amounts are noted for some visits and not for others like them.

/** One person's last 52 weeks. Money in minor units. */
export interface SpendFacts {
  readonly visits: number;
  /** Visits with a noted amount, and the sum of these amounts, each cut at the shop's cap. */
  readonly amounts: number;
  readonly cappedSum: number;
}

/** How the model is set, from the shop's own amounts. */
export interface SpendParams {
  /** Mean of all capped amounts, minor units. */
  readonly shopMean: number;
  /**
   * Variance within people over variance between them: how many pseudo-visits of the shop's mean.
   * Range .5–5.
   */
  readonly shrink: number;
}

/**
 * Expected spend of the last 52 weeks in minor units: visits times the shrunk mean. 0 for somebody
 * without a noted amount.
 */
export function yearlySpendOf(
  { visits, amounts, cappedSum }: SpendFacts,
  { shopMean, shrink }: SpendParams,
): number {
  if (amounts === 0) return 0;
  return (visits * (cappedSum + shrink * shopMean)) / (amounts + shrink);
}

/**
 * Sums over everybody with at least two noted amounts, from which the pull towards the shop's mean
 * is found.
 */
export interface SpendVariance {
  readonly people: number;
  readonly amounts: number;
  /** Sum of squared distances of amounts from their own person's mean. */
  readonly withinSquares: number;
  /** Sum of squared distances of people's means from the mean of these means. */
  readonly betweenSquares: number;
}

/**
 * The number of pseudo-visits for `SpendParams.shrink`, kept within .5–5; 1 when too few people are
 * known.
 */
export function spendShrinkageOf({
  people,
  amounts,
  withinSquares,
  betweenSquares,
}: SpendVariance): number {
  if (people < 2 || amounts <= people) return 1;
  const within = withinSquares / (amounts - people);
  const between = betweenSquares / (people - 1) - (within * people) / amounts;
  return between <= 0 ? 5 : Math.min(5, Math.max(0.5, within / between));
}
