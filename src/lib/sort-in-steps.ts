// A stable sort of a long list in small pieces: between two of them whoever waits has a turn.

/** So many are sorted, or so many pairs merged, between two pauses. */
const stepSize = 500;

/** `items` in order, equals as they were; `pause` is awaited between the pieces. */
export async function sortInSteps<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
  pause: () => Promise<void>,
): Promise<readonly Item[]> {
  let runs: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += stepSize) {
    runs.push(items.slice(from, from + stepSize).toSorted(compare));
    await pause();
  }
  while (runs.length > 1) runs = await mergePairs(runs, compare, pause);
  return runs[0] ?? [];
}

async function mergePairs<Item>(
  runs: readonly (readonly Item[])[],
  compare: (a: Item, b: Item) => number,
  pause: () => Promise<void>,
): Promise<(readonly Item[])[]> {
  const merged: (readonly Item[])[] = [];
  for (let place = 0; place < runs.length; place += 2) {
    const [one = [], other = []] = runs.slice(place, place + 2);
    merged.push(await mergeTwo(one, other, { compare, pause }));
  }
  return merged;
}

async function mergeTwo<Item>(
  one: readonly Item[],
  other: readonly Item[],
  { compare, pause }: MergeMeans<Item>,
): Promise<readonly Item[]> {
  const merged: Item[] = [];
  let [a, b] = [0, 0];
  while (a < one.length && b < other.length) {
    const [left, right] = [one[a], other[b]];
    if (left === undefined || right === undefined) break;
    if (compare(left, right) <= 0) {
      merged.push(left);
      a += 1;
    } else {
      merged.push(right);
      b += 1;
    }
    if (merged.length % stepSize === 0) await pause();
  }
  return [...merged, ...one.slice(a), ...other.slice(b)];
}

interface MergeMeans<Item> {
  readonly compare: (a: Item, b: Item) => number;
  readonly pause: () => Promise<void>;
}
