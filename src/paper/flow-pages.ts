// Fills pages with blocks, one under another, none split, each page with its foot.

import type { Mark, PageSize, PaperSheet } from './marks.ts';
import { paginate } from './paginate.ts';
import { stacked, type Block } from './text-blocks.ts';

/** A block, and whether it must not be the last one of a page: a heading. */
export interface FlowBlock extends Block {
  readonly leads?: boolean;
}

export interface PageFrame {
  readonly size: PageSize;
  readonly margin: number;
  /** On the first page alone. */
  readonly head: Block;
  /** Above the blocks of every page: the headings of a table. */
  readonly again: Block;
  readonly foot: (page: number, pages: number) => Block;
}

export function flowPages(blocks: readonly FlowBlock[], frame: PageFrame): readonly PaperSheet[] {
  const { size, margin, head, again, foot } = frame;
  const next = size.h - 2 * margin - again.height - foot(1, 1).height;
  const heights = blocks.map(({ height, leads = false }) => ({ height, leads }));
  const pages = paginate(heights, { first: next - head.height, next });
  return pages.map((numbers, place) => {
    const shown = numbers.flatMap((number) => blocks[number] ?? []);
    const body = stacked([...(place === 0 ? [head] : []), again, ...shown]);
    const bottom = foot(place + 1, pages.length);
    const marks = [
      ...body.draw({ x: margin, y: margin }),
      ...bottom.draw({ x: margin, y: size.h - margin - bottom.height }),
    ];
    return sheetWith(size, marks);
  });
}

export function sheetWith(
  { w, h }: PageSize,
  marks: readonly Mark[],
  guides: readonly Mark[] = [],
): PaperSheet {
  return { w, h, marks, guides, fit: null };
}
