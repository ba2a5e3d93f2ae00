/** The height of a row, and whether it must not stand alone at the foot of a page. */
export interface RowHeight {
  readonly height: number;
  /** A heading: it goes wherever the row below it goes. */
  readonly leads: boolean;
}

/** The room of rows on the first page and on each further one, in the unit of the heights. */
export interface PageRoom {
  readonly first: number;
  readonly next: number;
}

/** The numbers of the rows on each page. One that is higher than a page gets a page of its own. */
export function paginate(
  rows: readonly RowHeight[],
  room: PageRoom,
): readonly (readonly number[])[] {
  const pages: number[][] = [[]];
  let left = room.first;
  for (const block of blocksOf(rows)) {
    const height = block.reduce((sum, row) => sum + (rows[row]?.height ?? 0), 0);
    const isBegun = (pages.at(-1)?.length ?? 0) > 0;
    if (isBegun && height > left) {
      pages.push([]);
      left = room.next;
    }
    pages.at(-1)?.push(...block);
    left -= height;
  }
  return pages;
}

// A heading and the row that it leads stay together.
function blocksOf(rows: readonly RowHeight[]): readonly (readonly number[])[] {
  const blocks: number[][] = [];
  for (const number of rows.keys()) {
    if (rows[number - 1]?.leads === true) blocks.at(-1)?.push(number);
    else blocks.push([number]);
  }
  return blocks;
}
