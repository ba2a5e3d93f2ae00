// Draws every text of the sheets and writes them as one PDF file. Other work has its turn between
// texts: a page of drawing takes a slow tablet a second.

import type { PaperSheet, TextMark } from '#paper/marks.ts';
import { dotsPerMmFor, placedWords, type TextPicture } from '#paper/pdf/text-picture.ts';
import { writePdf } from '#paper/pdf/write-pdf.ts';
import { deflate } from '#platform/files/deflate.ts';
import { drawText, measureText } from '#platform/device/text-pictures.ts';
import { canvasText } from './canvas-text.ts';

/** At a stretch, in milliseconds. */
const maxStretch = 24;

/** Null once `signal` says that nobody waits any more. */
export async function makePdf(
  sheets: readonly PaperSheet[],
  name: string,
  signal?: AbortSignal,
): Promise<File | null> {
  const texts = sheets.flatMap(({ marks }) => marks.filter((mark) => mark.kind === 'text'));
  const pictures = await picturesOfTexts(texts, signal);
  if (signal?.aborted === true) return null;
  const bytes = await writePdf(
    sheets,
    { pictures, deflate },
    { language: document.documentElement.lang },
  );
  return new File([bytes], name, { type: 'application/pdf' });
}

async function picturesOfTexts(
  texts: readonly TextMark[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<TextMark, TextPicture>> {
  const pictures = new Map<TextMark, TextPicture>();
  // The same words in the same look, such as a return address on each label, are drawn once.
  const drawn = new Map<string, TextPicture>();
  let since = performance.now();
  for (const mark of texts) {
    const asked = canvasText(mark, mark.text);
    const key = `${asked.font} ${mark.text}`;
    const picture = drawn.get(key) ?? pictureOfText(mark);
    drawn.set(key, picture);
    pictures.set(mark, picture);
    if (performance.now() - since > maxStretch) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
      if (signal?.aborted === true) return pictures;
    }
  }
  return pictures;
}

function pictureOfText(mark: TextMark): TextPicture {
  const dotsPerMm = dotsPerMmFor(mark.pt);
  const { advance, ...picture } = drawText(canvasText(mark, mark.text));
  const words = placedWords(
    mark,
    (text) => measureText(canvasText(mark, text)).advance / dotsPerMm,
  );
  return { ...picture, dotsPerMm, advance: advance / dotsPerMm, words };
}
