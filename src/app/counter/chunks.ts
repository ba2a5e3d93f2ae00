// Long work on the page's own thread, in portions small enough that neither a tap nor a letter ever
// waits for it.

/** Looked at between two breaths of the page. */
const chunkSize = 250;

/**
 * Does `step` with each of `items`, in portions. False, and no more is done, once `isOver` says so.
 */
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

/** Lets the page do whatever waits. */
export async function yieldToMain(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
