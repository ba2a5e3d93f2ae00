// How the screens reach the printer.

import { facesReady, layPaper, printPage, type PaperSize } from '#platform/device/printing.ts';

export type { PaperSize };

/** The printer as a screen needs it. */
export interface Press {
  /** Lays in paper of this size until the returned function is called. */
  readonly lay: (paper: PaperSize) => () => void;
  /** Resolves once text stands where it will stand on paper. */
  readonly ready: () => Promise<void>;
  /** Opens the system's print sheet. Nobody can tell afterwards whether paper came out. */
  readonly print: () => Promise<void>;
}

/** The printer of this tablet. */
export const press: Press = { lay: layPaper, ready: facesReady, print: printPage };
