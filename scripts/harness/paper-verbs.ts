// Sheets of labels as the app draws them, as a PDF, with where each text must lie on the paper.
import { makePdf } from '#app/print/make-pdf.ts';
import { browserPrinter } from '#app/print/printer.ts';
import { labelCount, labelFormats } from '#paper/label-formats.ts';
import type { Box, PaperFit } from '#paper/marks.ts';
import { fittedSheet } from '#paper/printer-fit.ts';
import { labelSheets } from '#paper/sheets/label-sheets.ts';

export interface LabelsToDraw {
  readonly id: string;
  readonly firstFree: number;
  /** What the printer does that is made up for; null for one that prints as it is told. */
  readonly fit: PaperFit | null;
}

export interface DrawnLabels {
  readonly pdf: string;
  /** The ink of each text, in millimetres on the paper. */
  readonly texts: readonly Box[];
}

export const paperVerbs = {
  labelSheetNames: (): readonly { readonly id: string; readonly count: number }[] =>
    labelFormats.map((format) => ({ id: format.id, count: labelCount(format) })),

  /** Every label from the first free one to the last of one sheet. */
  async drawLabels({ id, firstFree, fit }: LabelsToDraw): Promise<DrawnLabels> {
    const format = labelFormats.find((each) => each.id === id);
    if (format === undefined) throw new Error(`No sheet is called ${id}.`);
    const printer = browserPrinter();
    await printer.ready();
    const addressees = Array.from({ length: labelCount(format) - firstFree }, (_, number) => ({
      key: String(number),
      lines: [`Person ${number + 1}`, `${number + 1} Mill Road`, 'LEEDS LS1 4AP'],
    }));
    const { sheets } = labelSheets(addressees, { format, firstFree }, printer.measure);
    const texts = sheets.flatMap(({ marks }) =>
      marks.flatMap((mark): readonly Box[] => {
        if (mark.kind !== 'text') return [];
        const { left, right, up, down } = printer.measure(mark, mark.text);
        return [{ x: mark.x - left, y: mark.y - up, w: left + right, h: up + down }];
      }),
    );
    const file = await makePdf(
      sheets.map((sheet) => fittedSheet(sheet, fit)),
      'labels.pdf',
    );
    if (file === null) throw new Error('Nobody stopped it.');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const pdf = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    return { pdf, texts };
  },
};
