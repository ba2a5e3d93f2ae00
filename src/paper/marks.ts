// What stands on a sheet of paper, in millimetres from its upper left corner. The same marks are
// shown on the screen, printed, and written as PDF: nothing is placed twice.

/** `sans` for what is read and ticked, `serif` for what speaks, `card` for large words, `mono`. */
export type Face = 'sans' | 'serif' | 'card' | 'mono';
export type Weight = 400 | 500 | 600;

/** The inks of paper. `guide` is for the screen alone. */
export type Tone =
  | 'ink'
  | 'ink-2'
  | 'line'
  | 'green'
  | 'green-soft'
  | 'clay'
  | 'clay-soft'
  | 'brown'
  | 'white'
  | 'guide';

export interface TextStyle {
  readonly face: Face;
  readonly weight: Weight;
  readonly pt: number;
  readonly tone: Tone;
}

export type Direction = 'ltr' | 'rtl';
/** `start` is left for what is read from the left, and right for what is read from the right. */
export type Align = 'start' | 'middle' | 'end';

export interface TextMark extends TextStyle {
  readonly kind: 'text';
  /** Where the text begins, has its middle, or ends. */
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly align: Align;
  readonly dir: Direction;
  /** One line. */
  readonly text: string;
  /** Stands on its head, turned around its own point. */
  readonly isTurned: boolean;
}

export interface LineMark {
  readonly kind: 'line';
  readonly from: Point;
  readonly to: Point;
  readonly width: number;
  readonly tone: Tone;
  readonly isDashed: boolean;
}

export interface RectMark extends Box {
  readonly kind: 'rect';
  readonly radius: number;
  readonly fill: Tone | null;
  readonly stroke: Tone | null;
  /** Of the stroke. */
  readonly width: number;
}

export interface PathMark {
  readonly kind: 'path';
  readonly segments: readonly OutlineSegment[];
  readonly fill: Tone | null;
  readonly stroke: Tone | null;
  readonly width: number;
}

export type OutlineSegment =
  | { readonly kind: 'move'; readonly to: Point }
  | { readonly kind: 'straight'; readonly to: Point }
  | {
      readonly kind: 'curve';
      readonly control1: Point;
      readonly control2: Point;
      readonly to: Point;
    }
  | { readonly kind: 'close' };

export type Mark = TextMark | LineMark | RectMark | PathMark;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly w: number;
  readonly h: number;
}

export interface PageSize {
  readonly w: number;
  readonly h: number;
}

/**
 * What a printer does to a page: a point at p lands at scale · p + shift. Drawn so, it lands where
 * it should.
 */
export interface PaperFit {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly shiftX: number;
  readonly shiftY: number;
}

export interface PaperSheet extends PageSize {
  readonly marks: readonly Mark[];
  /** Shown on the screen and never printed: where to cut and to fold, which labels are used. */
  readonly guides: readonly Mark[];
  readonly fit: PaperFit | null;
}

/** How far a text reaches from the point where it begins at its left, in millimetres. */
export interface Extent {
  readonly advance: number;
  readonly left: number;
  readonly right: number;
  readonly up: number;
  readonly down: number;
}

export type Measure = (style: TextStyle, text: string) => Extent;
