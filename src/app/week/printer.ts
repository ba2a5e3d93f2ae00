// How the screens reach the printer.

import { fontsReady, setPaperSize, printPage, type PaperSize } from '#platform/device/printing.ts';

export type { PaperSize };

/** The printer as a screen needs it. */
export interface Printer {
  /** Lays in paper of this size until the returned function is called. */
  readonly setPaper: (paper: PaperSize) => () => void;
  /** Resolves once text stands where it will stand on paper. */
  readonly ready: () => Promise<void>;
  /** Opens the system's print sheet. Nobody can tell afterwards whether paper came out. */
  readonly print: () => Promise<void>;
}

/** The printer of this tablet. */
export const printer: Printer = { setPaper: setPaperSize, ready: fontsReady, print: printPage };
