import { describe, expect, it } from 'vitest';
import { breakLines } from '#paper/break-lines.ts';
import { outlineSegments } from '#paper/cards/outlines.ts';
import { visualRuns } from '#paper/pdf/visual-order.ts';
import { textDirection } from '#paper/text-direction.ts';
import { textStyle } from '#paper/text-blocks.ts';
import { toneColours } from '#paper/tone-colours.ts';
import { textOf } from '../house/files.ts';
import { plainMeasure } from '../support/paper/plain-measure.ts';

/** So many letters of 12 points fit into this width. */
function broken(text: string, letters: number): readonly string[] {
  const width = (letters + 0.1) * 0.5 * 12 * (25.4 / 72);
  return breakLines(text, { style: textStyle(12), width }, plainMeasure);
}

describe('lines', () => {
  it.each([
    ['at spaces', 'twelve people came', 9, ['twelve', 'people', 'came']],
    ['behind a hyphen', 'Featherstone-Haugh', 14, ['Featherstone-', 'Haugh']],
    ['where the writer did', 'one\ntwo', 20, ['one', 'two']],
    [
      'between letters when a word is wider than its line',
      'Rindfleisch',
      4,
      ['Rind', 'flei', 'sch'],
    ],
    ['between words of a script without spaces', '北京市朝阳区', 6, ['北京市', '朝阳区']],
  ])('break %s', (_where, text, ...[letters, lines]) => {
    expect(broken(text, letters)).toEqual(lines);
  });

  it('never tear an accent or an emoji from its letter', () => {
    const family = '👨‍👩‍👧';
    for (const line of broken(`e\u0301${family}e\u0301${family}`, 2))
      expect(line.replaceAll(family, '').replaceAll('e\u0301', '')).toBe('');
  });
});

describe('the direction of a text', () => {
  it('is that of its first letter', () => {
    expect(textDirection('فاطمة 12')).toBe('rtl');
    expect(textDirection('12 شارع')).toBe('rtl');
    expect(textDirection('Made for فاطمة')).toBe('ltr');
    expect(textDirection('12')).toBe('ltr');
  });

  it.each([
    { what: 'a name', text: 'ابج', dir: 'rtl', seen: 'جبا' },
    { what: 'a number in a street', text: 'اب 12', dir: 'rtl', seen: '12 با' },
    { what: 'a number with a sign', text: 'اب 12-3', dir: 'rtl', seen: '12-3 با' },
    { what: 'a name inside a sentence', text: 'for اب ok', dir: 'ltr', seen: 'for با ok' },
    { what: 'Latin words among others', text: 'اب Tom Reid', dir: 'rtl', seen: 'Tom Reid با' },
    { what: 'a letter with its mark', text: 'اَب', dir: 'rtl', seen: 'باَ' },
  ] as const)(
    'puts the letters of $what in the order in which they stand',
    ({ text, dir, seen }) => {
      expect(
        visualRuns(text, dir)
          .map((run) => run.seen)
          .join(''),
      ).toBe(seen);
    },
  );
});

describe('an outline', () => {
  it('is the same in absolute millimetres, turned and enlarged', () => {
    const placement = { x: 10, y: 20, scale: 2, turn: 90 };
    const segments = outlineSegments('M1 0l2 0h1v3q0 1 1 1z', placement);
    expect(segments.map(({ kind }) => kind)).toEqual([
      'move',
      'straight',
      'straight',
      'straight',
      'curve',
      'close',
    ]);
    const [first, second] = segments;
    expect(first?.kind === 'move' ? round(first.to) : null).toEqual({ x: 10, y: 22 });
    expect(second?.kind === 'straight' ? round(second.to) : null).toEqual({ x: 10, y: 26 });
  });

  it('draws arcs as circles', () => {
    const curves = outlineSegments('M-4 0a4 4 0 0 1 8 0a4 4 0 0 1 -8 0z', plain);
    const points = curves.flatMap((segment) => (segment.kind === 'curve' ? [segment.to] : []));
    expect(points).toHaveLength(4);
    for (const { x, y } of points) expect(Math.hypot(x, y)).toBeCloseTo(4);
    // The first half of a circle to the right goes over the top.
    expect(round(points[0] ?? { x: 0, y: 0 })).toEqual({ x: 0, y: -4 });
  });
});

const plain = { x: 0, y: 0, scale: 1, turn: 0 };

function round({ x, y }: { readonly x: number; readonly y: number }): object {
  return { x: Math.round(x * 1e6) / 1e6 + 0, y: Math.round(y * 1e6) / 1e6 + 0 };
}

it('has the same inks in the PDF as in the style sheet', () => {
  const css = textOf('src/ui/style/paper-colours.css');
  for (const [tone, parts] of Object.entries(toneColours)) {
    const name = tone === 'white' ? '--paper' : `--paper-${tone}`;
    const hex = parts.map((part) => part.toString(16).padStart(2, '0')).join('');
    expect(css).toContain(`${name}: #${hex};`);
  }
});
