// Fonts whose letters are empty: the words of a page lie unseen under their pictures, so that they
// can be searched, selected and read aloud. Each font holds 255 different letters.

import { latin, type PdfFile } from './pdf-objects.ts';

const lettersPerFont = 255;

export interface UnseenFonts {
  /** The fonts as an entry of a page's resources. */
  readonly resources: string;
  /** `text` in pieces, each of one font, its letters as hexadecimal codes. */
  readonly codedText: (text: string) => readonly CodedText[];
}

export interface CodedText {
  readonly font: string;
  readonly codes: string;
  readonly letters: number;
}

export function unseenFonts(texts: readonly string[], file: PdfFile): UnseenFonts {
  const letters = [...new Set(texts.flatMap((text) => Array.from(text)))];
  const spots = new Map(
    letters.map((letter, place) => [
      letter,
      { font: Math.floor(place / lettersPerFont), code: (place % lettersPerFont) + 1 },
    ]),
  );
  const glyph = file.reserve();
  file.setStream(glyph, '', latin('1000 0 d0'));
  const count = Math.ceil(letters.length / lettersPerFont);
  const numbers = Array.from({ length: count }, (_, font) =>
    writeFont(letters.slice(font * lettersPerFont, (font + 1) * lettersPerFont), glyph, file),
  );
  return {
    resources: numbers.map((number, font) => `/F${font} ${number} 0 R`).join(''),
    codedText(text) {
      const pieces: { font: number; codes: string; letters: number }[] = [];
      for (const letter of text) {
        const spot = spots.get(letter);
        if (spot === undefined) continue;
        const code = spot.code.toString(16).padStart(2, '0');
        const last = pieces.at(-1);
        if (last?.font === spot.font) {
          last.codes += code;
          last.letters += 1;
        } else pieces.push({ font: spot.font, codes: code, letters: 1 });
      }
      return pieces.map((piece) => ({ ...piece, font: `F${piece.font}` }));
    },
  };
}

function writeFont(letters: readonly string[], glyph: number, file: PdfFile): number {
  const map = file.reserve();
  file.setStream(map, '', latin(unicodeMap(letters)));
  const font = file.reserve();
  const names = letters.map(() => '/e').join('');
  const widths = letters.map(() => '1000').join(' ');
  file.setObject(
    font,
    `<</Type/Font/Subtype/Type3/FontBBox[0 -250 1000 950]/FontMatrix[.001 0 0 .001 0 0]` +
      `/CharProcs<</e ${glyph} 0 R>>/Encoding<</Type/Encoding/Differences[1 ${names}]>>` +
      `/FirstChar 1/LastChar ${letters.length}/Widths[${widths}]/Resources<<>>` +
      `/ToUnicode ${map} 0 R>>`,
  );
  return font;
}

const mostLines = 100;

function unicodeMap(letters: readonly string[]): string {
  const lines = letters.map((letter, place) => `<${hex(place + 1, 2)}> <${utf16(letter)}>`);
  const blocks = Array.from({ length: Math.ceil(lines.length / mostLines) }, (_, block) => {
    const some = lines.slice(block * mostLines, (block + 1) * mostLines);
    return `${some.length} beginbfchar\n${some.join('\n')}\nendbfchar\n`;
  });
  return (
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
    '/CMapName /Unseen def\n/CMapType 2 def\n' +
    `1 begincodespacerange\n<00> <ff>\nendcodespacerange\n${blocks.join('')}` +
    'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n'
  );
}

function utf16(letter: string): string {
  return Array.from({ length: letter.length }, (_, at) => hex(letter.charCodeAt(at), 4)).join('');
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
