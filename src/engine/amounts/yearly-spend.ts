// Yearly spend by shrinkage (empirical Bayes with the variance components of a one-way analysis of
// variance; Searle, Casella and McCulloch 1992): amounts are capped at the shop's 99th percentile
// and means are drawn towards the shop's mean. It counts only visits that were made and promises
// nothing. It is wrong where amounts are noted for some visits and not for others like them.

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
  /** Variance within people over variance between them: pseudo-visits at the shop's mean, .5–5. */
  readonly shrink: number;
}

/** Spend of the last 52 weeks in minor units: visits × shrunk mean. 0 without a noted amount. */
export function yearlySpendOf(
  { visits, amounts, cappedSum }: SpendFacts,
  { shopMean, shrink }: SpendParams,
): number {
  if (amounts === 0) return 0;
  return (visits * (cappedSum + shrink * shopMean)) / (amounts + shrink);
}

/** Sums over everybody with at least two noted amounts, as a one-way analysis of variance needs. */
export interface SpendVariance {
  readonly people: number;
  readonly amounts: number;
  /** Sum of squared distances of amounts from their own person's mean. */
  readonly withinSquares: number;
  /** Sum of squared distances of people's means from the mean of these means. */
  readonly betweenSquares: number;
}

/** Pseudo-visits at the shop's mean by the method of moments, .5–5; 1 with too few people. */
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
