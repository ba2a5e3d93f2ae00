// What a screen needs to put sheets on paper: how wide text is, the system's print sheet, and a PDF
// to send or to save. Tests have a printer of their own.

import { faceFamilies } from '#paper/face-families.ts';
import type { Measure, PageSize, PaperSheet } from '#paper/marks.ts';
import { isAppleTouch } from '#platform/device/apple-touch.ts';
import { loadFonts, printPage, setPageSize } from '#platform/device/printing.ts';
import { isLetterMissing } from '#platform/device/text-pictures.ts';
import { canShareFile, downloadFile, shareFile } from '#platform/files/files.ts';
import { measureOnCanvas } from './measure-on-canvas.ts';
import { makePdf } from './make-pdf.ts';

export interface Printer {
  /** Sets the paper size until the returned function is called. */
  readonly setPage: (size: PageSize) => () => void;
  /** Resolves once the fonts of paper are loaded and text has its final width. */
  readonly ready: () => Promise<void>;
  readonly measure: Measure;
  /** Whether this device has a picture of a letter, so that no empty box is printed. */
  readonly isMissing: (letter: string) => boolean;
  /** Opens the system's print sheet. Nobody can tell afterwards whether paper came out. */
  readonly print: () => Promise<void>;
  /** Null once `signal` says that nobody waits any more. */
  readonly makePdf: (
    sheets: readonly PaperSheet[],
    name: string,
    signal?: AbortSignal,
  ) => Promise<File | null>;
  /** Whether a file can be handed to another app; else it is saved. */
  readonly canShare: (file: File) => boolean;
  /** Straight from a tap. False when it was not sent. */
  readonly share: (file: File) => Promise<boolean>;
  readonly save: (file: File) => void;
  /** Printing from a web page is unreliable on Apple's tablets: the file comes first there. */
  readonly isPdfFirst: boolean;
}

// A letter of each file that a face consists of.
const lettersOfFaces = 'aŁ';

export function browserPrinter(): Printer {
  return {
    setPage: setPageSize,
    ready: () => loadFonts(fontsOfPaper(), lettersOfFaces),
    measure: measureOnCanvas(),
    isMissing: isLetterMissing,
    print: printPage,
    makePdf,
    canShare: canShareFile,
    share: shareFile,
    save: (file) => downloadFile(file, file.name),
    isPdfFirst: isAppleTouch(),
  };
}

function fontsOfPaper(): readonly string[] {
  return [
    `400 20px ${faceFamilies.serif}`,
    `600 20px ${faceFamilies.serif}`,
    `400 20px ${faceFamilies.card}`,
  ];
}
