// What the shop knows of its printers and label sheets, all in millimetres.

/** How one printer draws on one paper: on paper = scale × drawn + shift, each axis alone. */
export interface PrinterFit {
  readonly printer: string;
  /** The paper's name: "a4", "c6". */
  readonly paper: string;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly shiftX: number;
  readonly shiftY: number;
}

/** A label sheet that the owner measured. */
export interface OwnLabels {
  readonly paper: 'a4' | 'letter';
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  /** From the left edge of one label to that of the next, and from top to top. */
  readonly pitchX: number;
  readonly pitchY: number;
  readonly left: number;
  readonly top: number;
}
