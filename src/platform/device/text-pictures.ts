// Measures and draws text on a canvas, as this browser shapes it: any script, any letter it has a
// font for. Sizes are in dots.

/** A text in one line; `font` is as style sheets say it, with the size in px, here dots. */
export interface CanvasText {
  readonly font: string;
  readonly text: string;
  readonly direction: 'ltr' | 'rtl';
}

/** How far a text reaches from its left end on the baseline. */
export interface CanvasExtent {
  readonly advance: number;
  readonly left: number;
  readonly right: number;
  readonly up: number;
  readonly down: number;
}

/** One bit a dot, 1 for ink, each row padded to whole bytes. */
export interface CanvasPicture {
  readonly columns: number;
  readonly rows: number;
  readonly bits: Uint8Array;
  /** From the text's left end and baseline to the picture's upper left corner. */
  readonly left: number;
  readonly up: number;
  readonly advance: number;
}

export function measureText(text: CanvasText): CanvasExtent {
  const measured = penFor(text).measureText(text.text);
  return {
    advance: measured.width,
    left: measured.actualBoundingBoxLeft,
    right: measured.actualBoundingBoxRight,
    up: measured.actualBoundingBoxAscent,
    down: measured.actualBoundingBoxDescent,
  };
}

/** Dots around what was measured: fonts paint a little beyond what they say. */
const spare = 3;

export function drawText(text: CanvasText): CanvasPicture {
  const { advance, left, right, up, down } = measureText(text);
  const columns = Math.ceil(left + right) + 2 * spare;
  const rows = Math.ceil(up + down) + 2 * spare;
  // Whole dots from the corner, so that the baseline stands on a dot.
  const [fromLeft, fromTop] = [Math.ceil(left) + spare, Math.ceil(up) + spare];
  const shown = { ...text, columns, rows: rows + 1, fromLeft, fromTop };
  const bits = inkBits(shown);
  return { columns, rows: rows + 1, bits, left: fromLeft, up: fromTop, advance };
}

/** Whether this browser has no picture of its own for `letter` and would print an empty box. */
export function isLetterMissing(letter: string): boolean {
  const known = missingLetters.get(letter);
  if (known !== undefined) return known;
  const isMissing = looksLike(letter, noLetter);
  missingLetters.set(letter, isMissing);
  return isMissing;
}

// Never a letter: whatever stands for it stands for all that is missing.
const noLetter = '\u{10FFFF}';
const missingLetters = new Map<string, boolean>();
const probe = { font: '32px sans-serif', direction: 'ltr', columns: 64, rows: 64 } as const;

function looksLike(letter: string, other: string): boolean {
  const [mine, theirs] = [letter, other].map((text) =>
    inkBits({ ...probe, text, fromLeft: 12, fromTop: 46 }),
  );
  return mine !== undefined && mine.every((bits, place) => bits === theirs?.[place]);
}

interface ShownText extends CanvasText {
  readonly columns: number;
  readonly rows: number;
  readonly fromLeft: number;
  readonly fromTop: number;
}

// Half covered counts as ink.
const inkFrom = 128;

function inkBits(text: ShownText): Uint8Array {
  const { columns, rows, fromLeft, fromTop } = text;
  const pen = penFor(text);
  // A new size also wipes the canvas, and forgets the font.
  pen.canvas.width = columns;
  pen.canvas.height = rows;
  penFor(text).fillText(text.text, fromLeft, fromTop);
  const { data } = pen.getImageData(0, 0, columns, rows);
  const bytesPerRow = Math.ceil(columns / 8);
  const bits = new Uint8Array(bytesPerRow * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const opacity = data[(row * columns + column) * 4 + 3] ?? 0;
      if (opacity < inkFrom) continue;
      const byte = row * bytesPerRow + (column >> 3);
      bits[byte] = (bits[byte] ?? 0) | (0x80 >> (column & 7));
    }
  }
  return bits;
}

let canvas: HTMLCanvasElement | null = null;

function penFor({ font, direction }: CanvasText): CanvasRenderingContext2D {
  canvas ??= document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('This browser gives no canvas to draw text on');
  pen.font = font;
  pen.direction = direction;
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  return pen;
}
