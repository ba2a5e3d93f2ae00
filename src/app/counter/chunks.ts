// Long work on the page's own thread, in chunks so small that neither a tap nor a letter waits for
// it.

const chunkSize = 250;

/** Calls `step` with each of `items`. Stops and gives false once `isOver` says so. */
export async function forEachInChunks<Item>(
  items: readonly Item[],
  step: (item: Item, index: number) => void,
  isOver: () => boolean,
): Promise<boolean> {
  for (let from = 0; from < items.length; from += chunkSize) {
    if (from > 0) await yieldToMain();
    if (isOver()) return false;
    items.slice(from, from + chunkSize).forEach((item, index) => step(item, from + index));
  }
  return true;
}

export async function yieldToMain(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
