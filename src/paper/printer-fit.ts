// A printer that shrinks or shifts the page, measured on a test sheet and made up for. The long
// rules leave half a millimetre where somebody misreads by half a millimetre; short ones would
// leave three times as much at the last row.

import { failed, ok, type Result } from '#lib/result.ts';
import type { PaperFit, PaperSheet } from './marks.ts';

/** True lengths on the test sheet, in millimetres. */
export const ruleAcross = 180;
export const ruleDown = 260;
/** Of the crosses, from the edges of the paper. */
export const crossInset = 10;

export const noFit: PaperFit = { scaleX: 1, scaleY: 1, shiftX: 0, shiftY: 0 };

/** What the owner reads off the test sheet, in millimetres. */
export interface FitReading {
  readonly across: number;
  readonly down: number;
  /** From the left and the upper edge of the paper to the middle of the cross. */
  readonly left: number;
  readonly top: number;
}

export type FitProblem =
  | { readonly kind: 'length-unlikely'; readonly field: 'across' | 'down'; readonly read: number }
  | { readonly kind: 'edge-unlikely'; readonly field: 'left' | 'top'; readonly read: number };

const minScale = 0.9;
const maxScale = 1.03;
const maxShift = 8;

/** What the printer does, or what cannot be right of what was read. */
export function measuredFit(read: FitReading): Result<PaperFit, FitProblem> {
  const scaleX = read.across / ruleAcross;
  const scaleY = read.down / ruleDown;
  if (!isLikely(scaleX))
    return failed({ kind: 'length-unlikely', field: 'across', read: read.across });
  if (!isLikely(scaleY)) return failed({ kind: 'length-unlikely', field: 'down', read: read.down });
  const shiftX = read.left - crossInset * scaleX;
  const shiftY = read.top - crossInset * scaleY;
  if (!(Math.abs(shiftX) <= maxShift))
    return failed({ kind: 'edge-unlikely', field: 'left', read: read.left });
  if (!(Math.abs(shiftY) <= maxShift))
    return failed({ kind: 'edge-unlikely', field: 'top', read: read.top });
  return ok({ scaleX, scaleY, shiftX, shiftY });
}

function isLikely(scale: number): boolean {
  return scale >= minScale && scale <= maxScale;
}

/** What a printer does that was measured on a sheet drawn for what was known of it before. */
export function composedFit(known: PaperFit | null, measured: PaperFit): PaperFit {
  if (known === null) return measured;
  return {
    scaleX: measured.scaleX * known.scaleX,
    scaleY: measured.scaleY * known.scaleY,
    shiftX: measured.shiftX + measured.scaleX * known.shiftX,
    shiftY: measured.shiftY + measured.scaleY * known.shiftY,
  };
}

/** The same sheet, drawn so that this printer puts each mark where it belongs. */
export function fittedSheet(sheet: PaperSheet, fit: PaperFit | null): PaperSheet {
  return { ...sheet, fit };
}

/** Where a point is drawn, so that it lands at `target` on the paper. */
export function drawnAt(target: number, scale: number, shift: number): number {
  return (target - shift) / scale;
}
