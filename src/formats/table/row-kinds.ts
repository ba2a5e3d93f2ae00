// What a row can be besides data: headings, or nothing at all.

import type { Day } from '#lib/day.ts';
import { meaningOfHeading } from '../columns/headings.ts';
import { isData, meaningByContent } from '../columns/content-meaning.ts';

/** How many of the cells that are not blank are known headings. */
export function knownHeadings(cells: readonly string[]): number {
  return cells.filter((cell) => meaningOfHeading(cell) !== undefined).length;
}

/** How many of the cells are headings of something that the shop needs. */
export function usefulHeadings(cells: readonly string[]): number {
  return cells.filter((cell) => (meaningOfHeading(cell) ?? 'skip') !== 'skip').length;
}

/** Cells with something in them. */
export function filledCells(cells: readonly string[]): readonly string[] {
  return cells.filter((cell) => cell.trim() !== '');
}

/** Whether a row reads like headings by its words: two that are known, and no day or amount. */
export function hasHeadingWords(cells: readonly string[], today: Day): boolean {
  const filled = filledCells(cells);
  const known = knownHeadings(filled);
  if (known === 0 || filled.some((cell) => isData(cell, today))) return false;
  return known >= 2 || known >= filled.length / 2;
}

/** Whether `first` is bare words above a row with a day, an amount or the like. */
export function standsAboveData(
  first: readonly string[],
  second: readonly string[],
  today: Day,
): boolean {
  const isBare = (cells: readonly string[]): boolean =>
    cells.every((cell) => ['name', 'skip'].includes(meaningByContent([cell], today)));
  return isBare(first) && !isBare(second);
}
