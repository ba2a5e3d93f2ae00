import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelFormats } from '#paper/label-formats.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import {
  composedFit,
  crossInset,
  drawnAt,
  measuredFit,
  noFit,
  ruleAcross,
  ruleDown,
} from '#paper/printer-fit.ts';
import { testSheet } from '#paper/sheets/test-sheet.ts';
import { isInside, textBox, textMarks } from '../support/paper/mark-boxes.ts';
import { plainMeasure } from '../support/paper/plain-measure.ts';

describe('the fit of a printer', () => {
  it('undoes what the printer does, as it was read off the test sheet', () => {
    const scale = fc.double({ min: 0.91, max: 1.02, noNaN: true });
    const shift = fc.double({ min: -7, max: 7, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(scale, scale), fc.tuple(shift, shift), (scales, shifts) => {
        const [scaleX, scaleY] = scales;
        const [shiftX, shiftY] = shifts;
        const fit = measuredFit({
          across: ruleAcross * scaleX,
          down: ruleDown * scaleY,
          left: crossInset * scaleX + shiftX,
          top: crossInset * scaleY + shiftY,
        });
        if (!fit.ok) throw new Error('A likely printer was refused');
        for (const target of [0, 10, 105, 289]) {
          const drawn = drawnAt(target, fit.value.scaleX, fit.value.shiftX);
          expect(scaleX * drawn + shiftX).toBeCloseTo(target, 6);
        }
      }),
    );
  });

  it('measured again on a sheet that is adjusted already, is the printer’s own', () => {
    const printer = { scaleX: 0.96, scaleY: 0.97, shiftX: 3, shiftY: -2 };
    const known = { scaleX: 0.97, scaleY: 0.97, shiftX: 2, shiftY: -1.5 };
    // What the owner reads then: the rest that the first measuring left.
    const scaleX = printer.scaleX / known.scaleX;
    const scaleY = printer.scaleY / known.scaleY;
    const rest = {
      scaleX,
      scaleY,
      shiftX: printer.shiftX - scaleX * known.shiftX,
      shiftY: printer.shiftY - scaleY * known.shiftY,
    };
    const composed = composedFit(known, rest);
    for (const part of ['scaleX', 'scaleY', 'shiftX', 'shiftY'] as const)
      expect(composed[part]).toBeCloseTo(printer[part]);
    expect(composedFit(null, rest)).toEqual(rest);
  });

  it('is none where everything is read as it was drawn', () => {
    const read = { across: ruleAcross, down: ruleDown, left: crossInset, top: crossInset };
    expect(measuredFit(read)).toEqual({ ok: true, value: noFit });
  });

  it.each([
    [{ across: 150 }, { kind: 'length-unlikely', field: 'across', read: 150 }],
    [{ down: 280 }, { kind: 'length-unlikely', field: 'down', read: 280 }],
    [{ across: Number.NaN }, { kind: 'length-unlikely', field: 'across' }],
    [{ left: 25 }, { kind: 'edge-unlikely', field: 'left', read: 25 }],
    [{ top: Number.NaN }, { kind: 'edge-unlikely', field: 'top' }],
  ])('refuses %j', (change, problem) => {
    const read = { across: ruleAcross, down: ruleDown, left: crossInset, top: crossInset };
    expect(measuredFit({ ...read, ...change })).toMatchObject({ ok: false, problem });
  });
});

describe('the test sheet', () => {
  it.each(['a4', 'letter'] as const)(
    'of %s has its rules and crosses at their true places',
    (paper) => {
      const size = pageSizes[paper];
      const [labels = null] = labelFormats.filter((format) => format.paper === paper);
      const words = { title: 'Test sheet', across: '180 mm', down: '260 mm', steps: ['Measure.'] };
      const sheet = testSheet({ size, labels, words, fit: null }, plainMeasure);
      const lines = sheet.marks.filter((mark) => mark.kind === 'line');
      const lengths = lines.map(({ from, to }) => Math.hypot(to.x - from.x, to.y - from.y));
      expect(lengths).toContain(ruleAcross);
      expect(lengths).toContain(ruleDown);
      const isCross = lines.some(
        ({ from, to }) => from.y === crossInset && (from.x + to.x) / 2 === crossInset,
      );
      expect(isCross).toBe(true);
      expect(sheet.marks.filter((mark) => mark.kind === 'rect')).toHaveLength(3);
      for (const mark of textMarks(sheet))
        expect(isInside(textBox(mark, plainMeasure), { x: 0, y: 0, ...size })).toBe(true);
    },
  );
});
