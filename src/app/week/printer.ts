import { fontsReady, setPaperSize, printPage, type PaperSize } from '#platform/device/printing.ts';

export type { PaperSize };

export interface Printer {
  /** Sets the paper size until the returned function is called. */
  readonly setPaper: (paper: PaperSize) => () => void;
  /** Resolves once the fonts are loaded and text has its final layout. */
  readonly ready: () => Promise<void>;
  /** Opens the system's print sheet. Nobody can tell afterwards whether paper came out. */
  readonly print: () => Promise<void>;
}

export const printer: Printer = { setPaper: setPaperSize, ready: fontsReady, print: printPage };
