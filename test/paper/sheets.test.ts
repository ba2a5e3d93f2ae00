import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cardFormats,
  cardInsideSheets,
  cardSheets,
  cardsPerSheet,
} from '#paper/cards/card-sheets.ts';
import type { PaperSheet } from '#paper/marks.ts';
import { landscape, pageSizes } from '#paper/page-sizes.ts';
import { documentSheets } from '#paper/sheets/document-sheets.ts';
import {
  addressBox,
  envelopeSheets,
  envelopeSizes,
  envelopeZones,
} from '#paper/sheets/envelope-sheets.ts';
import {
  halvedSheets,
  minOnWall,
  perksPoster,
  smallestPosterPt,
  thanksWallSheets,
} from '#paper/sheets/poster-sheets.ts';
import { dateSheets, roundSheets, thankYouSheets } from '#paper/sheets/table-sheets.ts';
import { hardAddressees } from '../support/paper/hard-addressees.ts';
import { isInside, overlaps, textBox, textMarks } from '../support/paper/mark-boxes.ts';
import { plainCards } from '../support/paper/plain-cards.ts';
import { plainMeasure } from '../support/paper/plain-measure.ts';

const sizes = [pageSizes.a4, pageSizes.letter];
const guideWords = { cut: 'cut', fold: 'fold' };
const frame = {
  head: { shop: 'Pell & Daughter', title: 'Thank-yous', lead: 'Five people.' },
  foot: {
    start: 'Printed Thursday',
    middle: 'Shred after Sunday',
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },
};

describe('cards', () => {
  it.each(cardFormats)(
    'of the form %s are all there, inside the paper, none over another',
    (format) => {
      for (const size of sizes) {
        const sheets = cardSheets(plainCards, { size, format, guideWords }, plainMeasure);
        expect(sheets).toHaveLength(Math.ceil(plainCards.length / cardsPerSheet[format]));
        const said = saidOn(sheets);
        for (const { back, greeting } of plainCards)
          for (const words of [back[0] ?? '', ...greeting]) expect(said).toContain(words);
        expectClean(sheets);
      }
    },
  );

  it('have their line inside on its head, where the fold brings it to the right', () => {
    const paper = { size: pageSizes.a4, format: 'quarter-fold', guideWords } as const;
    const [sheet] = cardSheets(plainCards.slice(0, 1), paper, plainMeasure);
    const turned = (sheet === undefined ? [] : textMarks(sheet)).filter((mark) => mark.isTurned);
    expect(turned.length).toBeGreaterThan(0);
    for (const mark of turned)
      expect(isInside(textBox(mark, plainMeasure), { x: 0, y: 0, w: 105, h: 148.5 })).toBe(true);
  });

  it('of A5 get the line inside in a second pass, right of the fold', () => {
    const paper = { size: pageSizes.a4, format: 'a5', guideWords } as const;
    const sheets = cardInsideSheets(plainCards, paper, plainMeasure);
    expect(sheets).toHaveLength(plainCards.length);
    for (const mark of sheets.flatMap(textMarks))
      expect(textBox(mark, plainMeasure).x).toBeGreaterThan(148.5);
  });
});

describe('envelopes', () => {
  it.each(Object.entries(envelopeSizes))(
    'of size %s keep clear of stamp, edges and foot',
    (_, size) => {
      const sender = ['Pell & Daughter', '1 Market Place', 'Leeds LS1 9ZZ'];
      const drawn = envelopeSheets(hardAddressees, { size, sender }, plainMeasure);
      expect(drawn.isSenderTooLong).toBe(false);
      expect(drawn.sheets.length + drawn.tooLong.length).toBe(hardAddressees.length);
      const stamp = {
        x: size.w - envelopeZones.stamp.w,
        y: 0,
        w: envelopeZones.stamp.w,
        h: envelopeZones.stamp.h,
      };
      for (const sheet of drawn.sheets)
        for (const mark of textMarks(sheet)) {
          const box = textBox(mark, plainMeasure);
          expect(overlaps(box, stamp), mark.text).toBe(false);
          expect(box.x).toBeGreaterThanOrEqual(envelopeZones.side);
          expect(box.y + box.h).toBeLessThanOrEqual(size.h - envelopeZones.bottom + 1e-6);
          const isSender = sender.includes(mark.text);
          expect(isSender ? mark.pt : 8).toBe(8);
          if (!isSender) expect(isInside(box, addressBox(size)), mark.text).toBe(true);
        }
    },
  );

  it('say when the sender’s address does not fit, and leave it out rather than cut it', () => {
    const sender = Array.from({ length: 9 }, (_, line) => `Line ${line} of a long address`);
    const drawn = envelopeSheets(
      hardAddressees.slice(0, 1),
      { size: envelopeSizes.a2, sender },
      plainMeasure,
    );
    expect(drawn.isSenderTooLong).toBe(true);
    expect(saidOn(drawn.sheets)).not.toContain('Line 0');
  });
});

describe('lists', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
  const rows = fc.array(fc.record({ name, what: name, why: name, line: name }), { maxLength: 40 });

  it('have every person on a page, in order, nothing over another', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...sizes), (people, size) => {
        const sheets = thankYouSheets(
          {
            size,
            ...frame,
            headings: { who: 'Who', why: 'Why', line: 'A line' },
            rows: [
              ...people.map((person) => ({ kind: 'person', ...person }) as const),
              { kind: 'own', words: 'And someone of your own' },
            ],
          },
          plainMeasure,
        );
        const said = bare(saidOn(sheets));
        for (const person of people) expect(said).toContain(bare(person.name));
        for (const [number, sheet] of sheets.entries())
          expect(saidOn([sheet])).toContain(`Page ${number + 1} of ${sheets.length}`);
        expectClean(sheets);
      }),
      { numRuns: 12 },
    );
  });

  it('of dates and of a round have a row for each, the round on paper turned on its side', () => {
    const people = hardAddressees.map(({ lines }) => lines[0] ?? '');
    const dates = dateSheets(
      {
        size: pageSizes.a4,
        ...frame,
        headings: { day: 'Day', name: 'Name', what: 'What' },
        rows: people.map((each) => ({ day: 'Friday 19 June', name: each, what: 'Birthday' })),
      },
      plainMeasure,
    );
    const round = roundSheets(
      {
        size: landscape(pageSizes.a4),
        ...frame,
        headings: {
          name: 'Who',
          lastYear: 'Last year',
          thisYear: 'This year',
          why: 'Why',
          address: 'Address',
        },
        rows: people.map((each) => ({
          name: each,
          lastYear: 'card, posted 9 December',
          thisYear: 'card',
          why: 'every week since 2024',
          address: '✓',
        })),
      },
      plainMeasure,
    );
    for (const sheets of [dates, round]) {
      for (const each of people) expect(bare(saidOn(sheets))).toContain(bare(each));
      expectClean(sheets);
    }
    expect(round[0]?.w).toBe(297);
  });
});

describe('pages of words', () => {
  it('go on for as long as there is to say', () => {
    const part = fc.oneof(
      fc.record({
        kind: fc.constantFrom('heading', 'line', 'code', 'step', 'blank'),
        text: fc.string({ minLength: 1, maxLength: 400 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const sheets = documentSheets({ size: pageSizes.a4, ...frame, parts }, plainMeasure);
        const said = bare(saidOn(sheets));
        for (const { text } of parts) expect(said).toContain(bare(text));
        expectClean(sheets);
      }),
      { numRuns: 12 },
    );
  });

  it('hold numbered words and a table of figures', () => {
    const sheets = documentSheets(
      {
        size: pageSizes.a4,
        ...frame,
        parts: [
          { kind: 'numbered', words: ['acid', 'bolt', 'cord', 'dusk', 'ember', 'fern'] },
          {
            kind: 'figures',
            rows: [
              { name: '', figures: ['8', '9', 'all'] },
              { name: 'Mon', figures: ['12', '7', '19'] },
            ],
          },
        ],
      },
      plainMeasure,
    );
    expect(saidOn(sheets)).toContain('1. acid 2. bolt 3. cord 4. dusk 5. ember 6. fern');
    expect(saidOn(sheets)).toContain('Mon 12 7 19');
    expectClean(sheets);
  });
});

describe('the poster', () => {
  const perks = [
    { sentence: 'Every 10th visit: a coffee on us.', note: 'since 1 May' },
    { sentence: 'From £300 in a year: a pudding at Christmas.', note: '' },
    { sentence: 'After each year with us: a cake.', note: 'until 31 July' },
  ];
  const input = { shop: 'Pell & Daughter', title: 'Our perks', foot: 'For everybody.' };

  it('says each perk in letters that are read from across the counter', () => {
    for (const size of [...sizes, { w: 297, h: 420 }]) {
      const { sheets, leftOut } = perksPoster({ ...input, size, perks }, plainMeasure);
      expect(leftOut).toEqual([]);
      expect(sheets).toHaveLength(1);
      for (const mark of sheets.flatMap(textMarks))
        expect(mark.pt).toBeGreaterThanOrEqual(smallestPosterPt);
      for (const { sentence } of perks) expect(bare(saidOn(sheets))).toContain(bare(sentence));
      expectClean(sheets);
    }
  });

  it('names the perks that do not fit instead of shrinking or cutting them', () => {
    const many = Array.from({ length: 14 }, () => perks).flat();
    const { sheets, leftOut } = perksPoster(
      { ...input, size: pageSizes.a4, perks: many },
      plainMeasure,
    );
    expect(leftOut.length).toBeGreaterThan(0);
    const shown = many.length - leftOut.length;
    expect(saidOn(sheets).split('coffee on us').length - 1).toBe(Math.ceil(shown / 3));
    expectClean(sheets);
  });

  it('of A3 comes on two sheets of A4, one above the other', () => {
    const { sheets } = perksPoster({ ...input, size: { w: 297, h: 420 }, perks }, plainMeasure);
    const halves = sheets.flatMap(halvedSheets);
    expect(halves.map(({ w, h }) => [w, h])).toEqual([
      [297, 210],
      [297, 210],
    ]);
    const [whole] = sheets;
    const [upper, lower] = halves;
    for (const [place, mark] of (whole === undefined ? [] : textMarks(whole)).entries()) {
      expect(upper === undefined ? null : textMarks(upper)[place]?.y).toBe(mark.y);
      expect(lower === undefined ? null : textMarks(lower)[place]?.y).toBe(mark.y - 210);
    }
  });
});

describe('the wall of thanks', () => {
  const collate = new Intl.Collator('en').compare;
  const wall = {
    size: pageSizes.a4,
    shop: 'Pell & Daughter',
    title: 'Thank you',
    until: 'until 18 September',
  };

  it('has every name under its heading in alphabetical order', () => {
    const counts = fc.integer({ min: minOnWall, max: 300 });
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const names = (word: string, count: number): readonly string[] =>
          Array.from({ length: count }, (_, number) => `${word} ${number}`);
        const groups = [
          { heading: 'With us for years', names: names('Ann', one).toReversed() },
          { heading: 'Sent us somebody', names: names('Tom', other) },
        ];
        const sheets = thanksWallSheets({ ...wall, groups }, collate, plainMeasure);
        const said = sheets.flatMap(textMarks).map(({ text }) => text);
        for (const { names: each } of groups)
          expect(said.filter((text) => each.includes(text))).toEqual(each.toSorted(collate));
        expectClean(sheets);
      }),
      { numRuns: 8 },
    );
  });

  it('leaves out a heading with so few names that all would know who is meant', () => {
    const groups = [
      { heading: 'With us for years', names: ['Ann', 'Bob', 'Cid'] },
      { heading: 'Told us how to do better', names: ['Dan', 'Eve'] },
    ];
    const said = saidOn(thanksWallSheets({ ...wall, groups }, collate, plainMeasure));
    expect(said).toContain('Ann Bob Cid');
    expect(said).not.toMatch(/better|Dan|Eve/);
  });
});

function saidOn(sheets: readonly PaperSheet[]): string {
  return sheets
    .flatMap(textMarks)
    .map(({ text }) => text)
    .join(' ');
}

function bare(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** Every text is inside of its paper, and none lies over another. */
function expectClean(sheets: readonly PaperSheet[]): void {
  for (const sheet of sheets) {
    const texts = textMarks(sheet).filter(({ text }) => text.trim() !== '');
    const boxes = texts.map((mark) => textBox(mark, plainMeasure));
    for (const [place, box] of boxes.entries()) {
      expect(isInside(box, { x: 0, y: 0, w: sheet.w, h: sheet.h }), texts[place]?.text).toBe(true);
      for (const other of boxes.slice(place + 1))
        expect(overlaps(box, other), texts[place]?.text).toBe(false);
    }
  }
}
