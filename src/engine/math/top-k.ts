// Finds the few highest of many scores without sorting by comparison, which is slow.

/** The indexes of the `count` highest scores, the highest first; ties by index. */
export function topK(scores: Float64Array, count: number): readonly number[] {
  const threshold =
    count >= scores.length ? -Infinity : (scores.toSorted()[scores.length - count] ?? 0);
  const indexes: number[] = [];
  for (let index = 0; index < scores.length; index += 1)
    if ((scores[index] ?? 0) >= threshold) indexes.push(index);
  return indexes.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, count);
}
