// Finds the few highest of many scores without sorting by comparison, which is slow.

/** The indexes of the `count` highest scores, the highest first; ties by index. */
export function topK(scores: Float64Array, count: number): readonly number[] {
  const threshold =
    count >= scores.length ? -Infinity : (scores.toSorted()[scores.length - count] ?? 0);
  const places: number[] = [];
  for (let place = 0; place < scores.length; place += 1)
    if ((scores[place] ?? 0) >= threshold) places.push(place);
  return places.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, count);
}
