// What the format of a cell makes of its number: a day, a span of time, or digits filled up with
// zeros, as a postcode. All other formats change only its looks.

import { attributeIn, xmlTags, type TagScanner } from './xml-tags.ts';

/** `zeros`: digits at least. */
export type CellFormat =
  | { readonly kind: 'number' }
  | { readonly kind: 'moment' }
  | { readonly kind: 'span' }
  | { readonly kind: 'zeros'; readonly count: number };

const plain: CellFormat = { kind: 'number' };

/** A scanner of the part with the styles, which fills `formats`, one for each style of cells. */
export function cellFormats(formats: CellFormat[]): TagScanner {
  const codes = new Map<string, string>();
  let isOfCells = false;
  return xmlTags({
    open(name, attributes) {
      if (name === 'cellXfs') isOfCells = true;
      if (name === 'numFmt')
        codes.set(
          attributeIn(attributes, 'numFmtId') ?? '',
          attributeIn(attributes, 'formatCode') ?? '',
        );
      // One without a format counts too: the others would shift.
      if (name === 'xf' && isOfCells)
        formats.push(formatOf(attributeIn(attributes, 'numFmtId') ?? '0', codes));
    },
    close(name) {
      if (name === 'cellXfs') isOfCells = false;
    },
    text: () => {},
  });
}

function formatOf(id: string, codes: ReadonlyMap<string, string>): CellFormat {
  const code = codes.get(id);
  if (code !== undefined) return formatOfCode(code);
  if (id === '46') return { kind: 'span' };
  return isDayOfExcel(Number(id)) ? { kind: 'moment' } : plain;
}

// Excel's own: the last two ranges are those of China, Japan and Korea.
function isDayOfExcel(id: number): boolean {
  return [
    [14, 22],
    [45, 47],
    [27, 36],
    [50, 58],
  ].some(([from = 0, to = 0]) => id >= from && id <= to);
}

/** The format that a shop's own code describes. */
export function formatOfCode(code: string): CellFormat {
  const bare = (code.split(';')[0] ?? '').replaceAll(/"[^"]*"|\\.|_.|\*./gu, '');
  if (/\[(?:h+|m+|s+)\]/iu.test(bare)) return { kind: 'span' };
  const letters = bare.replaceAll(/\[[^\]]*\]/gu, '');
  if (/^general$/iu.test(letters)) return plain;
  if (/[dmyhs]/iu.test(letters)) return { kind: 'moment' };
  const zeros = /^0[0 /()-]*$/u.test(letters) ? letters.replaceAll(/[^0]/gu, '').length : 0;
  return zeros > 1 && zeros <= maxZeros ? { kind: 'zeros', count: zeros } : plain;
}

/** No number of a customer or a parcel is longer. */
const maxZeros = 30;
