// How well a score puts those it should before the others, for checks that a model makes on the
// shop's own past.

/**
 * Area under the ROC curve: the chance that a true case scores higher than a false one, ties
 * counting half. NaN without both kinds.
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
    for (let place = from; place < to; place += 1) {
      if (labels[order[place] ?? 0] !== true) continue;
      ranks += (from + to + 1) / 2;
      trues += 1;
    }
    from = to;
  }
  return (ranks - (trues * (trues + 1)) / 2) / (trues * (order.length - trues));
}
