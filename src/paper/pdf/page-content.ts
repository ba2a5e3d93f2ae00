// What a page of the PDF is drawn with. Points of 1/72 inch from the lower left corner there,
// millimetres from the upper left corner here.

import type { Mark, PathMark, RectMark, PaperSheet, TextMark, Tone } from '#paper/marks.ts';
import { mmPerPoint } from '#paper/points.ts';
import { toneColours } from '#paper/tone-colours.ts';
import { pdfNumber } from './pdf-objects.ts';
import { leftEnd, type TextPicture } from './text-picture.ts';
import type { UnseenFonts } from './unseen-fonts.ts';

export interface PageInk {
  /** The picture of each text that has ink, with the name under which the page knows it. */
  readonly pictures: ReadonlyMap<TextMark, NamedPicture>;
  readonly fonts: UnseenFonts;
}

export interface NamedPicture {
  readonly name: string;
  readonly picture: TextPicture;
}

export function pageContent(sheet: PaperSheet, ink: PageInk): string {
  const flipped = [1 / mmPerPoint, 0, 0, -1 / mmPerPoint, 0, sheet.h / mmPerPoint];
  const { fit } = sheet;
  const fitted =
    fit === null
      ? []
      : [
          matrix([
            1 / fit.scaleX,
            0,
            0,
            1 / fit.scaleY,
            -fit.shiftX / fit.scaleX,
            -fit.shiftY / fit.scaleY,
          ]),
        ];
  return [
    matrix(flipped),
    ...fitted,
    '1 J 1 j',
    ...sheet.marks.flatMap((mark) => drawnMark(mark, ink)),
  ].join('\n');
}

function drawnMark(mark: Mark, ink: PageInk): readonly string[] {
  switch (mark.kind) {
    case 'text':
      return drawnText(mark, ink);
    case 'line': {
      const dash = mark.isDashed ? '[2 1.5] 0 d' : '[] 0 d';
      const { from, to, width, tone } = mark;
      return [
        `q ${dash} 0 J ${colour(tone, 'RG')} ${pdfNumber(width)} w`,
        `${numbers(from.x, from.y)} m ${numbers(to.x, to.y)} l S Q`,
      ];
    }
    case 'rect':
      return painted(mark, rectOutline(mark));
    case 'path':
      return painted(mark, pathOutline(mark));
  }
}

function painted(
  { fill, stroke, width }: Pick<RectMark, 'fill' | 'stroke' | 'width'>,
  outline: string,
): readonly string[] {
  const look = [
    fill === null ? '' : colour(fill, 'rg'),
    stroke === null ? '' : `${colour(stroke, 'RG')} ${pdfNumber(width)} w`,
  ];
  const paint = fill === null ? 'S' : stroke === null ? 'f' : 'B';
  return [look.filter((part) => part !== '').join(' '), `${outline} ${paint}`];
}

/** The picture of a text in its colour, and the same words unseen. */
function drawnText(mark: TextMark, { pictures, fonts }: PageInk): readonly string[] {
  const named = pictures.get(mark);
  if (named === undefined) return [];
  const { name, picture } = named;
  const x = leftEnd(mark, picture.advance);
  const placed = mark.isTurned
    ? matrix([-1, 0, 0, -1, 2 * mark.x - x, mark.y])
    : matrix([1, 0, 0, 1, x, mark.y]);
  const [w, h] = [picture.columns / picture.dotsPerMm, picture.rows / picture.dotsPerMm];
  const left = picture.left / picture.dotsPerMm;
  const lower = h - picture.up / picture.dotsPerMm;
  return [
    `q ${placed} ${colour(mark.tone, 'rg')}`,
    // A picture is one unit wide and high, and upside down in coordinates that grow downwards.
    ...(w === 0 || h === 0 ? [] : [`q ${matrix([w, 0, 0, -h, -left, lower])} /${name} Do Q`]),
    ...unseenWords(mark, picture, fonts),
    'Q',
  ];
}

function unseenWords(
  { pt }: TextMark,
  { words }: TextPicture,
  fonts: UnseenFonts,
): readonly string[] {
  const size = pt * mmPerPoint;
  const shown = words.map(({ text, from, to }) => {
    const pieces = fonts.codedText(text);
    const letters = pieces.reduce((sum, piece) => sum + piece.letters, 0);
    const stretch = ((to - from) / letters / size) * 100;
    const codes = pieces.map((piece) => `/${piece.font} ${pdfNumber(size)} Tf <${piece.codes}> Tj`);
    return `${pdfNumber(stretch)} Tz 1 0 0 -1 ${pdfNumber(from)} 0 Tm ${codes.join(' ')}`;
  });
  return shown.length === 0 ? [] : [`BT 3 Tr ${shown.join(' ')} ET`];
}

/** How far the round corner's curve is pulled: what makes it look like a circle. */
const roundness = 0.5523;

function rectOutline({ x, y, w, h, radius: r }: RectMark): string {
  if (r === 0) return `${numbers(x, y, w, h)} re`;
  const pull = r * (1 - roundness);
  const [right, bottom] = [x + w, y + h];
  return [
    `${numbers(x + r, y)} m ${numbers(right - r, y)} l`,
    `${numbers(right - pull, y, right, y + pull, right, y + r)} c`,
    `${numbers(right, bottom - r)} l`,
    `${numbers(right, bottom - pull, right - pull, bottom, right - r, bottom)} c`,
    `${numbers(x + r, bottom)} l`,
    `${numbers(x + pull, bottom, x, bottom - pull, x, bottom - r)} c`,
    `${numbers(x, y + r)} l`,
    `${numbers(x, y + pull, x + pull, y, x + r, y)} c h`,
  ].join(' ');
}

function pathOutline({ segments }: PathMark): string {
  return segments
    .map((segment) => {
      switch (segment.kind) {
        case 'move':
          return `${numbers(segment.to.x, segment.to.y)} m`;
        case 'straight':
          return `${numbers(segment.to.x, segment.to.y)} l`;
        case 'curve': {
          const { control1, control2, to } = segment;
          return `${numbers(control1.x, control1.y, control2.x, control2.y, to.x, to.y)} c`;
        }
        case 'close':
          return 'h';
      }
    })
    .join(' ');
}

function colour(tone: Tone, operator: 'rg' | 'RG'): string {
  return `${toneColours[tone].map((part) => pdfNumber(part / 255)).join(' ')} ${operator}`;
}

function matrix(values: readonly number[]): string {
  // Fine: a matrix multiplies everything below it.
  return `${values.map((value) => String(Math.round(value * 1e6) / 1e6)).join(' ')} cm`;
}

function numbers(...values: readonly number[]): string {
  return values.map(pdfNumber).join(' ');
}
