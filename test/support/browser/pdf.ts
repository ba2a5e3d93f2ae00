// Reads a printed sheet back: how large its pages are and where each piece of text stands.
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One run of text: its lower start corner from the page's upper left, in millimetres. */
export interface PrintedText {
  readonly text: string;
  readonly leftMm: number;
  readonly baselineMm: number;
  readonly widthMm: number;
  readonly sizeMm: number;
}

export interface PrintedPage {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly texts: readonly PrintedText[];
}

const mmPerPoint = 25.4 / 72;

/** All pages of a PDF, in order. */
export async function pagesOf(pdf: Uint8Array): Promise<readonly PrintedPage[]> {
  // The reader takes the bytes away from whoever holds them: it gets its own copy.
  const task = getDocument({
    data: Uint8Array.from(pdf),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
  });
  const sheet = await task.promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= sheet.numPages; number += 1) {
    const page = await sheet.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    pages.push({
      widthMm: width * mmPerPoint,
      heightMm: height * mmPerPoint,
      texts: items.flatMap((item) =>
        'str' in item && item.str.trim() !== '' ? [printed(item, height)] : [],
      ),
    });
  }
  await task.destroy();
  return pages;
}

function printed(
  item: { str: string; transform: unknown[]; width: number; height: number },
  pageHeight: number,
): PrintedText {
  return {
    text: item.str,
    leftMm: Number(item.transform[4]) * mmPerPoint,
    baselineMm: (pageHeight - Number(item.transform[5])) * mmPerPoint,
    widthMm: item.width * mmPerPoint,
    sizeMm: item.height * mmPerPoint,
  };
}
