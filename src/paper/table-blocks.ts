// Tables as rows that a page is filled with: no row is split, and the headings stand on each page.

import { boxMark, lineMark } from './box-marks.ts';
import type { FlowBlock } from './flow-pages.ts';
import type { Measure, TextStyle } from './marks.ts';
import { gap, paragraph, stacked, textStyle, type Block } from './text-blocks.ts';

export interface TableColumn {
  /** Of the whole column, in millimetres. */
  readonly width: number;
  readonly heading: string;
}

/** A piece of a cell, on lines of its own. */
export interface CellPart {
  readonly text: string;
  readonly style: TextStyle;
}

export type Cell =
  | { readonly kind: 'words'; readonly parts: readonly CellPart[] }
  /** A box to tick, with a word behind it or none. */
  | { readonly kind: 'box'; readonly word: string };

export type TableRow =
  /** Words across the table, kept with the row below. */
  | { readonly kind: 'group'; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly Cell[]; readonly minHeight?: number };

const between = 3;
const padding = 4;
const boxSize = 6;
const cellLeading = 1.42;

export const cellText = textStyle(11.5);
const headingText = textStyle(11, { weight: 600 });
const groupText = textStyle(13, { face: 'serif', weight: 600 });

export function words(text: string, change: Partial<TextStyle> = {}): Cell {
  return { kind: 'words', parts: text === '' ? [] : [{ text, style: { ...cellText, ...change } }] };
}

/** The headings of the columns with a strong line below. */
export function tableHead(columns: readonly TableColumn[], measure: Measure): Block {
  const cells = columns.map(({ heading, width }) =>
    paragraph(heading, { style: headingText, width: width - between, leading: 1.3 }, measure),
  );
  return ruled(sideBySide(cells, columns), columns, { above: 0, below: 2, width: 0.5 });
}

export function tableRows(
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  measure: Measure,
): readonly FlowBlock[] {
  return rows.map((row) => {
    if (row.kind === 'group') {
      const look = { style: groupText, width: widthOf(columns), leading: 1.3 };
      const block = paragraph(row.text, look, measure);
      return { ...ruled(block, columns, { above: 5, below: 1.5, width: 0.2 }), leads: true };
    }
    const cells = row.cells.map((cell, place) => {
      // The last one of a short row has the rest of the line.
      const own = place === row.cells.length - 1 ? columns.slice(place) : [columns[place]];
      return cellBlock(cell, widthOf(own) - between, measure);
    });
    const least = (row.minHeight ?? 0) - 2 * padding;
    const filled = [...cells, gap(Math.max(boxSize, least))];
    return ruled(sideBySide(filled, columns), columns, {
      above: padding,
      below: padding,
      width: 0.2,
    });
  });
}

function cellBlock(cell: Cell, width: number, measure: Measure): Block {
  if (cell.kind === 'words')
    return stacked(
      cell.parts.map(({ text, style }) =>
        paragraph(text, { style, width, leading: cellLeading }, measure),
      ),
    );
  const room = width - boxSize - 1.5;
  const word = paragraph(
    cell.word,
    { style: cellText, width: room, leading: cellLeading },
    measure,
  );
  return {
    height: Math.max(boxSize, word.height),
    draw: ({ x, y }) => [
      boxMark({ x: x + 0.2, y: y + 0.2, w: boxSize - 0.4, h: boxSize - 0.4 }, { radius: 1 }),
      ...word.draw({ x: x + boxSize + 1.5, y: y + 0.4 }),
    ],
  };
}

function sideBySide(cells: readonly Block[], columns: readonly TableColumn[]): Block {
  return {
    height: Math.max(0, ...cells.map(({ height }) => height)),
    draw({ x, y }) {
      let left = x;
      return cells.flatMap((cell, place) => {
        const marks = cell.draw({ x: left, y });
        left += columns[place]?.width ?? 0;
        return marks;
      });
    },
  };
}

interface Rule {
  readonly above: number;
  readonly below: number;
  readonly width: number;
}

function ruled(block: Block, columns: readonly TableColumn[], rule: Rule): Block {
  const height = rule.above + block.height + rule.below;
  const tone = rule.width > 0.3 ? 'ink' : 'line';
  return {
    height,
    draw: ({ x, y }) => [
      ...block.draw({ x, y: y + rule.above }),
      lineMark(
        { x, y: y + height },
        { x: x + widthOf(columns), y: y + height },
        {
          tone,
          width: rule.width,
        },
      ),
    ],
  };
}

function widthOf(columns: readonly (TableColumn | undefined)[]): number {
  return columns.reduce((sum, column) => sum + (column?.width ?? 0), 0);
}
