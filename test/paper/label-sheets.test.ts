import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  labelBox,
  labelCount,
  labelFormats,
  checkOwnSheet,
  printableBox,
} from '#paper/label-formats.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import { labelSheets, labelText } from '#paper/sheets/label-sheets.ts';
import { hardAddressees, plainAddressees } from '../support/paper/hard-addressees.ts';
import { isInside, overlaps, textBox, textMarks } from '../support/paper/mark-boxes.ts';
import { plainMeasure } from '../support/paper/plain-measure.ts';

describe.each(labelFormats.map((format) => [format.id, format] as const))(
  'the sheet %s',
  (_id, format) => {
    const count = labelCount(format);
    const page = { x: 0, y: 0, ...pageSizes[format.paper] };
    const boxes = Array.from({ length: count }, (_, number) => labelBox(format, number));

    it('has labels that neither overlap nor leave the paper, as far from both edges', () => {
      for (const [number, box] of boxes.entries()) {
        expect(isInside(box, page)).toBe(true);
        for (const other of boxes.slice(number + 1)) expect(overlaps(box, other)).toBe(false);
      }
      const last = boxes.at(-1) ?? page;
      expect(Math.abs(page.w - last.x - last.w - format.left)).toBeLessThanOrEqual(0.11);
      // One maker's sheet begins half a millimetre below the edge; all others are in the middle.
      expect(Math.abs(page.h - last.y - last.h - format.top)).toBeLessThanOrEqual(0.51);
    });

    it.each([
      ['the first label', 0],
      ['the second', 1],
      ['the last but one', count - 2],
      ['the last', count - 1],
    ])('holds everybody in the order of reading from %s on', (_from, firstFree) => {
      for (const people of [1, count - firstFree, count - firstFree + 1, count, count + 1]) {
        const addressees = plainAddressees(people);
        const drawn = labelSheets(addressees, { format, firstFree }, plainMeasure);
        expect(drawn.tooLong).toEqual([]);
        expect(drawn.sheets).toHaveLength(Math.ceil((firstFree + people) / count));
        expect(drawn.usedOnLast).toBe(((firstFree + people - 1) % count) + 1);
        const names = drawn.sheets.flatMap((sheet, number) =>
          textMarks(sheet)
            .filter(({ text }) => text.startsWith('Person'))
            .map((mark) => ({ mark, number })),
        );
        expect(names.map(({ mark }) => mark.text)).toEqual(addressees.map(({ lines }) => lines[0]));
        for (const [place, { mark, number }] of names.entries()) {
          expect(number).toBe(Math.floor((firstFree + place) / count));
          const box = printableBox(format, (firstFree + place) % count);
          expect(isInside(textBox(mark, plainMeasure), box)).toBe(true);
        }
      }
    });
  },
);

describe('what is written on labels', () => {
  it('keeps 3 mm inside its label, at 8 points or more, or is named as too long', () => {
    for (const format of labelFormats) {
      const drawn = labelSheets(hardAddressees, { format, firstFree: 0 }, plainMeasure);
      const fitting = hardAddressees
        .filter((each) => !drawn.tooLong.includes(each))
        .slice(0, labelCount(format));
      for (const [place, { lines }] of fitting.entries()) {
        const box = printableBox(format, place);
        const texts = drawn.sheets
          .slice(0, 1)
          .flatMap(textMarks)
          .filter((mark) => {
            const own = textBox(mark, plainMeasure);
            return isInside(own, labelBox(format, place));
          });
        const said = texts.map(({ text }) => text).join(' ');
        expect(said.replaceAll(/\s/g, '')).toBe(lines.join('').replaceAll(/\s/g, ''));
        for (const mark of texts) {
          expect(mark.pt).toBeGreaterThanOrEqual(labelText.smallest);
          expect(isInside(textBox(mark, plainMeasure), box), mark.text).toBe(true);
        }
      }
    }
  });

  it('has no blank lines, and Arabic begins at the right', () => {
    const [format] = labelFormats;
    if (format === undefined) throw new Error('There are no formats');
    const drawn = labelSheets(hardAddressees, { format, firstFree: 0 }, plainMeasure);
    const texts = drawn.sheets.flatMap(textMarks);
    expect(texts.every(({ text }) => text.trim() !== '')).toBe(true);
    const arabic = texts.filter(({ text }) => /\p{Script=Arabic}/u.test(text));
    const box = printableBox(format, 1);
    expect(arabic).toHaveLength(3);
    for (const mark of arabic) {
      expect(mark.dir).toBe('rtl');
      expect(mark.x).toBeCloseTo(box.x + box.w);
    }
  });

  it('loses nobody, whoever they are', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 80 });
    const lines = fc.tuple(line, line, line).map((each) => [...each]);
    fc.assert(
      fc.property(
        fc.array(lines, { maxLength: 90 }),
        fc.constantFrom(...labelFormats),
        fc.nat(),
        (people, format, free) => {
          const addressees = people.map((each, number) => ({ key: `${number}`, lines: each }));
          const firstFree = free % labelCount(format);
          const drawn = labelSheets(addressees, { format, firstFree }, plainMeasure);
          const places = drawn.usedOnLast + (drawn.sheets.length - 1) * labelCount(format);
          expect(places - firstFree + drawn.tooLong.length).toBe(people.length);
          const page = { x: 0, y: 0, ...pageSizes[format.paper] };
          for (const mark of drawn.sheets.flatMap(textMarks))
            expect(isInside(textBox(mark, plainMeasure), page)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a sheet that the owner measured', () => {
  const own = { paper: 'a4', columns: 3, rows: 8, w: 64, h: 33.9, gapX: 2.5, gapY: 0 } as const;

  it('lies in the middle of its paper', () => {
    const made = checkOwnSheet(own);
    if (!made.ok) throw new Error('It fits');
    const first = labelBox(made.value, 0);
    const last = labelBox(made.value, labelCount(made.value) - 1);
    expect(first.x).toBeCloseTo(210 - last.x - last.w);
    expect(first.y).toBeCloseTo(297 - last.y - last.h);
  });

  it('is refused with the sum when it is wider or higher than the paper', () => {
    expect(checkOwnSheet({ ...own, w: 70, gapX: 3 })).toEqual({
      ok: false,
      problem: { kind: 'too-wide', count: 3, each: 70, sum: 216, room: 210 },
    });
    expect(checkOwnSheet({ ...own, rows: 9 })).toMatchObject({ problem: { kind: 'too-high' } });
  });

  it.each([
    ['columns', 0],
    ['columns', 2.5],
    ['rows', Number.NaN],
    ['w', 4],
    ['h', -1],
    ['gapX', -1],
    ['gapY', Number.NaN],
  ] as const)('is refused when %s is %d', (field, value) => {
    expect(checkOwnSheet({ ...own, [field]: value })).toEqual({
      ok: false,
      problem: { kind: 'not-a-number', field },
    });
  });
});
