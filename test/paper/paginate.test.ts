import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate, type RowHeight } from '#paper/paginate.ts';

const room = { first: 100, next: 120 };

function row(height: number): RowHeight {
  return { height, leads: false };
}

function heading(height: number): RowHeight {
  return { height, leads: true };
}

describe('the pages of the list', () => {
  it('are one when everything fits', () => {
    expect(paginate([row(40), row(60)], room)).toEqual([[0, 1]]);
  });

  it('begin anew with the first row that does not fit', () => {
    expect(paginate([row(40), row(61), row(59)], room)).toEqual([[0], [1, 2]]);
  });

  it('never leave a heading alone at the foot', () => {
    expect(paginate([row(80), heading(10), row(30)], room)).toEqual([[0], [1, 2]]);
  });

  it('give a row that is higher than a page a page of its own', () => {
    expect(paginate([row(10), row(500), row(10)], room)).toEqual([[0], [1], [2]]);
  });

  it('hold every row once, in order, and no more than fits', () => {
    const anyRow = fc.record({
      height: fc.integer({ min: 1, max: 50 }),
      leads: fc.constant(false),
    });
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        const pages = paginate(rows, room);
        expect(pages.flat()).toEqual(rows.map((_, number) => number));
        for (const [place, page] of pages.entries()) {
          const height = page.reduce((sum, number) => sum + (rows[number]?.height ?? 0), 0);
          expect(height).toBeLessThanOrEqual(place === 0 ? room.first : room.next);
        }
      }),
    );
  });
});
