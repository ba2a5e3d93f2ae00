// What pages of words have in common: a head with the shop's name and a title, and a foot.

import { lineMark } from './box-marks.ts';
import type { Measure, PageSize } from './marks.ts';
import { baselineIn, mmPerPoint } from './points.ts';
import { gap, paragraph, stacked, textMark, textStyle, type Block } from './text-blocks.ts';

export interface HeadWords {
  readonly shop: string;
  readonly title: string;
  /** Below the title; empty for none. */
  readonly lead: string;
}

export interface FootWords {
  /** At the left: when it was printed. */
  readonly start: string;
  /** In the middle, strong: when to shred it. */
  readonly middle: string;
  readonly page: (page: number, pages: number) => string;
}

/** Of all pages of words. */
export const pageMargin = 15;

const shopText = textStyle(11.5, { face: 'serif' });
const titleText = textStyle(26, { face: 'serif', weight: 600 });
const leadText = textStyle(11.5);
const footText = textStyle(11);

export function pageHead(head: HeadWords, width: number, measure: Measure): Block {
  return stacked([
    paragraph(head.shop, { style: shopText, width, leading: 1.3 }, measure),
    gap(1.5),
    paragraph(head.title, { style: titleText, width, leading: 1.15 }, measure),
    gap(2.5),
    paragraph(head.lead, { style: leadText, width, leading: 1.45 }, measure),
    gap(6),
  ]);
}

/** A line, and three pieces of text below it. */
export function pageFoot(foot: FootWords, size: PageSize): (page: number, pages: number) => Block {
  const width = size.w - 2 * pageMargin;
  const lineHeight = footText.pt * mmPerPoint * 1.4;
  return (page, pages) => ({
    height: 2.5 + lineHeight,
    draw({ x, y }) {
      const base = y + 2.5 + baselineIn(lineHeight, footText.pt);
      const strong = { ...footText, weight: 600 } as const;
      const middle = { x: x + width / 2, y: base, align: 'middle' } as const;
      return [
        lineMark({ x, y }, { x: x + width, y }),
        leftAligned(foot.start, x, base),
        ...(foot.middle === '' ? [] : [textMark(foot.middle, strong, middle)]),
        textMark(foot.page(page, pages), footText, { x: x + width, y: base, align: 'end' }),
      ];
    },
  });
}

function leftAligned(text: string, x: number, y: number): ReturnType<typeof textMark> {
  return textMark(text, footText, { x, y });
}
