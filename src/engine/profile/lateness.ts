// Believes that people keep their own rhythm: someone silent for several of their own gaps may be
// leaving. A rhythm of few gaps is drawn towards the shop's by one pseudo-gap. Serious on regular
// logs (area under the curve .71 on a grocery log), weak where visits are sparse; a later model may
// put a fitted chance in its place. Wrong for people whose life has changed, which only a note can
// tell.

/** What is known of one person's gaps, all in open days. */
export interface LatenessInput {
  /** Median of the own gaps and how many there are. */
  readonly medianOpenDays: number;
  readonly gaps: number;
  /** Silence since the last visit day. */
  readonly silentOpen: number;
}

/** How the model is set. */
export interface LatenessParams {
  /**
   * The shop's typical gap, in open days; greater than 0. Source: the shop's own histories, 10
   * before there are any.
   */
  readonly shopMedianGap: number;
}

/**
 * How many of their own typical gaps somebody has been silent for: 1 is due, 2.5 is late. At least
 * 0, never falls as silence grows.
 */
export function lateness(
  { medianOpenDays, gaps, silentOpen }: LatenessInput,
  { shopMedianGap }: LatenessParams,
): number {
  const shrunkGap = (gaps * medianOpenDays + shopMedianGap) / (gaps + 1);
  return silentOpen / Math.max(0.5, shrunkGap);
}
