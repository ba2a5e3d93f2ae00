import { deflateSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { labelFormats, printableBox } from '#paper/label-formats.ts';
import type { PaperSheet } from '#paper/marks.ts';
import { leftEnd } from '#paper/pdf/text-picture.ts';
import { isTurnedText } from '#paper/pdf/visual-order.ts';
import { writePdf } from '#paper/pdf/write-pdf.ts';
import { drawnAt, fittedSheet } from '#paper/printer-fit.ts';
import { cardFormats, cardSheets } from '#paper/cards/card-sheets.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import { labelSheets } from '#paper/sheets/label-sheets.ts';
import { pagesOf, type PrintedPage } from '../support/browser/pdf.ts';
import { plainCards } from '../support/paper/plain-cards.ts';
import { hardAddressees, plainAddressees } from '../support/paper/hard-addressees.ts';
import { letterPictures } from '../support/paper/letter-pictures.ts';
import { textBox, textMarks } from '../support/paper/mark-boxes.ts';
import { inkBox, isInstalled, qpdfComplaints, renderedPage } from '../support/paper/pdf-tools.ts';
import { plainMeasure } from '../support/paper/plain-measure.ts';

/** A mark may be so far from its place, in millimetres. */
const tolerance = 0.3;

const [l7160] = labelFormats;
if (l7160 === undefined) throw new Error('There are no formats');
const fullSheet = labelSheets(
  plainAddressees(21),
  { format: l7160, firstFree: 0 },
  plainMeasure,
).sheets;
const hardSheet = labelSheets(
  hardAddressees,
  { format: labelFormats[5] ?? l7160, firstFree: 0 },
  plainMeasure,
).sheets;
const cards = cardFormats.flatMap((format) =>
  cardSheets(
    plainCards,
    { size: pageSizes.a4, format, guideWords: { cut: 'cut', fold: 'fold' } },
    plainMeasure,
  ),
);

describe('a PDF', () => {
  it('has the same bytes each time it is written', async () => {
    const hashes = await Promise.all(
      [fullSheet, fullSheet, fullSheet].map(async (sheets) =>
        createHash('sha256')
          .update(await pdfOf(sheets))
          .digest('hex'),
      ),
    );
    expect(new Set(hashes).size).toBe(1);
  });

  it('says each text where its mark stands', async () => {
    for (const sheets of [fullSheet, hardSheet, cards]) {
      const pages = await pagesOf(await pdfOf(sheets));
      expect(pages).toHaveLength(sheets.length);
      for (const [number, sheet] of sheets.entries()) expectTexts(sheet, pages[number]);
    }
  });

  it('says the words of every script as they are said', async () => {
    const pages = await pagesOf(await pdfOf(hardSheet));
    const said = pages
      .flatMap(({ texts }) => texts)
      .map(({ text }) => text)
      .join(' ');
    for (const words of ['فاطمة', 'الزهراء', 'श्रीमती', 'Ὀδυσσεύς', '王小明', '<b>Tom</b>', '🌸'])
      expect(said).toContain(words);
  });

  it('asks for its own size and no other scale', async () => {
    const text = Buffer.from(await pdfOf(fullSheet)).toString('latin1');
    expect(text).toContain('/PrintScaling/None');
    expect(text).toContain('/MediaBox[0 0 595.276 841.89]');
  });

  it('leads a printer that shrinks and shifts to the same spots', async () => {
    const fit = { scaleX: 0.97, scaleY: 0.97, shiftX: 2, shiftY: -1.5 };
    const fitted = fullSheet.map((sheet) => fittedSheet(sheet, fit));
    const [plain] = await pagesOf(await pdfOf(fullSheet));
    const [shown] = await pagesOf(await pdfOf(fitted));
    for (const [place, text] of (shown?.texts ?? []).entries()) {
      const target = plain?.texts[place];
      expect(target?.text).toBe(text.text);
      const lands = fit.scaleX * text.leftMm + fit.shiftX;
      expect(Math.abs(lands - (target?.leftMm ?? 0))).toBeLessThan(0.02);
      expect(
        Math.abs(fit.scaleY * text.baselineMm + fit.shiftY - (target?.baselineMm ?? 0)),
      ).toBeLessThan(0.02);
    }
    expect(drawnAt(100, 0.97, 2)).toBeCloseTo(98 / 0.97);
  });

  it.skipIf(!isInstalled('qpdf'))('is without fault for qpdf', async () => {
    for (const sheets of [fullSheet, hardSheet, cards])
      expect(qpdfComplaints(await pdfOf(sheets))).toBe('');
  });

  it.skipIf(!isInstalled('pdftoppm'))('puts ink where each text stands', async () => {
    for (const sheets of [fullSheet, hardSheet]) {
      const page = renderedPage(await pdfOf(sheets), 1);
      const [sheet] = sheets;
      for (const mark of sheet === undefined ? [] : textMarks(sheet)) {
        const box = textBox(mark, plainMeasure);
        const around = {
          left: box.x - 1,
          top: box.y - 0.05,
          right: box.x + box.w + 1,
          bottom: box.y + box.h + 0.05,
        };
        const ink = inkBox(page, around);
        expect(Math.abs((ink?.left ?? 0) - box.x), mark.text).toBeLessThan(tolerance);
        expect(Math.abs((ink?.right ?? 0) - box.x - box.w), mark.text).toBeLessThan(tolerance);
        expect(Math.abs((ink?.top ?? 0) - box.y), mark.text).toBeLessThan(tolerance);
        expect(Math.abs((ink?.bottom ?? 0) - box.y - box.h), mark.text).toBeLessThan(tolerance);
      }
    }
  });

  it.skipIf(!isInstalled('pdftoppm'))(
    'leaves the labels before the first free one white',
    async () => {
      const { sheets } = labelSheets(
        plainAddressees(1),
        { format: l7160, firstFree: 4 },
        plainMeasure,
      );
      const page = renderedPage(await pdfOf(sheets), 1, 150);
      for (const number of [0, 1, 2, 3, 5]) {
        const { x, y, w, h } = printableBox(l7160, number);
        expect(inkBox(page, { left: x, top: y, right: x + w, bottom: y + h })).toBeNull();
      }
    },
  );
});

function pdfOf(sheets: readonly PaperSheet[]): Promise<Uint8Array> {
  return writePdf(
    sheets,
    { pictures: letterPictures(sheets), deflate: async (bytes) => deflateSync(bytes) },
    { language: 'en' },
  );
}

/** Every text begins at its place; readers may split it into words. */
function expectTexts(sheet: PaperSheet, page: PrintedPage | undefined): void {
  for (const mark of textMarks(sheet)) {
    if (mark.isTurned || mark.dir === 'rtl' || mark.text.trim() === '') continue;
    const x = leftEnd(mark, plainMeasure(mark, mark.text).advance);
    // A reader takes a line with Arabic in it for one that is read from the right.
    const isMixed = isTurnedText(mark.text, mark.dir);
    const [first = ''] = mark.text.trim().split(/\s+/);
    const found = page?.texts.some(
      ({ text, leftMm, baselineMm }) =>
        Math.abs(leftMm - x) < tolerance &&
        Math.abs(baselineMm - mark.y) < tolerance &&
        (isMixed || text.startsWith(first)),
    );
    expect(found, `${mark.text} at ${x}, ${mark.y}`).toBe(true);
  }
}
