// How well a score ranks true cases before false ones, for a model's checks on its own past.

/**
 * Area under the ROC curve by ranks (Hanley and McNeil 1982), ties counting half; NaN without both
 * labels.
 */
export function areaUnderCurve(scores: readonly number[], labels: readonly boolean[]): number {
  const order = scores
    .map((_, index) => index)
    .toSorted((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let ranks = 0;
  let trues = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to += 1;
    for (let position = from; position < to; position += 1) {
      if (labels[order[position] ?? 0] !== true) continue;
      ranks += (from + to + 1) / 2;
      trues += 1;
    }
    from = to;
  }
  return (ranks - (trues * (trues + 1)) / 2) / (trues * (order.length - trues));
}
