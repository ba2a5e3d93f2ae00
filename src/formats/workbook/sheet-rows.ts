// The rows of one sheet of a workbook, as its part has them: only cells with something in them are
// kept, so that a million empty ones cost nothing but the time to see them.

import type { CellFormat } from './cell-formats.ts';
import { cellValue, type CellContext } from './cell-value.ts';
import { attributeIn, xmlTags, type TagScanner } from './xml-tags.ts';

/** A cell with its column, from 0. */
export interface SheetCell {
  readonly column: number;
  readonly text: string;
}

export interface SheetContext extends CellContext {
  readonly formats: readonly CellFormat[];
  /** Takes a row with its number, from 0; false stops the reading. */
  readonly onRow: (index: number, cells: readonly SheetCell[]) => boolean;
}

const plain: CellFormat = { kind: 'number' };

/** A scanner of the part of a sheet. */
export function sheetRows(context: SheetContext): TagScanner {
  let isWanted = true;
  let row = -1;
  let cells: SheetCell[] = [];
  let column = -1;
  let cell = { type: 'n', style: '' };
  let pieces: string[] = [];
  let isValue = false;
  let isSpoken = false;

  function open(name: string, attributes: string): void {
    if (name === 'row') beginRow(attributes);
    else if (name === 'c') beginCell(attributes);
    else if (name === 'rPh') isSpoken = true;
    isValue = name === 'v' || (name === 't' && !isSpoken);
  }

  function beginRow(attributes: string): void {
    const number = Number(attributeIn(attributes, 'r') ?? row + 2);
    row = Number.isInteger(number) && number > row ? number - 1 : row + 1;
    cells = [];
    column = -1;
  }

  function beginCell(attributes: string): void {
    column = columnOf(attributeIn(attributes, 'r')) ?? column + 1;
    cell = { type: attributeIn(attributes, 't') ?? 'n', style: attributeIn(attributes, 's') ?? '' };
    pieces = [];
  }

  function close(name: string): void {
    isValue = false;
    if (name === 'rPh') isSpoken = false;
    else if (name === 'c' && pieces.length > 0 && isWanted) endCell();
    else if (name === 'row' && cells.length > 0) isWanted &&= context.onRow(row, cells);
  }

  function endCell(): void {
    const format = context.formats[Number(cell.style || 0)] ?? plain;
    const text = cellValue({ type: cell.type, text: pieces.join(''), format }, context);
    if (text !== '') cells.push({ column, text });
    pieces = [];
  }

  const scanner = xmlTags({
    open,
    close,
    text: (text) => void (isValue && pieces.push(text)),
  });
  return { feed: (piece) => scanner.feed(piece) && isWanted };
}

const letterA = 64;

/** The column of a place such as `AB12`, from 0. */
function columnOf(place: string | null): number | null {
  if (place === null) return null;
  let column = 0;
  for (const letter of place) {
    const code = letter.charCodeAt(0) - letterA;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column === 0 ? null : column - 1;
}
