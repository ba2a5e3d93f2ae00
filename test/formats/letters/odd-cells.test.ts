import { expect, it } from 'vitest';
import { oddCells } from '#formats/letters/odd-cells.ts';

const limits = { bytes: 1_000, bytesOfPiece: 1_000 };

it('keeps each cell with letters beyond ASCII once, in the order of the file', () => {
  const list = 'Name;Town\nJörg;Köln\nTom;Leeds\nJörg;Zürich\n';
  expect(heard([list])).toEqual(['Jörg', 'Köln', 'Zürich']);
});

it('leaves out what the end of a piece cuts off, and hears the last cell of the last one', () => {
  expect(heard(['Jörg\nGrö', 'ße\nŁucja\nŻaneta'])).toEqual(['Jörg', 'Łucja', 'Żaneta']);
});

it('hears of each piece only so much', () => {
  const pieces = ['Jörg\nGröße\n', '\nŁucja\nŻaneta\n'];
  expect(heard(pieces, { bytes: 1_000, bytesOfPiece: 5 })).toEqual(['Jörg', 'Łucja']);
});

function heard(pieces: readonly string[], within = limits): readonly string[] {
  const cells = oddCells(within);
  pieces.forEach((piece, place) => {
    const isLast = place === pieces.length - 1;
    cells.feed(new TextEncoder().encode(piece), { isFirst: place === 0, isLast });
  });
  return cells.cells().map((cell) => new TextDecoder().decode(cell));
}
