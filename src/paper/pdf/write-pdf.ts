// Sheets as a PDF file of our own writing. Each text is a picture in black and white, drawn by the
// browser, for no library of ours could shape every script; the same words lie unseen under it.
// What compresses is passed in.

import type { PaperSheet, TextMark } from '#paper/marks.ts';
import { mmPerPoint } from '#paper/points.ts';
import { pageContent, type NamedPicture } from './page-content.ts';
import { latin, pdfFile, pdfNumber, type PdfFile } from './pdf-objects.ts';
import type { TextPicture } from './text-picture.ts';
import { unseenFonts, type UnseenFonts } from './unseen-fonts.ts';

export interface PdfHelpers {
  /** The pictures of all texts, by their marks. */
  readonly pictures: ReadonlyMap<TextMark, TextPicture>;
  /** As zlib does. */
  readonly deflate: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** What programs show as the file's title. */
export interface PdfInfo {
  readonly language: string;
}

export async function writePdf(
  sheets: readonly PaperSheet[],
  helpers: PdfHelpers,
  info: PdfInfo,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = pdfFile();
  const root = file.reserve();
  const tree = file.reserve();
  const texts = [...helpers.pictures.values()].flatMap(({ words }) =>
    words.map(({ text }) => text),
  );
  const fonts = unseenFonts(texts, file);
  const pages = await Promise.all(
    sheets.map((sheet) => preparedPage(sheet, { helpers, file, fonts })),
  );
  const written = new Map<TextPicture, number>();
  const numbers = pages.map((page) => writePage(page, { file, fonts, tree, written }));
  const kids = numbers.map((number) => `${number} 0 R`).join(' ');
  file.setObject(tree, `<</Type/Pages/Kids[${kids}]/Count ${numbers.length}>>`);
  // Labels that are made a little smaller to fit the page miss their sheet.
  const view = '/ViewerPreferences<</PrintScaling/None>>';
  file.setObject(root, `<</Type/Catalog/Pages ${tree} 0 R/Lang(${info.language})${view}>>`);
  return file.finish(root);
}

interface PreparedPage {
  readonly sheet: PaperSheet;
  readonly content: Uint8Array;
  readonly pictures: readonly PackedPicture[];
}

interface PackedPicture {
  readonly name: string;
  readonly picture: TextPicture;
  readonly packed: Uint8Array;
}

interface Preparing {
  readonly helpers: PdfHelpers;
  readonly file: PdfFile;
  readonly fonts: UnseenFonts;
}

/** All that takes time, side by side; numbers are given later, in order. */
async function preparedPage(
  sheet: PaperSheet,
  { helpers: { pictures, deflate }, fonts }: Preparing,
): Promise<PreparedPage> {
  const named = new Map<TextMark, NamedPicture>();
  for (const mark of sheet.marks) {
    const picture = mark.kind === 'text' ? pictures.get(mark) : undefined;
    if (mark.kind === 'text' && picture !== undefined)
      named.set(mark, { name: `I${named.size}`, picture });
  }
  const [content, ...packed] = await Promise.all([
    deflate(latin(pageContent(sheet, { pictures: named, fonts }))),
    ...[...named.values()].map(({ picture }) => deflate(picture.bits)),
  ]);
  return {
    sheet,
    content: content ?? new Uint8Array(),
    pictures: [...named.values()].map((each, place) => ({
      ...each,
      packed: packed[place] ?? new Uint8Array(),
    })),
  };
}

interface Writing {
  readonly file: PdfFile;
  readonly fonts: UnseenFonts;
  /** The number of the object that holds all pages. */
  readonly tree: number;
  /** Pictures that are in the file already: the same words in the same look are kept once. */
  readonly written: Map<TextPicture, number>;
}

function writePage(
  { sheet, content, pictures }: PreparedPage,
  { file, fonts, tree, written }: Writing,
): number {
  const images = pictures
    .filter(({ picture }) => picture.columns > 0 && picture.rows > 0)
    .map(({ name, picture, packed }) => {
      const known = written.get(picture);
      if (known !== undefined) return `/${name} ${known} 0 R`;
      const number = file.reserve();
      written.set(picture, number);
      const { columns, rows } = picture;
      file.setStream(
        number,
        `/Type/XObject/Subtype/Image/ImageMask true/Width ${columns}/Height ${rows}` +
          '/BitsPerComponent 1/Decode[1 0]/Filter/FlateDecode',
        packed,
      );
      return `/${name} ${number} 0 R`;
    });
  const contents = file.reserve();
  file.setStream(contents, '/Filter/FlateDecode', content);
  const page = file.reserve();
  const box = [0, 0, sheet.w / mmPerPoint, sheet.h / mmPerPoint].map(pdfNumber).join(' ');
  file.setObject(
    page,
    `<</Type/Page/Parent ${tree} 0 R/MediaBox[${box}]/Contents ${contents} 0 R` +
      `/Resources<</Font<<${fonts.resources}>>/XObject<<${images.join('')}>>>>>>`,
  );
  return page;
}
