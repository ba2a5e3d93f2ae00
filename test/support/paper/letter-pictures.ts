// Pictures of text without a browser: each letter a solid box, as `plainMeasure` measures it.
import type { PaperSheet, TextMark } from '#paper/marks.ts';
import { dotsPerMmFor, placedWords, type TextPicture } from '#paper/pdf/text-picture.ts';
import { plainMeasure } from './plain-measure.ts';

export function letterPictures(sheets: readonly PaperSheet[]): ReadonlyMap<TextMark, TextPicture> {
  const texts = sheets.flatMap(({ marks }) => marks.filter((mark) => mark.kind === 'text'));
  return new Map(texts.map((mark) => [mark, pictureOf(mark)]));
}

function pictureOf(mark: TextMark): TextPicture {
  const dotsPerMm = dotsPerMmFor(mark.pt);
  const { advance, up, down } = plainMeasure(mark, mark.text);
  const columns = Math.round(advance * dotsPerMm);
  const rows = Math.round((up + down) * dotsPerMm);
  const bytes = Math.ceil(columns / 8);
  return {
    columns,
    rows,
    bits: new Uint8Array(bytes * rows).fill(0xff),
    left: 0,
    up: Math.round(up * dotsPerMm),
    dotsPerMm,
    advance,
    words: placedWords(mark, (text) => plainMeasure(mark, text).advance),
  };
}
